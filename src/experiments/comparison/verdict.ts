import { pairedProportions } from '../statistics/paired-proportions.ts';
import type { Difference } from './difference.ts';
import type { FigureDescription, Preference } from './figure-descriptions.ts';

/** What is said of a design's figure against the first design's. */
export const VERDICTS = {
  reference: 'the first design, which the others are compared with',
  better: 'the interval of the difference holds only what a planner prefers',
  worse: 'the interval of the difference holds only what a planner would avoid',
  differs: 'the interval of the difference leaves 0 out, and neither way is better in itself',
  'no difference shown':
    'the interval of the difference holds 0: more replications might show one, or there is none',
  'not known': 'fewer than two replications have the figure in both designs',
} as const;

export type Verdict = keyof typeof VERDICTS;

/** A verdict, and what it rests on: the values, or that they exist in more replications of one design. */
export interface Judgment {
  readonly verdict: Verdict;
  readonly by: 'values' | 'existence';
}

/**
 * Judges a difference. Where a figure exists in significantly more replications of one design, as when 95 % of the
 * machines are often never licensed, that decides: a mean over the lucky replications would mislead.
 */
export function judge(figure: FigureDescription, difference: Difference, confidence: number): Judgment {
  const { both, onlyFirst, onlySecond, neither } = difference.existing;
  if (both + onlyFirst + onlySecond + neither >= 2) {
    const existence = sideOf(pairedProportions(difference.existing, confidence));
    if (existence !== 0) return { verdict: VERDICT_OF[existenceWanted(figure)][existence], by: 'existence' };
  }
  if (difference.low === null || difference.high === null) return { verdict: 'not known', by: 'values' };
  const side = sideOf({ low: difference.low, high: difference.high });
  return { verdict: VERDICT_OF[figure.preference][side], by: 'values' };
}

type Side = -1 | 0 | 1;

/** By preference, what it means that the difference is below 0, not told from it, or above. */
const VERDICT_OF: Record<Preference, Record<Side, Verdict>> = {
  less: { [-1]: 'better', 0: 'no difference shown', 1: 'worse' },
  more: { [-1]: 'worse', 0: 'no difference shown', 1: 'better' },
  neither: { [-1]: 'differs', 0: 'no difference shown', 1: 'differs' },
};

/** A figure that does not exist stands for one that never came: it is the worst, wherever there is a worst. */
function existenceWanted({ preference }: FigureDescription): Preference {
  return preference === 'neither' ? 'neither' : 'more';
}

function sideOf({ low, high }: { readonly low: number; readonly high: number }): Side {
  if (low > 0) return 1;
  return high < 0 ? -1 : 0;
}
