import { aligned } from '../../text/aligned.ts';
import { plainText } from '../../text/plain-text.ts';
import { choiceSentences } from './choice-sentences.ts';
import type { ComparedFigure, Comparison } from './compare.ts';
import { figuresToTell } from './headline-choice.ts';
import { intervalNotes, replicationNotes, verdictNotes } from './notes.ts';
import { riskRows } from './risk.ts';
import { percent, verdictSentence } from './sentences.ts';
import { shownDifference, shownMean, shownTitle } from './shown-value.ts';

/** Columns of a terminal that the tables keep within, if any way. */
export const TERMINAL_WIDTH = 100;
const COLUMN_NAME_LIMIT = 16;
const RISK_CELL_LIMIT = 48;
/** Columns of texts; the others are numbers. */
const FIGURE_COLUMN = 0;
const VERDICT_COLUMN = 4;

/**
 * The comparison for a terminal, as lines. Shares of replications have their intervals in the table of risks in any case.
 * First comes which design to choose, a table for each design after the first, what is missing, the
 * risks, and how far all that can be trusted.
 */
export function terminalLines(comparison: Comparison): string[] {
  const told = figuresToTell(comparison);
  const choice = choiceSentences(comparison).map((sentence) => `${sentence}.`);
  const blocks = comparison.designs
    .slice(1)
    .flatMap((_, index) => [...block(comparison, told, index + 1), '']);
  const alone = comparison.designs.length === 1 ? [...single(comparison, told), ''] : [];
  const risk = riskRows(comparison).map((row) => row.map((cell) => plainText(cell, RISK_CELL_LIMIT)));
  return [
    ...(choice.length === 0 ? [] : [...choice, '']),
    ...alone,
    ...blocks,
    ...(risk.length === 0 ? [] : [...aligned(risk, [0]), '']),
    ...replicationNotes(comparison),
    ...verdictNotes(comparison),
    ...intervalNotes(comparison).slice(0, 1),
  ];
}

function block(comparison: Comparison, told: readonly ComparedFigure[], place: number): string[] {
  const first = plainText(comparison.designs[0].name);
  const { name, inCommon } = comparison.designs[place];
  const full = tableOf(comparison, told, place, true);
  const fits = full.every((line) => line.length <= TERMINAL_WIDTH);
  return [
    `${plainText(name)} against ${first}: ${inCommon} ${inCommon === 1 ? 'replication' : 'replications'} in pairs, ${percent(comparison.confidence)} intervals`,
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
      const { judgment, estimate } = designs[place];
      const { verdict, smallest } = judgment;
      const openEnded = verdict === 'no difference shown' && smallest !== null;
      return openEnded || verdict === 'no worse' || estimate.missing > 0 || designs[0].estimate.missing > 0;
    })
    .map(
      ({ description, designs }) =>
        `- ${verdictSentence(description, designs[0], designs[place], confidence)}.`,
    );
}
