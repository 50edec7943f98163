import { findingsOf, type SweepFindings, type SweepQuestion } from '../../../experiments/sweeps/findings.ts';
import { sweepMarkdown } from '../../../experiments/sweeps/sweep-markdown.ts';
import { sweepLines } from '../../../experiments/sweeps/sweep-table.ts';
import { shellQuote } from '../../../text/shell-quote.ts';
import type { Messages } from '../messages.ts';
import { drawChart, openRenderer } from '../results/chart-files.ts';
import type { ResultsWork } from '../results/results-folder.ts';
import { figuresOf, writeTables } from './content.ts';
import type { CampaignKind } from './kind.ts';

/** What a figure does over a grid of settings. */
export function sweepOf(question: SweepQuestion): CampaignKind<SweepFindings> {
  return {
    grid: question,
    usesDays: false,
    async write(content, work, messages) {
      const { designs, version, seed, commandLine, charts, missing } = content;
      const findings = findingsOf(question, figuresOf(content, lookedAt(question)));
      writeTables(work.folder, content);
      const [{ title }] = designs;
      const charted = charts && (await drawSweep(title, findings, work, messages));
      const command = shellQuote(commandLine);
      work.folder.writeFile(
        'sweep.md',
        sweepMarkdown(findings, { title, command, version, seed, charted, missing }),
      );
      return findings;
    },
    asJson: ({ points, swept, sentences, replications }) => ({
      settings: swept.settings,
      figure: question.figure,
      confidence: swept.confidence,
      replications,
      points: points.map(({ name, values }, index) => ({
        design: name,
        values,
        ...swept.points[index].estimate,
      })),
      tipping: sentences,
    }),
    asLines: sweepLines,
  };
}

/** Paths of figures that the findings look at: the one asked for, and those of a group whose settings vary. */
function lookedAt({ figure, variations }: SweepQuestion): string[] {
  const ofGroups = variations.map(({ path }) => path.replace(/^machines\./, 'groups.'));
  return [figure, ...ofGroups];
}

/**
 * Draws the figure over the settings into `charts/sweep.png`: a line with its bands, or a map of two settings. Where
 * the drawing libraries are missing it says so.
 *
 * @returns whether the chart was drawn
 */
async function drawSweep(
  title: string,
  { swept }: SweepFindings,
  { folder, progress }: ResultsWork,
  messages: Messages,
): Promise<boolean> {
  const renderer = await openRenderer(progress, messages);
  if (renderer === null) return false;
  const { sweepCharts } = await import('../../../charts/comparison/comparison-charts.ts');
  for (const chart of sweepCharts(title, swept)) await drawChart(chart, folder, renderer);
  return true;
}
