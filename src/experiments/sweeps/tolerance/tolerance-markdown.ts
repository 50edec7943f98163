import type { Minutes } from '../../../engine/time.ts';
import { formatDuration } from '../../../text/duration.ts';
import { escapeMarkdown, fenced, markdownTable, titleLine } from '../../../text/markdown.ts';
import { plainText } from '../../../text/plain-text.ts';
import type { Tolerance } from './tolerance.ts';
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
export function toleranceMarkdown(tolerances: readonly Tolerance[], context: ToleranceContext): string {
  const { title, start, target, resolution, replications, command, version, seed } = context;
  const rows = toleranceCells(tolerances, start).map((row) => row.map(escapeMarkdown));
  const lines = [
    titleLine(`${title}: how long ${target} may be down`),
    '',
    ...toleranceSentences(target, tolerances).map((sentence) => `- ${escapeMarkdown(sentence)}.`),
    '',
    ...markdownTable(rows, rows[0].length),
    '',
    '## How this was found',
    '',
    `- An outage harms when it brings a machine to Notification or Unlicensed, in any of ${replications} ${replications === 1 ? 'replication' : 'replications'}, that without it would not have come there after that day. Every run goes on behind the outage until it must have shown.`,
    `- Lengths are told apart by ${formatDuration(resolution)}. Ten lengths from a day to a year were tried, and the gap below the first that harms was halved, as longer outages are taken to be worse; where one of the ten contradicts that, it is said above.`,
    '',
    '## To repeat it',
    '',
    ...fenced(command),
    '',
    `vasim ${escapeMarkdown(version)}, seed ${escapeMarkdown(plainText(seed))}.`,
  ];
  return `${lines.join('\n')}\n`;
}
