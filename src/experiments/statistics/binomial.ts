import { regularizedBeta } from './incomplete-beta.ts';

/**
 * The probability of at most `successes` in `trials` of which each succeeds with `probability`: Abramowitz and Stegun (1964),
 * 26.5.24.
 */
export function binomialAtMost(successes: number, trials: number, probability: number): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return regularizedBeta(1 - probability, trials - successes, successes + 1, probability);
}
