import { momentsOf } from './moments.ts';
import { studentQuantile } from './student.ts';

/** An estimate and the interval about it. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The mean of a sample with its interval. */
export interface MeanInterval {
  readonly count: number;
  /** `null` of no values. */
  readonly mean: number | null;
  /** Standard deviation; 0 of fewer than two values. */
  readonly deviation: number;
  /** `null` of fewer than two values: one value says nothing of chance. */
  readonly halfWidth: number | null;
  /** Whether there are two values or more and all are equal. */
  readonly constant: boolean;
}

/**
 * The mean of independent values and the half-width of its interval by Student's t ("Student", "The probable error of a mean",
 * Biometrika 6 (1908) 1-25). It is exact for normal values and good for means of some thirty skewed ones.
 *
 * Values that are all equal give a half-width of 0. That is right only where chance plays no part: values that
 * were equal in all of 30 replications may still differ in up to a tenth of all others, and no formula can tell.
 *
 * @param confidence the share of such intervals that hold the true mean, such as 0.95
 */
export function meanInterval(values: readonly number[], confidence: number): MeanInterval {
  const { count, mean, deviation, constant } = momentsOf(values);
  if (count < 2)
    return { count, mean: count === 0 ? null : mean, deviation, halfWidth: null, constant: false };
  const halfWidth = constant ? 0 : (studentQuantile(confidence, count - 1) * deviation) / Math.sqrt(count);
  return { count, mean, deviation, halfWidth, constant };
}

/**
 * The largest share of all replications that may differ from a value which every one of `count` had, by the exact binomial
 * distribution, on one side: (1 - share)^count = 1 - confidence. About 3 / count (J. A. Hanley and A. Lippman-Hand, "If
 * nothing goes wrong, is everything all right?", JAMA 249 (1983) 1743-1745).
 */
export function largestUnseenShare(count: number, confidence: number): number {
  return -Math.expm1(Math.log1p(-confidence) / count);
}
