import { binomialAtMost } from './binomial.ts';

/** Ranks, from 1, of the values of an ordered sample that enclose a quantile; `null` where none is extreme enough. */
export interface QuantileRanks {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The ranks of an interval for a quantile that holds whatever the distribution: exact, from the binomial distribution of
 * the number of values below the quantile (W. J. Conover, "Practical Nonparametric Statistics", 3rd edition 1999,
 * section 3.2; H. A. David and H. N. Nagaraja, "Order Statistics", 3rd edition 2003, section 7.1). Each side is left
 * with at most half of 1 - confidence, so the interval holds the quantile at least as often as stated.
 *
 * @param count values in the sample
 * @param part the quantile, between 0 and 1: 0.5 is the median
 */
export function quantileRanks(count: number, part: number, confidence: number): QuantileRanks {
  const side = (1 - confidence) / 2;
  let low = 0;
  while (low < count && binomialAtMost(low, count, part) <= side) low += 1;
  let high = low + 1;
  while (high <= count && 1 - binomialAtMost(high - 1, count, part) > side) high += 1;
  return { low: low === 0 ? null : low, high: high > count ? null : high };
}
