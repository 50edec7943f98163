import { type BestComparison, compareWithBest } from '../statistics/best-design.ts';
import type { Values } from '../statistics/pairs.ts';
import type { FigureDescription } from './figure-descriptions.ts';
import { LEAST_REPLICATIONS, type Verdict } from './verdict.ts';

/** Which of the designs the primary figure speaks for. Designs are numbered in their order. */
export interface Choice {
  readonly description: FigureDescription;
  /** The best with the confidence of the comparison; `null` when none is. */
  readonly best: number | null;
  /** Those that may be the best: only the best one where there is one. */
  readonly candidates: readonly number[];
  /** Of three designs or more, each one's difference from the best of the others, with simultaneous intervals. */
  readonly intervals: BestComparison['intervals'] | null;
  /** `verdict` of two designs, `multiple comparisons` of more, `exact` where nothing is random. */
  readonly by: 'verdict' | 'multiple comparisons' | 'exact';
  /** Replications that all designs have. */
  readonly replications: number;
}

/** What a choice is made from. */
export interface ChoiceQuestion {
  readonly description: FigureDescription;
  /** The primary figure of each design. */
  readonly values: readonly Values[];
  readonly confidence: number;
  readonly random: boolean;
  /** On the second design against the first. */
  readonly verdict: Verdict;
}

/**
 * Chooses by the primary figure: of two designs as its verdict says, of more by multiple comparisons with the best.
 *
 * @returns `null` where there is nothing to choose: one design, a figure that some replication does not have or of which
 *   neither way is better, fewer than five replications of random designs
 */
export function chooseDesign(question: ChoiceQuestion): Choice | null {
  const { description, values, confidence, random, verdict } = question;
  if (values.length < 2 || description.preference === 'neither') return null;
  const columns = commonColumns(values).map((column) =>
    description.preference === 'less' ? column : column.map((value) => -value),
  );
  const replications = columns[0].length;
  const least = random ? LEAST_REPLICATIONS : 1;
  if (replications < least || columns.some((column) => column.some(Number.isNaN))) return null;
  const common = { description, replications };
  if (!random)
    return { ...common, ...exactBest(columns.map(([value]) => value)), intervals: null, by: 'exact' };
  if (columns.length === 2) {
    const best = verdict === 'better' ? 1 : verdict === 'worse' ? 0 : null;
    return { ...common, best, candidates: best === null ? [0, 1] : [best], intervals: null, by: 'verdict' };
  }
  return { ...common, ...compareWithBest(columns, confidence), by: 'multiple comparisons' };
}

function exactBest(values: readonly number[]): { best: number | null; candidates: number[] } {
  const least = Math.min(...values);
  const candidates = [...values.keys()].filter((design) => values[design] === least);
  return { best: candidates.length === 1 ? candidates[0] : null, candidates };
}

/** The values of the replications that all designs have. */
function commonColumns(values: readonly Values[]): Float64Array[] {
  const counts = new Map<number, number>();
  for (const { replications } of values)
    for (const number of replications) counts.set(number, (counts.get(number) ?? 0) + 1);
  return values.map(({ replications, values: own }) =>
    Float64Array.from(
      [...replications.keys()].filter((row) => counts.get(replications[row]) === values.length),
      (row) => own[row],
    ),
  );
}
