import { meanInterval } from './mean-interval.ts';
import { MAX_REPLICATIONS } from './replications-needed.ts';

/** Fewer replications say too little of their own spread to stop on (Law 2015, section 9.4.1). */
export const LEAST_REPLICATIONS = 10;

/** How narrow the interval of a mean is. */
export interface Precision {
  /** Half-width as a share of the mean; `null` when there is no interval or the mean is 0 within it. */
  readonly relative: number | null;
  readonly reached: boolean;
  /** About how many replications in all would reach it; `null` when not even a million would. */
  readonly needed: number | null;
}

/**
 * Whether the interval of a mean is as narrow as wanted, and about how many replications would make it so: widths shrink
 * with the square root (A. M. Law, "Simulation Modeling and Analysis", 5th edition 2015, section 9.4.1). Stopping as soon
 * as an interval is narrow makes it hold its mean slightly less often than stated. An interval of width 0 never does: values that
 * chance may change and that are all equal yet say nothing of how rarely they are not.
 *
 * @param wanted largest half-width as a share of the mean, such as 0.05
 */
export function precisionOf(values: readonly number[], wanted: number, confidence: number): Precision {
  const { count, mean, halfWidth } = meanInterval(values, confidence);
  if (mean === null || halfWidth === null)
    return { relative: null, reached: false, needed: LEAST_REPLICATIONS };
  if (halfWidth === 0) return { relative: 0, reached: false, needed: null };
  if (mean === 0) return { relative: null, reached: false, needed: null };
  const relative = halfWidth / Math.abs(mean);
  const byWidth = relative <= wanted ? count : Math.ceil(count * (relative / wanted) ** 2);
  const needed = Math.max(LEAST_REPLICATIONS, byWidth);
  return { relative, reached: needed <= count, needed: needed > MAX_REPLICATIONS ? null : needed };
}
