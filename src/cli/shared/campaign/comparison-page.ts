import type { Comparison } from '../../../experiments/comparison/compare.ts';
import type { ResultsWork } from '../results/results-folder.ts';
import { dailyBands } from './comparison-charts.ts';
import { type CampaignContent, titleOf } from './content.ts';

/** The replication that `vasim run` simulates, and a page repeats. */
const REPEATED = 0;

/**
 * Writes `report.html` of a comparison.
 *
 * @throws Interrupted when the user interrupts; TemplateMissing where the program was not built
 */
export async function writeComparisonReport(
  content: CampaignContent,
  comparison: Comparison,
  { folder, interruption }: ResultsWork,
): Promise<void> {
  await interruption.checkpoint();
  const { comparisonReportHtml } = await import('../../../page/file/comparison-report.ts');
  const { designs, results, version, seed, commandLine } = content;
  const html = comparisonReportHtml({
    origin: { version, seed, commandLine },
    content: {
      title: titleOf(content),
      comparison,
      designs: designs.map(({ name, title, resolved }, index) => ({
        name,
        title,
        scenario: resolved,
        figures: results[index].get(REPEATED)?.figures ?? null,
      })),
      bands: [...dailyBands(content).values()],
    },
  });
  folder.writeFile('report.html', html);
}
