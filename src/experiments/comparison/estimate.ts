import { quantile } from '../../recording/figures/quantile.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import type { Values } from '../statistics/pairs.ts';
import { wilsonInterval } from '../statistics/proportion-interval.ts';
import { quantileRanks } from '../statistics/quantile-interval.ts';

/** What the replications of one design say of a figure, in the figure's own unit. */
export interface Estimate {
  /** Replications in which the figure exists. */
  readonly count: number;
  /** Replications in which it does not. They are left out of the mean, not of the quantiles. */
  readonly missing: number;
  readonly mean: number | null;
  /** Half the width of the mean's interval; `null` of fewer than two values. */
  readonly halfWidth: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether two values or more are all equal: an interval of width 0 is right only where chance plays no part. */
  readonly constant: boolean;
  /** Quantiles over the replications by nearest rank; a value that does not exist counts as larger than all others. */
  readonly median: number | null;
  readonly medianLow: number | null;
  readonly medianHigh: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
}

/** Mean with Student's t interval, median with that of order statistics, and the range of 5 to 95 %. */
export function estimateOf(values: Values, confidence: number): Estimate {
  const sorted = Float64Array.from(existing(values)).sort();
  const { count, mean, halfWidth, constant } = meanInterval(existing(values), confidence);
  const population = values.size;
  const ranks = quantileRanks(population, 0.5, confidence);
  const at = (rank: number | null) => (rank === null ? null : (sorted[rank - 1] ?? null));
  return {
    count,
    missing: population - count,
    mean,
    halfWidth,
    low: mean === null || halfWidth === null ? null : mean - halfWidth,
    high: mean === null || halfWidth === null ? null : mean + halfWidth,
    constant,
    median: quantile(sorted, population, 0.5),
    medianLow: at(ranks.low),
    medianHigh: at(ranks.high),
    p5: quantile(sorted, population, 0.05),
    p95: quantile(sorted, population, 0.95),
  };
}

/** The share of replications whose value is 1, not 0, with Wilson's interval. */
export function shareOf(values: Values, confidence: number): Estimate {
  const estimate = estimateOf(values, confidence);
  if (estimate.count === 0) return estimate;
  const successes = existing(values).reduce((sum, value) => sum + value, 0);
  const { low, high } = wilsonInterval(successes, estimate.count, confidence);
  return { ...estimate, low, high, halfWidth: (high - low) / 2 };
}

function existing(values: Values): number[] {
  return [...values.values()].filter((value) => value !== null);
}
