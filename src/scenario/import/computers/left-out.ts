import { MAX_EXAMPLES } from '../basics/limits.ts';
import { shown } from '../basics/shown.ts';

/** Computers that are not imported for one reason. */
export interface LeftOut {
  readonly reason: string;
  readonly count: number;
  /** The first names, or systems of those without a name, up to 20; fit to be shown. */
  readonly examples: readonly string[];
}

/** Counts what is left out, by reason. */
export class SkippedComputers {
  private readonly reasons = new Map<string, { count: number; examples: string[] }>();

  /** @param example a text of the inventory; it is made fit to be shown here */
  add(reason: string, example: string, count = 1): void {
    const entry = this.reasons.get(reason) ?? { count: 0, examples: [] };
    entry.count += count;
    const text = entry.examples.length < MAX_EXAMPLES ? shown(example) : '';
    if (text !== '') entry.examples.push(text);
    this.reasons.set(reason, entry);
  }

  /** The most frequent reason first. */
  list(): readonly LeftOut[] {
    const list = [...this.reasons].map(([reason, entry]) => ({ reason, ...entry }));
    return list.sort((a, b) => b.count - a.count);
  }
}
