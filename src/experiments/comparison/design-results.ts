import type { Values } from '../statistics/pairs.ts';
import type { FigureColumn } from './figure-values.ts';

/** What the replications of a design gave: a column a figure. */
export interface DesignResults {
  /** Its name: that of its file, without the ending. */
  readonly design: string;
  /** Whether chance plays a part in it: if not, all replications are equal. */
  readonly random: boolean;
  /** What its prices are in; `null` where nothing is priced. */
  readonly currency: string | null;
  /** Numbers of the replications, ascending. Some may be missing: a shard not merged. */
  readonly replications: readonly number[];
  /** By path in the order of `summary.json`, a value a replication; `NaN` where the figure does not exist. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/**
 * Turns the figures of replications into columns, in time and memory proportional to the values.
 *
 * @param results by number of the replication, in any order
 * @param random whether chance plays a part in the design
 * @param currency what its prices are in
 */
export function tabulate(
  design: string,
  results: ReadonlyMap<number, FigureColumn>,
  random = true,
  currency: string | null = null,
): DesignResults {
  const replications = [...results.keys()].sort((one, other) => one - other);
  const columns = new Map<string, Float64Array>();
  for (const [row, replication] of replications.entries()) {
    const { paths, values } = results.get(replication)!;
    for (let index = 0; index < paths.length; index += 1) {
      let column = columns.get(paths[index]);
      if (column === undefined) {
        column = new Float64Array(replications.length).fill(Number.NaN);
        columns.set(paths[index], column);
      }
      column[row] = values[index];
    }
  }
  return { design, random, currency, replications, columns };
}

/** The values of a figure; none exists where the design does not have it. */
export function valuesOf({ replications, columns }: DesignResults, path: string): Values {
  return {
    replications,
    values: columns.get(path) ?? new Float64Array(replications.length).fill(Number.NaN),
  };
}
