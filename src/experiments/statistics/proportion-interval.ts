import type { Interval } from './mean-interval.ts';
import { normalQuantile } from './normal.ts';

/**
 * A proportion and its score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927) 209-212, as recommended by L. D. Brown, T. T. Cai and
 * A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001) 101-133. It stays within 0 and
 * 1 and has a width even where all or none succeeded.
 *
 * @param trials above 0
 */
export function wilsonInterval(successes: number, trials: number, confidence: number): Interval {
  const z = normalQuantile(confidence);
  const square = z * z;
  const estimate = successes / trials;
  const middle = (successes + square / 2) / (trials + square);
  const spread = (z / (trials + square)) * Math.sqrt(trials * estimate * (1 - estimate) + square / 4);
  return {
    estimate,
    low: successes === 0 ? 0 : Math.max(0, middle - spread),
    high: successes === trials ? 1 : Math.min(1, middle + spread),
  };
}
