import { escapeMarkdown, fenced, markdownTable, titleLine } from '../../text/markdown.ts';
import { plainText } from '../../text/plain-text.ts';
import { percent } from '../comparison/sentences.ts';
import type { SweepFindings } from './findings.ts';
import { sweepRows } from './sweep-table.ts';

/** What a reader needs besides the findings. Texts are untrusted and escaped. */
export interface SweepContext {
  /** Title of the scenario. */
  readonly title: string;
  /** The command that repeats it, as typed. */
  readonly command: string;
  /** Version of vasim. */
  readonly version: string;
  readonly seed: string;
  /** Whether `charts/sweep.png` lies beside the text. */
  readonly charted: boolean;
  /** What of the replications asked for is not there, as sentences without periods. */
  readonly missing?: readonly string[];
}

/** The sweep as Markdown: where the answer tips first, then the points, how they came about, and how to repeat it. */
export function sweepMarkdown(findings: SweepFindings, context: SweepContext): string {
  const { swept, sentences, points } = findings;
  const rows = sweepRows(findings).map((row) => row.map(escapeMarkdown));
  const lines = [
    titleLine(context.title),
    '',
    ...(context.missing ?? []).flatMap((sentence) => [`**Incomplete**: ${escapeMarkdown(sentence)}.`, '']),
    '## Where the answer tips',
    '',
    ...sentences.map((sentence) => `- ${escapeMarkdown(sentence)}.`),
    '',
    ...(context.charted ? ['![The figure over the settings](charts/sweep.png)', ''] : []),
    `## ${points.length} points`,
    '',
    ...markdownTable(rows, swept.settings.length),
    '',
    '## How this was found',
    '',
    ...methods(findings).map((method) => `- ${method}`),
    '',
    '## To repeat it',
    '',
    ...fenced(context.command),
    '',
    `vasim ${escapeMarkdown(context.version)}, seed ${escapeMarkdown(plainText(context.seed))}: the same file, seed and version give the same figures.`,
  ];
  return `${lines.join('\n')}\n`;
}

function methods({ replications, swept: { confidence } }: SweepFindings): string[] {
  return [
    `Every point ran in ${replications} ${replications === 1 ? 'replication' : 'replications'}; equal numbers of replications met the same random numbers in all points.`,
    `Means have ${percent(confidence)} intervals by Student's t, each for its own point, not simultaneous.`,
    'A point where all replications gave the same has an interval of width 0, which is right only where chance plays no part.',
    'Between the points nothing was tried. `summary.csv` has every figure of every point.',
  ];
}
