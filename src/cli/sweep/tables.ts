import { findingsOf, type SweepFindings, type SweepQuestion } from '../../experiments/sweeps/findings.ts';
import { sweepMarkdown } from '../../experiments/sweeps/sweep-markdown.ts';
import { type ComparisonContent, figuresOf, writeTables } from '../campaign/tables.ts';
import type { ChartFiles } from '../chart-files.ts';
import type { Messages } from '../messages.ts';
import { asTyped } from '../recorded-words.ts';
import { drawSweep } from './chart.ts';

/** Everything that the folder of a sweep is made of; its designs are the points of the grid. */
export interface SweepContent extends ComparisonContent {
  readonly question: SweepQuestion;
  readonly withChart: boolean;
}

/**
 * Writes everything but the manifest.
 *
 * @returns what the points say
 */
export async function writeSweep(
  work: ChartFiles,
  content: SweepContent,
  messages: Messages,
): Promise<SweepFindings> {
  const { folder } = work;
  const { question, designs, version, seed, commandLine, withChart } = content;
  const findings = findingsOf(question, figuresOf(content));
  writeTables(folder, content);
  const [{ title }] = designs;
  const charted = withChart && (await drawSweep(title, findings, work, messages));
  const command = asTyped(commandLine);
  folder.writeFile('sweep.md', sweepMarkdown(findings, { title, command, version, seed, charted }));
  return findings;
}
