import { meets } from '../../recording/figures/expectations.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import type { Criterion, Exercise } from '../../scenario/schema/exercises.ts';
import type { Comparison } from '../../scenario/schema/expectations.ts';
import { decimalsFor, formatNumber } from '../../text/numbers.ts';
import { figureValues } from '../comparison/compare.ts';
import { type DesignResults, tabulate, valuesOf } from '../comparison/design-results.ts';
import { type Estimate, estimateOf, shareOf } from '../comparison/estimate.ts';
import { COST, type FigureDescription, HEADLINES } from '../comparison/figure-descriptions.ts';
import { figureColumn } from '../comparison/figure-values.ts';

/** The share of intervals that hold the truth. */
const CONFIDENCE = 0.95;

/** What came of a limit or a goal. */
export interface JudgedCriterion extends Criterion {
  readonly held: boolean;
  /** The mean over the replications; `null` when the figure does not exist in some. */
  readonly mean: number | null;
  /** The interval of the mean; `null` where chance plays no part or the figure does not exist. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What an answer is worth. */
export interface Grade {
  /** The goals that it holds; 0 where it breaks a limit. */
  readonly points: number;
  readonly passed: boolean;
  readonly limits: readonly JudgedCriterion[];
  readonly goals: readonly JudgedCriterion[];
  /** The mean; `null` where nothing is priced. */
  readonly cost: number | null;
  /** The first limit or goal that did not hold, in words; `null` when all did. */
  readonly lost: string | null;
}

/**
 * Grades an answer by what its replications gave. A limit or goal holds when the mean over the replications is as it
 * says; of a share, such as `machines.everNotification > 0`, the share.
 *
 * @param replications the figures of each, in their order
 */
export function gradeOf({ limits, goals }: Exercise, replications: readonly Figures[]): Grade {
  const numbered = replications.map((figures, number) => [number, figureColumn(figures)] as const);
  const results = tabulate('answer', new Map(numbered));
  const judged = {
    limits: limits.map((each) => judge(each, results)),
    goals: goals.map((each) => judge(each, results)),
  };
  const broken = judged.limits.find(({ held }) => !held);
  const missed = judged.goals.find(({ held }) => !held);
  const held = judged.goals.filter((goal) => goal.held).length;
  return {
    ...judged,
    points: broken === undefined ? held : 0,
    passed: broken === undefined && missed === undefined,
    cost: meanOf(estimated(COST, results)),
    lost: broken ? `limit: ${sentence(broken)}` : missed ? `goal: ${sentence(missed)}` : null,
  };
}

function judge(criterion: Criterion, results: DesignResults): JudgedCriterion {
  const estimate = estimated(criterion.figure, results);
  const mean = meanOf(estimate);
  const { constant, low, high, missing, count } = estimate;
  // A figure that exists in some replications only is neither a number nor nothing.
  const isMixed = missing > 0 && count > 0;
  // Equal values say nothing of chance; a share of replications has an interval even then.
  const known = mean !== null && (!constant || isShare(criterion.figure));
  return {
    ...criterion,
    held: !isMixed && meets(criterion.comparison, criterion.value, mean),
    mean,
    low: known ? low : null,
    high: known ? high : null,
  };
}

/** The mean where the figure exists in every replication; of equal values exactly theirs. */
function meanOf({ mean, median, constant, missing }: Estimate): number | null {
  if (missing > 0) return null;
  return constant ? median : mean;
}

function estimated(path: string, results: DesignResults): Estimate {
  const share = shareNamed(path);
  return share === undefined
    ? estimateOf(valuesOf(results, path), CONFIDENCE, 'neither')
    : shareOf(figureValues(share, results), CONFIDENCE, 'neither');
}

function isShare(path: string): boolean {
  return shareNamed(path) !== undefined;
}

function shareNamed(path: string): FigureDescription | undefined {
  return HEADLINES.find((headline) => headline.path === path && headline.share !== undefined);
}

const WORDS: Readonly<Record<Comparison, string>> = {
  is: 'is',
  atLeast: 'at least',
  atMost: 'at most',
  above: 'above',
  below: 'below',
};

/** A limit or goal in words: `machines.everNotification is 0`, behind what it means where the exercise says so. */
export function criterionText({ figure, comparison, value, say }: Criterion): string {
  return `${say === null ? '' : `${say}: `}${figure} ${WORDS[comparison]} ${value ?? 'none'}`;
}

/** What a figure came to, with its interval where chance plays a part: `3.2 [1.1, 5.3]`. */
export function outcomeText({ mean, low, high }: JudgedCriterion): string {
  if (mean === null) return 'none';
  const spread = low === null || high === null ? null : (high - low) / 2;
  const shown = (value: number) => formatNumber(value, decimalsFor(value, spread));
  return low === null || high === null ? shown(mean) : `${shown(mean)} [${shown(low)}, ${shown(high)}]`;
}

function sentence(judged: JudgedCriterion): string {
  return `${criterionText(judged)}, but is ${outcomeText(judged)}`;
}
