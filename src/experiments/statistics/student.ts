import { lastWhere } from './bisection.ts';
import { regularizedBeta } from './incomplete-beta.ts';

/**
 * The probability that Student's t lies outside -t and t, for t >= 0: I_x(f/2, 1/2) at x = f / (f + t^2). M. Abramowitz and
 * I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.5.27 and 26.7.1.
 *
 * @param freedom degrees of freedom, above 0
 */
export function studentOutside(t: number, freedom: number): number {
  const square = t * t;
  return regularizedBeta(freedom / (freedom + square), freedom / 2, 0.5, square / (freedom + square));
}

const known = new Map<string, number>();

/**
 * Student's t for an interval on both sides: 12.706 for a confidence of 0.95 and one degree of freedom. Exact to about
 * ten digits. Results are kept, since all figures of an experiment ask for the same few.
 *
 * @param confidence above 0 and below 1
 * @param freedom degrees of freedom: one less than there are values
 */
export function studentQuantile(confidence: number, freedom: number): number {
  const key = `${confidence} ${freedom}`;
  let quantile = known.get(key);
  if (quantile === undefined) {
    quantile = lastWhere((t) => studentOutside(t, freedom) > 1 - confidence);
    known.set(key, quantile);
  }
  return quantile;
}
