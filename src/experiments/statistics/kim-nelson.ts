import { momentsOf } from './moments.ts';

/** Which of two designs has the lower mean. */
export type PairVerdict = 'first' | 'second' | 'open';

/** A comparison of two designs on common random numbers. */
export interface PairQuestion {
  /** Values of the first less those of the second, one a replication, two or more. */
  readonly differences: readonly number[];
  /** How many of them the variance is estimated from, two or more: the first stage. */
  readonly firstStage: number;
  /** The chance of choosing the design whose mean is higher by `indifference` or more. */
  readonly level: number;
  /** A difference that does not matter, above 0. */
  readonly indifference: number;
}

/**
 * The fully sequential procedure of S.-H. Kim and B. L. Nelson, "A fully sequential procedure for indifference-zone selection
 * in simulation", ACM Transactions on Modeling and Computer Simulation 11 (2001) 251-273, with c = 1, for one pair: the sum of
 * the differences is watched until it leaves a triangle, so that a clear loser is dropped after few replications and
 * no comparison goes on forever. Differences that are all equal decide at once; if they are 0, for the second.
 */
export function kimNelson({ differences, firstStage, level, indifference }: PairQuestion): PairVerdict {
  if (differences.length < firstStage) return 'open';
  const { deviation } = momentsOf(differences.slice(0, firstStage));
  const freedom = firstStage - 1;
  const eta = ((2 * level) ** (-2 / freedom) - 1) / 2;
  const slope = (2 * eta * freedom * deviation ** 2) / indifference ** 2;
  let sum = 0;
  for (const [index, difference] of differences.entries()) {
    sum += difference;
    const count = index + 1;
    if (count < firstStage) continue;
    const border = (indifference / 2) * Math.max(0, slope - count);
    if (sum < -border) return 'first';
    if (sum > border || border === 0) return 'second';
  }
  return 'open';
}
