import type { Direction } from '../../recording/figures/figure-definition.ts';
import { quantile } from '../../recording/figures/quantile.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { existingOf, type Values } from '../statistics/pairs.ts';
import { wilsonInterval } from '../statistics/proportion-interval.ts';
import { quantileRanks } from '../statistics/quantile-interval.ts';
import { meanOfWorst } from '../statistics/worst-part.ts';

/** What the replications of one design say of a figure, in the figure's own unit. */
export interface Estimate {
  /** Replications in which the figure exists. */
  readonly count: number;
  /** Replications in which it does not. They are left out of the mean, not of the quantiles. */
  readonly missing: number;
  readonly mean: number | null;
  /** Half the width of the mean's interval; `null` of fewer than two values. */
  readonly halfWidth: number | null;
  /** The mean's interval; of a figure that was never negative it does not go below 0. */
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
  /** Mean of the worst {@link WORST_PART} of the replications; `null` where the figure does not exist in some. */
  readonly worst: number | null;
}

/** The part of the replications whose mean says how bad the bad ones are. */
export const WORST_PART = 0.05;

/**
 * Mean with Student's t interval, median with that of order statistics, and the range of 5 to 95 %.
 *
 * @param preference which way of the figure is better: the worst is on the other side; on the high one where neither is
 */
export function estimateOf(values: Values, confidence: number, preference: Direction): Estimate {
  const existing = existingOf(values);
  const sorted = Float64Array.from(existing).sort();
  const { count, mean, halfWidth, constant } = meanInterval(existing, confidence);
  const population = values.replications.length;
  const ranks = quantileRanks(population, 0.5, confidence);
  const at = (rank: number | null) => (rank === null ? null : (sorted[rank - 1] ?? null));
  const bounded = mean !== null && halfWidth !== null;
  const least = sorted[0] >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const worstFirst = preference === 'more' ? sorted : sorted.toReversed();
  return {
    count,
    missing: population - count,
    mean,
    halfWidth,
    low: bounded ? Math.max(least, mean - halfWidth) : null,
    high: bounded ? mean + halfWidth : null,
    constant,
    median: quantile(sorted, population, 0.5),
    medianLow: at(ranks.low),
    medianHigh: at(ranks.high),
    p5: quantile(sorted, population, 0.05),
    p95: quantile(sorted, population, 0.95),
    worst: count > 0 && count === population ? meanOfWorst(worstFirst, WORST_PART) : null,
  };
}

/** The share of replications whose value is 1, not 0, with Wilson's interval. */
export function shareOf(values: Values, confidence: number, preference: Direction): Estimate {
  const estimate = estimateOf(values, confidence, preference);
  if (estimate.count === 0) return estimate;
  const successes = existingOf(values).reduce((sum, value) => sum + value, 0);
  const { low, high } = wilsonInterval(successes, estimate.count, confidence);
  return { ...estimate, low, high, halfWidth: (high - low) / 2 };
}
