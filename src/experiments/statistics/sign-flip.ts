import { binomialAtMost } from './binomial.ts';
import { momentsOf } from './moments.ts';
import { studentOutside } from './student.ts';

/** Differences other than 0 up to which every choice of signs is counted: 2^15 sums of either half. */
export const MAX_EXACT = 30;
/** Sums that differ by less than this share of the largest are equal but for rounding. */
const ROUNDING = 1e-9;

/**
 * How likely paired differences are to lie so far from 0 on either side if the two designs do not differ: then each
 * difference is as likely to be negative as positive, and all choices of signs are counted (R. A. Fisher, "The Design of
 * Experiments", 1935, section 21). Of differences of 0, 1 and -1 it is the exact test of Q. McNemar, "Note on the sampling
 * error of the difference between correlated proportions or percentages", Psychometrika 12 (1947) 153-157. Unlike Student's t
 * it does not take a few differences that are equal by luck for certain.
 *
 * Of more than {@link MAX_EXACT} differences other than 0, equal ones are counted by the binomial distribution, and others
 * are judged by Student's t.
 *
 * @returns the two-sided p-value; 1 of no differences
 */
export function signFlipTest(differences: readonly number[]): number {
  const sizes = differences.filter((difference) => difference !== 0).map(Math.abs);
  const sum = Math.abs(differences.reduce((total, difference) => total + difference, 0));
  const largest = sizes.reduce((total, size) => total + size, 0);
  const least = sum - largest * ROUNDING;
  if (sizes.length === 0 || least <= 0) return 1;
  if (sum >= largest - largest * ROUNDING) return 2 ** (1 - sizes.length);
  if (sizes.every((size) => size === sizes[0])) return equalSizes(sizes.length, sum / sizes[0]);
  if (sizes.length > MAX_EXACT) return studentTest(differences);
  const middle = sizes.length >> 1;
  const above = countAbove(sumsOf(sizes.slice(0, middle)), sumsOf(sizes.slice(middle)), least);
  return Math.min(1, (2 * above) / 2 ** sizes.length);
}

/** The fewest differences other than 0, all with one sign, that are significant at a level. */
export function fewestSignificant(level: number): number {
  return Math.ceil(1 - Math.log2(level) - ROUNDING);
}

/** Of `count` differences of one size: both tails of the binomial distribution of the number of positive ones. */
function equalSizes(count: number, surplus: number): number {
  const rarer = Math.round((count - surplus) / 2);
  return Math.min(1, 2 * binomialAtMost(rarer, count, 0.5));
}

function studentTest(differences: readonly number[]): number {
  const { count, mean, deviation } = momentsOf(differences);
  return studentOutside((Math.abs(mean) * Math.sqrt(count)) / deviation, count - 1);
}

/** The sums of all choices of signs, ascending: of two ascending halves, one lower by a size and one higher. */
function sumsOf(sizes: readonly number[]): Float64Array {
  let sums = Float64Array.of(0);
  for (const size of sizes) {
    const next = new Float64Array(sums.length * 2);
    let lower = 0;
    let higher = 0;
    for (let index = 0; index < next.length; index += 1) {
      const takesLower = lower < sums.length && sums[lower] - size <= sums[higher] + size;
      next[index] = takesLower ? sums[lower++] - size : sums[higher++] + size;
    }
    sums = next;
  }
  return sums;
}

/** How many pairs, one of each of two ascending columns, add up to `least` or more. */
function countAbove(first: Float64Array, second: Float64Array, least: number): number {
  let count = 0;
  let from = second.length;
  for (let index = 0; index < first.length; index += 1) {
    while (from > 0 && first[index] + second[from - 1] >= least) from -= 1;
    count += second.length - from;
  }
  return count;
}
