import type { Interval } from './mean-interval.ts';
import { wilsonInterval } from './proportion-interval.ts';

/** How often two things happened on the same occasions. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * The second proportion less the first, of pairs, with its interval: method 10 of R. G. Newcombe, "Improved confidence
 * intervals for the difference between binomial proportions based on paired data", Statistics in Medicine 17 (1998)
 * 2635-2650. It joins the two Wilson intervals by the pairs' correlation.
 *
 * @param counts of one pair or more
 */
export function pairedProportions(counts: PairedCounts, confidence: number): Interval {
  const { both, onlyFirst, onlySecond, neither } = counts;
  const pairs = both + onlyFirst + onlySecond + neither;
  const first = wilsonInterval(both + onlyFirst, pairs, confidence);
  const second = wilsonInterval(both + onlySecond, pairs, confidence);
  const correlation = correlationOf(counts);
  const estimate = (onlySecond - onlyFirst) / pairs;
  const down = joined(second.estimate - second.low, first.high - first.estimate, correlation);
  const up = joined(second.high - second.estimate, first.estimate - first.low, correlation);
  return { estimate, low: estimate - down, high: estimate + up };
}

function joined(one: number, other: number, correlation: number): number {
  return Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
}

/** The phi coefficient with Newcombe's correction for continuity; 0 where one margin is empty. */
function correlationOf({ both, onlyFirst, onlySecond, neither }: PairedCounts): number {
  const margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const pairs = both + onlyFirst + onlySecond + neither;
  const surplus = both * neither - onlyFirst * onlySecond;
  const corrected = surplus > 0 ? Math.max(0, surplus - pairs / 2) : surplus;
  return corrected / Math.sqrt(margins);
}
