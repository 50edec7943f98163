import { lastWhere } from './bisection.ts';

/** The probability that a standard normal variable lies within -z and z (DLMF 7.6.2: only positive terms). */
export function normalWithin(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * (Number.EPSILON / 4); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return Math.sqrt(2 / Math.PI) * Math.exp((-z * z) / 2) * sum;
}

/** Beyond so many standard deviations nothing is left in the digits of a number. */
const END = 8.3;

/** The probability that a standard normal variable is at most z. */
export function normalAtMost(z: number): number {
  if (z <= -END) return 0;
  return z >= END ? 1 : (1 + Math.sign(z) * normalWithin(Math.abs(z))) / 2;
}

/**
 * How many standard deviations on both sides of the mean hold a share of a normal population: 1.96 for 0.95.
 *
 * @param confidence the share, above 0 and below 1
 */
export function normalQuantile(confidence: number): number {
  return lastWhere((z) => normalWithin(z) < confidence);
}
