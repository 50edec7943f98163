import { normalQuantile } from './normal.ts';
import { studentQuantile } from './student.ts';

/** How likely so many replications are to show the difference, if it is really that large. */
export const POWER = 0.8;
/** More replications than anyone would run: beyond, the answer is that none will show a difference. */
export const MAX_REPLICATIONS = 1_000_000;

/**
 * How many replications would show a difference of the size seen, with a probability of {@link POWER}: the least n with
 * (t(confidence) + t(power)) s / sqrt(n) <= |difference|, the paired t test's approximation (S.-C. Chow, J. Shao and
 * H. Wang, "Sample Size Calculations in Clinical Research", 2nd edition 2008, section 3.1, with Student's t for the normal).
 *
 * @param difference mean of the paired differences
 * @param deviation their standard deviation, above 0
 * @returns replications in all, or `null` when the difference is 0 or a million would not do
 */
export function replicationsNeeded(difference: number, deviation: number, confidence: number): number | null {
  const ratio = deviation / Math.abs(difference);
  const central = 2 * POWER - 1;
  let count = Math.max(2, Math.ceil(((normalQuantile(confidence) + normalQuantile(central)) * ratio) ** 2));
  if (!(count <= MAX_REPLICATIONS)) return null;
  const tooFew = () => {
    const deviations = studentQuantile(confidence, count - 1) + studentQuantile(central, count - 1);
    return deviations * ratio > Math.sqrt(count);
  };
  while (tooFew()) count += 1;
  return count;
}

/**
 * The smallest difference that a paired t test shows with a probability of {@link POWER}, by the same approximation.
 *
 * @param deviation standard deviation of the paired differences
 * @param count pairs, two or more
 */
export function smallestDifference(deviation: number, count: number, confidence: number): number {
  const deviations = studentQuantile(confidence, count - 1) + studentQuantile(2 * POWER - 1, count - 1);
  return (deviations * deviation) / Math.sqrt(count);
}
