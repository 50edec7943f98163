import type { DesignResults } from '../comparison/design-results.ts';
import { type SweepCell, type SweptFigure, sweepFigure } from '../comparison/sweep.ts';
import { findTipping } from '../comparison/tipping.ts';
import { tippingSentences } from '../comparison/tipping-sentence.ts';
import { type GridPoint, gridOf } from './grid.ts';
import type { Variation } from './variation.ts';

/** What is swept, and what is looked at. */
export interface SweepQuestion {
  /** One or two. */
  readonly variations: readonly Variation[];
  /** The path of the figure that is told of, in `summary.json`. */
  readonly figure: string;
}

/** What a sweep has found. */
export interface SweepFindings {
  readonly question: SweepQuestion;
  /** In the order of the points of {@link swept}. */
  readonly points: readonly GridPoint[];
  readonly swept: SweptFigure;
  /** Where the answer tips, as sentences without periods. */
  readonly sentences: readonly string[];
  /** Of every point. */
  readonly replications: number;
}

/**
 * Follows the figure over the grid. Along a setting of a machine group it is also told where that group begins or ceases to
 * be licensed at all.
 *
 * @param results of each point, in the order of the grid
 */
export function findingsOf(question: SweepQuestion, results: readonly DesignResults[]): SweepFindings {
  const { variations, figure } = question;
  const points = gridOf(variations);
  const settings = variations.map(({ path }) => path);
  const cells = points.map(({ values }, index) => ({ values, results: results[index] }));
  const swept = sweepFigure(settings, cells, figure);
  const ofGroup = licensedOfGroup(settings, results[0]);
  const alsoTips = ofGroup === null || ofGroup === figure ? null : tippingFromZero(settings, cells, ofGroup);
  const sentences = joined(alsoTips, tippingSentences(swept));
  return { question, points, swept, sentences, replications: results[0].replications.length };
}

const EVER_LICENSED = /^groups\.(.+)\.everLicensed$/;

/** How many of a group are ever licensed, where the only setting is one of the group's. */
function licensedOfGroup(settings: readonly string[], { columns }: DesignResults): string | null {
  if (settings.length > 1) return null;
  const everLicensed = [...columns.keys()].filter((path) => EVER_LICENSED.test(path));
  return (
    everLicensed.find((path) => settings[0].startsWith(`machines.${EVER_LICENSED.exec(path)?.[1]}.`)) ?? null
  );
}

/** The sentence of a figure that is 0 on one side of a place; `null` when it is not. */
function tippingFromZero(
  settings: readonly string[],
  cells: readonly SweepCell[],
  figure: string,
): string | null {
  const swept = sweepFigure(settings, cells, figure);
  const { tipping } = findTipping(swept);
  return tipping?.kind === 'from zero' ? tippingSentences(swept)[0] : null;
}

/** The sentences, those of one claim made into one: what speaks for it stands behind the colon. */
function joined(first: string | null, [second, ...rest]: readonly string[]): string[] {
  if (first === null) return [second, ...rest];
  const [claim] = first.split(': ', 1);
  if (!second.startsWith(`${claim}: `)) return [second, first, ...rest];
  return [`${first}; ${second.slice(claim.length + 2)}`, ...rest];
}
