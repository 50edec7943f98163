import { meanInterval } from '../statistics/mean-interval.ts';
import { type PairedCounts, pairedProportions } from '../statistics/paired-proportions.ts';
import { type Pairs, pairUp, type Values } from '../statistics/pairs.ts';
import { replicationsNeeded } from '../statistics/replications-needed.ts';

/** How a design differs from the first in one figure: itself less the first, in the figure's own unit. */
export interface Difference {
  /** Replications in which both designs have the figure: those that the difference is made from. */
  readonly pairs: number;
  /** In which of the common replications the figure exists. */
  readonly existing: PairedCounts;
  /** Replications that only one of the two designs ran. */
  readonly unpaired: number;
  readonly mean: number | null;
  /** `null` of fewer than two pairs. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the difference is the same in two pairs or more, and in all. */
  readonly constant: boolean;
  /** About how many more might show a difference of this size; `null` where one is shown or none can be hoped for. */
  readonly moreNeeded: number | null;
}

/** The mean paired difference with Student's t interval. */
export function differenceOf(first: Values, second: Values, confidence: number): Difference {
  const pairs = pairUp(first, second);
  const { count, mean, halfWidth, deviation, constant } = meanInterval(pairs.differences, confidence);
  const bounded = mean !== null && halfWidth !== null;
  return {
    ...countsOf(pairs),
    mean,
    low: bounded ? mean - halfWidth : null,
    high: bounded ? mean + halfWidth : null,
    constant,
    moreNeeded:
      bounded && Math.abs(mean) <= halfWidth && !constant
        ? moreNeeded(mean, deviation, count, confidence)
        : null,
  };
}

/** The difference of two shares of replications, whose values are 0 and 1, with Newcombe's paired interval. */
export function shareDifferenceOf(first: Values, second: Values, confidence: number): Difference {
  const difference = differenceOf(first, second, confidence);
  if (difference.pairs < 2) return difference;
  const { low, high } = pairedProportions(agreement(first, second), confidence);
  return { ...difference, low, high, moreNeeded: low > 0 || high < 0 ? null : difference.moreNeeded };
}

function countsOf({ differences, existing, unpaired }: Pairs) {
  return { pairs: differences.length, existing, unpaired };
}

function moreNeeded(mean: number, deviation: number, count: number, confidence: number): number | null {
  const needed = replicationsNeeded(mean, deviation, confidence);
  return needed === null ? null : Math.max(1, needed - count);
}

/** How often both values are 1, one is, or none. */
function agreement(first: Values, second: Values): PairedCounts {
  const yesOnly = (values: Values) =>
    new Map([...values].map(([replication, value]) => [replication, value === 1 ? 1 : null]));
  return pairUp(yesOnly(first), yesOnly(second)).existing;
}
