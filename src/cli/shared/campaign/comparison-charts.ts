import type { BandsOverTime } from '../../../charts/comparison/band-charts.ts';
import { dailyBand } from '../../../experiments/comparison/bands.ts';
import type { Comparison } from '../../../experiments/comparison/compare.ts';
import type { Bands } from '../../../experiments/replications/days-watch.ts';
import type { Messages } from '../messages.ts';
import { type ChartFiles, drawEach, openRenderer } from '../results/chart-files.ts';
import { type CampaignContent, titleOf } from './content.ts';

/** Daily figures that are drawn, by the name of their file. */
const DAILY: ReadonlyMap<string, { readonly band: keyof Bands; readonly caption: string }> = new Map([
  ['notification', { band: 'ended', caption: 'Machines in Notification or Unlicensed' }],
  ['licensed', { band: 'licensed', caption: 'Machines licensed' }],
]);

/**
 * Draws the charts of a comparison into `charts/`. Where the drawing libraries are missing it says so and draws none.
 *
 * @throws Interrupted when the user interrupts
 */
export async function drawComparison(
  content: CampaignContent,
  comparison: Comparison,
  work: ChartFiles,
  messages: Messages,
): Promise<void> {
  const renderer = await openRenderer(work.progress, messages);
  if (renderer === null) return;
  const { comparisonCharts } = await import('../../../charts/comparison/comparison-charts.ts');
  await drawEach(comparisonCharts(titleOf(content), comparison, dailyBands(content)), work, renderer);
}

/** The daily figures that are shown of all designs, by the name of their chart. */
export function dailyBands(content: CampaignContent): ReadonlyMap<string, BandsOverTime> {
  return new Map([...DAILY].map(([name, { band, caption }]) => [name, bandsOf(content, band, caption)]));
}

function bandsOf(content: CampaignContent, band: keyof Bands, caption: string): BandsOverTime {
  const { designs, results } = content;
  const columns = results.map((design) => [...design.values()].map(({ bands }) => bands[band]));
  return {
    title: titleOf(content),
    caption,
    unit: 'machines',
    start: designs[0].start,
    replications: results[0].size,
    bands: designs.map(({ name }, index) => dailyBand(name, columns[index])),
  };
}
