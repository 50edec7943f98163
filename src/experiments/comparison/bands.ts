import { quantile } from '../../recording/figures/quantile.ts';

/** How a daily figure of a design spreads over its replications. Index 0 is day 0. */
export interface DailyBand {
  readonly design: string;
  readonly days: number;
  /** Value that 5 % of the replications do not exceed, by day. */
  readonly p5: readonly number[];
  readonly p50: readonly number[];
  readonly p95: readonly number[];
}

/**
 * The median and the range of 5 to 95 % of a daily figure, by nearest rank, each day by itself: no single replication need
 * run along any of the three lines.
 *
 * @param replications one or more columns of equal length, a value a day
 */
export function dailyBand(design: string, replications: readonly ArrayLike<number>[]): DailyBand {
  const days = replications[0].length;
  const p5: number[] = [];
  const p50: number[] = [];
  const p95: number[] = [];
  const values = new Float64Array(replications.length);
  for (let day = 0; day < days; day += 1) {
    replications.forEach((column, place) => {
      values[place] = column[day];
    });
    values.sort();
    p5.push(quantile(values, values.length, 0.05)!);
    p50.push(quantile(values, values.length, 0.5)!);
    p95.push(quantile(values, values.length, 0.95)!);
  }
  return { design, days, p5, p50, p95 };
}
