import { aligned } from '../../text/aligned.ts';
import { plainText } from '../../text/plain-text.ts';
import type { ComparedFigure, Comparison } from './compare.ts';
import { figuresToTell } from './headline-choice.ts';
import { intervalNotes, replicationNotes } from './notes.ts';
import { percent, verdictSentence } from './sentences.ts';
import { shownDifference, shownMean, shownTitle } from './shown-value.ts';

/** Columns of a terminal that the tables keep within, if any way. */
export const TERMINAL_WIDTH = 100;
const COLUMN_NAME_LIMIT = 16;
/** Columns of texts; the others are numbers. */
const FIGURE_COLUMN = 0;
const VERDICT_COLUMN = 4;

/**
 * The comparison for a terminal, as lines: a table for each design after the first, what is missing, and how many more
 * replications might show a difference.
 */
export function terminalLines(comparison: Comparison): string[] {
  const told = figuresToTell(comparison);
  const blocks = comparison.designs
    .slice(1)
    .flatMap((_, index) => [...block(comparison, told, index + 1), '']);
  const alone = comparison.designs.length === 1 ? [...single(comparison, told), ''] : [];
  return [...alone, ...blocks, ...replicationNotes(comparison), ...intervalNotes(comparison).slice(0, 1)];
}

function block(comparison: Comparison, told: readonly ComparedFigure[], place: number): string[] {
  const first = plainText(comparison.designs[0].name);
  const { name, inCommon } = comparison.designs[place];
  const full = tableOf(comparison, told, place, true);
  const fits = full.every((line) => line.length <= TERMINAL_WIDTH);
  return [
    `${plainText(name)} against ${first}: ${inCommon} replications in pairs, ${percent(comparison.confidence)} intervals`,
    ...(fits ? full : tableOf(comparison, told, place, false)),
    ...furtherWords(comparison, told, place),
  ];
}

function tableOf(
  { designs }: Comparison,
  told: readonly ComparedFigure[],
  place: number,
  withIntervals: boolean,
): string[] {
  const header = [
    'figure',
    plainText(designs[0].name, COLUMN_NAME_LIMIT),
    plainText(designs[place].name, COLUMN_NAME_LIMIT),
    'difference',
    'verdict',
  ];
  const rows = told.map(({ description, designs: values }) => [
    shownTitle(description),
    shownMean(description, values[0].estimate, withIntervals),
    shownMean(description, values[place].estimate, withIntervals),
    shownDifference(description, values[place].difference),
    values[place].judgment.verdict.replace('no difference shown', 'none shown'),
  ]);
  return aligned([header, ...rows], [FIGURE_COLUMN, VERDICT_COLUMN]);
}

/** One design alone: its figures with their intervals. */
function single({ designs }: Comparison, told: readonly ComparedFigure[]): string[] {
  const header = ['figure', plainText(designs[0].name, COLUMN_NAME_LIMIT)];
  const rows = told.map(({ description, designs: [{ estimate }] }) => [
    shownTitle(description),
    shownMean(description, estimate, true),
  ]);
  return aligned([header, ...rows], [FIGURE_COLUMN]);
}

/** Sentences for what the table cannot say: values that do not exist, and how far off an answer is. */
function furtherWords({ confidence }: Comparison, told: readonly ComparedFigure[], place: number): string[] {
  return told
    .filter(({ designs }) => {
      const { judgment, estimate, difference } = designs[place];
      const openEnded = judgment.verdict === 'no difference shown' && difference?.moreNeeded != null;
      return openEnded || estimate.missing > 0 || designs[0].estimate.missing > 0;
    })
    .map(
      ({ description, designs }) =>
        `- ${verdictSentence(description, designs[0], designs[place], confidence)}.`,
    );
}
