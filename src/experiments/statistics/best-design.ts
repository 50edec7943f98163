import { largestQuantile } from './equicorrelated-t.ts';
import { momentsOf } from './moments.ts';
import { signFlipTest } from './sign-flip.ts';

/** How designs compare with the best of the others, in one figure of which less is better. */
export interface BestComparison {
  /** By design: its mean less that of the best of the others, with simultaneous intervals that hold 0 at an end. */
  readonly intervals: readonly { readonly low: number; readonly high: number }[];
  /** The design that is best with the confidence asked for; `null` when no single one is. */
  readonly best: number | null;
  /** Those that may be the best. */
  readonly candidates: readonly number[];
}

/**
 * Multiple comparisons with the best on common random numbers: B. L. Nelson and F. J. Matejcik, "Using common random numbers
 * for indifference-zone selection and multiple comparisons in simulation", Management Science 41 (1995) 1935-1945, their
 * procedure for designs that are correlated alike. With the confidence asked for, all intervals hold what they estimate.
 *
 * Figures of 0 and 1 are not normal, and the method counts on that only for their means: so the best one must besides differ from
 * each of the others by {@link signFlipTest}, each at its part of what is left to chance.
 *
 * @param columns by design, two or more, each with a value a replication, two or more, in the same order
 */
export function compareWithBest(columns: readonly ArrayLike<number>[], confidence: number): BestComparison {
  const designs = columns.length;
  const replications = columns[0].length;
  const means = columns.map((column) => momentsOf(Array.from(column)).mean);
  const width = halfWidth(columns, means, confidence);
  const toBest = means.map(
    (mean, design) => mean - Math.min(...means.filter((_, other) => other !== design)),
  );
  const intervals = toBest.map((difference) => ({
    low: Math.min(0, difference - width),
    high: Math.max(0, difference + width),
  }));
  const level = (2 * (1 - confidence)) / (designs - 1);
  const differs = (design: number) =>
    columns.every((column, other) => {
      if (other === design) return true;
      const differences = Array.from({ length: replications }, (_, at) => columns[design][at] - column[at]);
      return signFlipTest(differences) <= level;
    });
  const best = toBest.findIndex(
    (difference, design) => difference + width <= 0 && difference < 0 && differs(design),
  );
  const mayBeBest = [...columns.keys()].filter((design) => toBest[design] - width <= 0);
  return {
    intervals,
    best: best === -1 ? null : best,
    candidates: best === -1 ? mayBeBest : [best],
  };
}

/** Half the width of the intervals: from the variance of a difference, estimated from all designs together. */
function halfWidth(
  columns: readonly ArrayLike<number>[],
  means: readonly number[],
  confidence: number,
): number {
  const designs = columns.length;
  const replications = columns[0].length;
  const overall = momentsOf(means).mean;
  let squares = 0;
  for (let replication = 0; replication < replications; replication += 1) {
    let sum = 0;
    for (const column of columns) sum += column[replication];
    const ofReplication = sum / designs;
    for (const [design, column] of columns.entries())
      squares += (column[replication] - means[design] - ofReplication + overall) ** 2;
  }
  const freedom = (designs - 1) * (replications - 1);
  const quantile = largestQuantile(confidence, designs - 1, freedom);
  return quantile * Math.sqrt((2 * squares) / freedom / replications);
}
