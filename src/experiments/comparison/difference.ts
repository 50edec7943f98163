import { meanInterval } from '../statistics/mean-interval.ts';
import { type PairedCounts, pairedProportions } from '../statistics/paired-proportions.ts';
import { pairUp, type Values } from '../statistics/pairs.ts';
import { replicationsNeeded } from '../statistics/replications-needed.ts';
import { signFlipTest } from '../statistics/sign-flip.ts';

/** How a design differs from the first in one figure: itself less the first, in the figure's own unit. */
export interface Difference {
  /** Replications in which both designs have the figure: those that the difference is made from. */
  readonly pairs: number;
  /** In which of the common replications the figure exists. */
  readonly existing: PairedCounts;
  /** Replications that only one of the two designs ran. */
  readonly unpaired: number;
  readonly mean: number | null;
  /** Standard deviation of the differences; 0 of fewer than two. */
  readonly deviation: number;
  /** The interval of the mean difference; `null` of fewer than two pairs. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the difference is the same in two pairs or more, and in all. */
  readonly constant: boolean;
  /** How likely such a difference is by luck alone, by {@link signFlipTest}, not adjusted for other figures; 1 of no pairs. */
  readonly pValue: number;
  /** About how many more might show a difference of this size; `null` where one is shown or none can be hoped for. */
  readonly moreNeeded: number | null;
}

/** The mean paired difference with Student's t interval. */
export function differenceOf(first: Values, second: Values, confidence: number): Difference {
  const { differences, existing, unpaired } = pairUp(first, second);
  const { count, mean, halfWidth, deviation, constant } = meanInterval(differences, confidence);
  const bounded = mean !== null && halfWidth !== null;
  return {
    pairs: count,
    existing,
    unpaired,
    mean,
    deviation,
    low: bounded ? mean - halfWidth : null,
    high: bounded ? mean + halfWidth : null,
    constant,
    pValue: signFlipTest(differences),
    moreNeeded:
      bounded && Math.abs(mean) <= halfWidth && !constant
        ? moreNeeded(mean, deviation, count, confidence)
        : null,
  };
}

/**
 * The difference of two shares of replications, whose values are 0 and 1, with Newcombe's paired interval. Of few pairs that
 * interval is too narrow, so it holds 0 wherever the exact test does not tell the shares apart.
 */
export function shareDifferenceOf(first: Values, second: Values, confidence: number): Difference {
  const difference = differenceOf(first, second, confidence);
  if (difference.pairs < 2) return difference;
  const interval = pairedProportions(agreement(first, second), confidence);
  const told = difference.pValue <= 1 - confidence;
  const low = told ? interval.low : Math.min(0, interval.low);
  const high = told ? interval.high : Math.max(0, interval.high);
  return { ...difference, low, high, moreNeeded: low > 0 || high < 0 ? null : difference.moreNeeded };
}

function moreNeeded(mean: number, deviation: number, count: number, confidence: number): number | null {
  const needed = replicationsNeeded(mean, deviation, confidence);
  return needed === null ? null : Math.max(1, needed - count);
}

/** How often both values are 1, one is, or none. */
function agreement(first: Values, second: Values): PairedCounts {
  const yesOnly = ({ replications, values }: Values) => ({
    replications,
    values: Float64Array.from(values, (value) => (value === 1 ? 1 : Number.NaN)),
  });
  return pairUp(yesOnly(first), yesOnly(second)).existing;
}
