import type { Minutes } from '../../../engine/time.ts';
import { formatDuration } from '../../../text/duration.ts';
import { escapeMarkdown, fenced, markdownTable, titleLine } from '../../../text/markdown.ts';
import { plainText } from '../../../text/plain-text.ts';
import type { ToleranceFindings } from './tolerance.ts';
import { toleranceCells, toleranceSentences } from './tolerance-lines.ts';

/** What a reader needs besides the tolerances. Texts are untrusted and escaped. */
export interface ToleranceContext {
  /** Title of the scenario. */
  readonly title: string;
  /** ISO date of minute 0. */
  readonly start: string;
  /** What is down. */
  readonly target: string;
  readonly resolution: Minutes;
  readonly replications: number;
  /** The command that repeats it, as typed. */
  readonly command: string;
  /** Version of vasim. */
  readonly version: string;
  readonly seed: string;
}

/** The tolerances as Markdown: what follows first, then each day, how it came about, and how to repeat it. */
export function toleranceMarkdown(findings: ToleranceFindings, context: ToleranceContext): string {
  const { title, start, target, resolution, replications, command, version, seed } = context;
  const rows = toleranceCells(findings.tolerances, start).map((row) => row.map(escapeMarkdown));
  const lines = [
    titleLine(`${title}: how long ${target} may be down`),
    '',
    ...toleranceSentences(target, findings, start).map((sentence) => `- ${escapeMarkdown(sentence)}.`),
    '',
    ...markdownTable(rows, rows[0].length),
    '',
    '## How this was found',
    '',
    `- An outage harms when a machine is in Notification or Unlicensed at a time at which it would not be there without the outage, in any of ${replications} ${replications === 1 ? 'replication' : 'replications'}: more machines, the same ones earlier, or longer. Every run goes on behind the outage until it must have shown.`,
    `- Lengths are told apart by ${formatDuration(resolution)}; each was simulated, but those that last longer than until an outage without an end harms. \`harmful.csv\` has all harmful lengths.`,
    '- Where no time of day was given, the outage begins at the hour of its day from which on one without an end harms soonest.',
    '',
    '## To repeat it',
    '',
    ...fenced(command),
    '',
    `vasim ${escapeMarkdown(version)}, seed ${escapeMarkdown(plainText(seed))}.`,
  ];
  return `${lines.join('\n')}\n`;
}
