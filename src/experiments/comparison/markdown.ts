import { escapeMarkdown, fenced, markdownTable, titleLine } from '../../text/markdown.ts';
import { formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';
import { MAX_EXACT } from '../statistics/sign-flip.ts';
import { choiceSentences } from './choice-sentences.ts';
import type { ComparedFigure, Comparison } from './compare.ts';
import { figuresToTell } from './headline-choice.ts';
import { intervalNotes, replicationNotes, verdictNotes } from './notes.ts';
import { riskRows } from './risk.ts';
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
  /** What of the replications asked for is not there, as sentences. */
  readonly missing?: readonly string[];
}

/** The comparison as Markdown for a change request: the verdicts first, then the figures, how they came about, and how to repeat it. */
export function comparisonMarkdown(comparison: Comparison, context: MarkdownContext): string {
  const told = figuresToTell(comparison);
  const choice = choiceSentences(comparison).map((sentence) => `${safe(sentence)}.`);
  const risk = riskRows(comparison).map((row) => row.map(safe));
  return [
    titleLine(context.title),
    ...(context.missing ?? []).flatMap((sentence) => ['', `**Incomplete**: ${safe(sentence)}`]),
    ...(choice.length === 0
      ? []
      : section('What to choose', [`**${choice[0]}** ${choice.slice(1).join(' ')}`.trim()])),
    ...section('Compared', list(comparison.designs.map((_, place) => designLine(comparison, place)))),
    ...section(
      'What differs',
      comparison.designs.slice(1).flatMap((_, index) => verdicts(comparison, told, index + 1)),
    ),
    ...section('Figures', tableOf(comparison, told)),
    ...(risk.length === 0 ? [] : section('Risk', markdownTable(risk, 1))),
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
  { designs, confidence, primary }: Comparison,
  told: readonly ComparedFigure[],
  place: number,
): string[] {
  const decided = ({ designs: values }: ComparedFigure) =>
    ['better', 'worse', 'differs', 'no worse'].includes(values[place].judgment.verdict);
  const sentence = ({ description, designs: values }: ComparedFigure) =>
    `${escapeMarkdown(verdictSentence(description, values[0], values[place], confidence))}.`;
  const main = told.filter(({ description }) => description.path === primary);
  const others = told.filter(({ description }) => description.path !== primary);
  const ordered = [...others.filter(decided), ...others.filter((figure) => !decided(figure))];
  const gap = place === 1 ? [] : [''];
  return [
    ...gap,
    `**${safe(designs[place].name)}** against **${safe(designs[0].name)}**:`,
    '',
    ...main.map((figure) => `- **${sentence(figure)}**`),
    ...list(ordered.map((figure) => `${sentence(figure)}${adjustedMark(figure, place)}`)),
  ];
}

/** A verdict of a figure that is not the primary one is adjusted, and says so. */
function adjustedMark({ designs }: ComparedFigure, place: number): string {
  const { role, verdict } = designs[place].judgment;
  return role === 'adjusted' && verdict !== 'no difference shown' ? ' (adjusted)' : '';
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
    ...verdictNotes(comparison),
    'Differences are tested by all choices of signs (Fisher; of shares of replications that is the exact test of McNemar), from ' +
      `${MAX_EXACT + 1} differing replications on by Student's t. One in ${formatNumber(1 / (1 - confidence), 0)} is split: four ` +
      'fifths to the figure that carries the verdict, one fifth to the others, which get all of it once the first differs ' +
      '(Wiens and Dmitrienko); over designs and figures by Holm.',
    `Means and mean differences have ${percent(confidence)} intervals by Student's t; shares of replications Wilson's score ` +
      "interval, their differences Newcombe's for pairs (method 10), widened to 0 where the exact test shows none; medians, " +
      'in `summary.csv`, that of order statistics.',
    'A figure that does not exist in a replication is counted and told of; differences are made from the replications ' +
      'in which both designs have it.',
    `*no difference shown*: ${VERDICTS['no difference shown']}. What could have been shown is for a chance of four in five.`,
    ...intervalNotes(comparison),
  ];
}
