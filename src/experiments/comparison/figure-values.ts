import type { Figures } from '../../recording/figures/figures.ts';
import type { Values } from '../statistics/pairs.ts';
import type { DesignResults } from './design-results.ts';

/** A figure of one run: its path in `summary.json` and its value, `null` when it does not exist. */
export type FlatFigure = readonly [path: string, value: number | null];

/** The values of a design by path of the figure, then by replication, ascending. */
export type DesignValues = ReadonlyMap<string, Values>;

/** All figures of a run, in the order of `summary.json`. */
export function* flatFigures(figures: Figures, within = ''): Generator<FlatFigure> {
  for (const [name, value] of Object.entries(figures)) {
    const path = `${within}${name}`;
    if (value === null || typeof value === 'number') yield [path, value];
    else yield* flatFigures(value, `${path}.`);
  }
}

/** The replications of a design, ascending: sums do not depend on which of them was ready first. */
export function inOrder({ replications }: DesignResults): (readonly [number, Figures])[] {
  return [...replications].sort(([one], [other]) => one - other);
}

/** Turns the results of a design into columns, one a figure. */
export function designValues(results: DesignResults): DesignValues {
  const columns = new Map<string, Map<number, number | null>>();
  for (const [replication, figures] of inOrder(results)) {
    for (const [path, value] of flatFigures(figures)) {
      const column = columns.get(path) ?? new Map<number, number | null>();
      columns.set(path, column.set(replication, value));
    }
  }
  return columns;
}

/** The column of a figure; `null` in replications that do not have it. */
export function columnOf(values: DesignValues, path: string, replications: Iterable<number>): Values {
  const column = values.get(path);
  return new Map([...replications].map((replication) => [replication, column?.get(replication) ?? null]));
}
