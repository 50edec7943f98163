import type { Figures } from './figures.ts';

/** Which way of a figure a planner wants; `neither` for what only describes. */
export type Direction = 'less' | 'more' | 'neither';

/** A figure: what it means, which way is better, and how it is worked out from what it is about. */
export interface FigureDefinition<Subject> {
  readonly meaning: string;
  readonly better: Direction;
  /** `null`: there is no such figure in this run. */
  readonly value: (subject: Subject) => number | null;
}

/** Figures by their path inside their part of `summary.json`, with dots. */
export type FigureTable<Subject> = Readonly<Record<string, FigureDefinition<Subject>>>;

/** Works out all figures of a table, nested as their paths say. */
export function evaluate<Subject>(table: FigureTable<Subject>, subject: Subject): Figures {
  const figures: Tree = {};
  for (const [path, { value }] of Object.entries(table)) put(figures, path.split('.'), value(subject));
  return figures;
}

interface Tree {
  [name: string]: number | null | Tree;
}

function put(tree: Tree, [name, ...rest]: readonly string[], value: number | null): void {
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const branch = tree[name];
  const inner: Tree = typeof branch === 'object' && branch !== null ? branch : {};
  tree[name] = inner;
  put(inner, rest, value);
}
