import { escapeMarkdown, fenced, markdownTable, titleLine } from '../../text/markdown.ts';
import { plainText } from '../../text/plain-text.ts';
import type { ComparedFigure, Comparison } from './compare.ts';
import { figuresToTell } from './headline-choice.ts';
import { intervalNotes, replicationNotes } from './notes.ts';
import { percent, verdictSentence } from './sentences.ts';
import { shownDifference, shownMean, shownTitle } from './shown-value.ts';
import { VERDICTS } from './verdict.ts';

/** What a change request needs besides the figures. Texts are untrusted and escaped. */
export interface MarkdownContext {
  /** How the comparison is called; the designs' titles, for one. */
  readonly title: string;
  /** The command that repeats it, as typed. */
  readonly command: string;
  /** Version of vasim. */
  readonly version: string;
  /** The seed that all designs share. */
  readonly seed: string;
  /** Assumptions of the model or the scenarios that the reader should know; none of them empty. */
  readonly assumptions: readonly string[];
}

/** The comparison as Markdown for a change request: the verdicts first, then the figures, how they came about, and how to repeat it. */
export function comparisonMarkdown(comparison: Comparison, context: MarkdownContext): string {
  const told = figuresToTell(comparison);
  return [
    titleLine(context.title),
    ...section('Compared', list(comparison.designs.map((_, place) => designLine(comparison, place)))),
    ...section(
      'What differs',
      comparison.designs.slice(1).flatMap((_, index) => verdicts(comparison, told, index + 1)),
    ),
    ...section('Figures', tableOf(comparison, told)),
    ...section('How this was found', list(methods(comparison))),
    ...(context.assumptions.length === 0 ? [] : section('Assumptions', list(context.assumptions.map(safe)))),
    ...section('To repeat it', [
      ...fenced(context.command),
      '',
      `vasim ${safe(context.version)}, seed ${safe(context.seed)}: the same files, seed and version give the same figures.`,
      '',
    ]),
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): string[] {
  return ['', `## ${heading}`, '', ...lines, ''].slice(0, lines.length + 3);
}

function list(items: readonly string[]): string[] {
  return items.map((item) => `- ${item}`);
}

function safe(text: string): string {
  return escapeMarkdown(plainText(text, 400));
}

function designLine({ designs }: Comparison, place: number): string {
  const { name, replications } = designs[place];
  const part = place === 0 ? ', which the others are compared with' : '';
  return `**${safe(name)}**: ${replications} replications${part}`;
}

/** A heading for the design and a sentence a figure, the decided ones first. */
function verdicts(
  { designs, confidence }: Comparison,
  told: readonly ComparedFigure[],
  place: number,
): string[] {
  const decided = ({ designs: values }: ComparedFigure) =>
    ['better', 'worse', 'differs'].includes(values[place].judgment.verdict);
  const ordered = [...told.filter(decided), ...told.filter((figure) => !decided(figure))];
  const sentences = ordered.map(
    ({ description, designs: values }) =>
      `${escapeMarkdown(verdictSentence(description, values[0], values[place], confidence))}.`,
  );
  const gap = place === 1 ? [] : [''];
  return [
    ...gap,
    `**${safe(designs[place].name)}** against **${safe(designs[0].name)}**:`,
    '',
    ...list(sentences),
  ];
}

/** A row a figure: each design's mean, and each other design's difference from the first. */
function tableOf({ designs }: Comparison, told: readonly ComparedFigure[]): string[] {
  const [first, ...others] = designs.map(({ name }) => safe(name));
  const header = ['figure', first, ...others.flatMap((name) => [name, `${name} less ${first}`, 'verdict'])];
  const rows = told.map(({ description, designs: [reference, ...values] }) => [
    escapeMarkdown(shownTitle(description)),
    shownMean(description, reference.estimate, true),
    ...values.flatMap(({ estimate, difference, judgment }) => [
      shownMean(description, estimate, true),
      shownDifference(description, difference),
      judgment.verdict,
    ]),
  ]);
  return markdownTable([header, ...rows], 1);
}

function methods(comparison: Comparison): string[] {
  const { confidence } = comparison;
  return [
    ...replicationNotes(comparison).map(escapeMarkdown),
    'Replications of equal number met the same random numbers in every design (common random numbers), so designs are ' +
      'compared replication by replication.',
    `Means and mean differences have ${percent(confidence)} intervals by Student's t; shares of replications Wilson's score ` +
      "interval, their differences Newcombe's for pairs (method 10); medians, in `summary.csv`, that of order statistics.",
    'A figure that does not exist in a replication is counted and told of; differences are made from the replications ' +
      'in which both designs have it.',
    `*no difference shown*: ${VERDICTS['no difference shown']}. How many more might show one is for a chance of four in ` +
      'five, if the difference is as large as seen.',
    ...intervalNotes(comparison),
  ];
}
