import type { Direction } from '../../recording/figures/figure-definition.ts';
import type { Difference } from './difference.ts';
import type { FigureDescription } from './figure-descriptions.ts';

/** What is said of a design's figure against the first design's. */
export const VERDICTS = {
  reference: 'the first design, which the others are compared with',
  better: 'the difference is what a planner prefers, and more than luck',
  worse: 'the difference is what a planner would avoid, and more than luck',
  differs: 'the difference is more than luck, and neither way is better in itself',
  'no worse':
    'the interval of the difference leaves out all that is worse by more than the margin of `equivalence`',
  'no difference shown': 'luck alone may make such a difference; there may be one, or none',
  'not known': 'the figure is there in fewer than five replications of both designs, or not in both',
  'not judged': 'the figure is none of the headlines, and no verdict is given',
} as const;

export type Verdict = keyof typeof VERDICTS;

/** Fewer replications of a random design show nothing: even all five differences of one sign are luck in one case of 16. */
export const LEAST_REPLICATIONS = 5;

/** A verdict, and what it rests on. */
export interface Judgment {
  readonly verdict: Verdict;
  /** The values, or that they exist in more replications of one design. */
  readonly by: 'values' | 'existence';
  /**
   * `primary` of the figure that carries the verdict, `adjusted` of the others, which are tested together; `exact` where
   * nothing is random; `none` where nothing was tested.
   */
  readonly role: 'primary' | 'adjusted' | 'exact' | 'none';
  /** How likely such a difference is by luck alone, before adjustment; `null` where nothing was tested. */
  readonly pValue: number | null;
  /** The smallest difference that so many replications could have shown, in the figure's own unit; else `null`. */
  readonly smallest: number | null;
  /** The margin of `equivalence`, where there is one for the figure. */
  readonly margin: number | null;
}

/** A judgment on which nothing was tested. */
export function untested(verdict: Verdict): Judgment {
  return { verdict, by: 'values', role: 'none', pValue: null, smallest: null, margin: null };
}

export type Side = -1 | 0 | 1;

/** By preference, what it means that the difference is below 0, not told from it, or above. */
const VERDICT_OF: Record<Direction, Record<Side, Verdict>> = {
  less: { [-1]: 'better', 0: 'no difference shown', 1: 'worse' },
  more: { [-1]: 'worse', 0: 'no difference shown', 1: 'better' },
  neither: { [-1]: 'differs', 0: 'no difference shown', 1: 'differs' },
};

/** The verdict on a difference on some side of 0. */
export function verdictOn({ preference }: FigureDescription, by: Judgment['by'], side: Side): Verdict {
  if (by === 'values') return VERDICT_OF[preference][side];
  // A figure that does not exist is one that never came: the worst, wherever there is a worst.
  return VERDICT_OF[preference === 'neither' ? 'neither' : 'more'][side];
}

/** The side of 0 on which a difference is. */
export function sideOf({ mean, existing }: Difference, by: Judgment['by']): Side {
  const value = by === 'values' ? (mean ?? 0) : existing.onlySecond - existing.onlyFirst;
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}

/** Whether the interval of a difference leaves out all that is worse by more than a margin; where neither way is, all larger. */
export function isNoWorse(
  { preference }: FigureDescription,
  { low, high }: Difference,
  margin: number,
): boolean {
  if (low === null || high === null) return false;
  const up = high <= margin;
  const down = low >= -margin;
  if (preference === 'less') return up;
  return preference === 'more' ? down : up && down;
}
