/** Something wrong in an inventory; lines and columns count from 1, columns in UTF-16 code units. */
export interface InventoryProblem {
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** In kebab-case; `unreadable-file` by default. */
  readonly name?: string;
  /** What to do instead. */
  readonly help?: string;
}

/** Says why an inventory cannot be imported. */
export class InventoryError extends Error {
  override readonly name = 'InventoryError';
  readonly problems: readonly InventoryProblem[];

  constructor(...problems: InventoryProblem[]) {
    super(problems.map(({ message }) => message).join('; '));
    this.problems = problems;
  }
}

/** Line and column of a place in a text whose lines end with `\n`. */
export function placeIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}
