import type { BandsOverTime } from '../charts/comparison/band-charts.ts';
import { dailyBand } from '../experiments/comparison/bands.ts';
import type { Comparison } from '../experiments/comparison/compare.ts';
import type { Bands } from '../experiments/replications/days-watch.ts';
import type { FolderWork } from './compare-folder.ts';
import { type ComparisonContent, titleOf } from './compare-tables.ts';
import type { Messages } from './messages.ts';

/** Daily figures that are drawn, by the name of their file. */
const DAILY: ReadonlyMap<string, { readonly band: keyof Bands; readonly caption: string }> = new Map([
  ['notification', { band: 'ended', caption: 'Machines in Notification or Unlicensed' }],
  ['licensed', { band: 'licensed', caption: 'Machines licensed' }],
]);

/**
 * Draws the charts of a comparison into `charts/`. Where the drawing libraries are missing it says so and draws none.
 *
 * @throws Interrupted when the user wants to end
 */
export async function drawComparison(
  content: ComparisonContent,
  comparison: Comparison,
  { folder, progress, interruption }: FolderWork,
  messages: Messages,
): Promise<void> {
  const [{ ChartsUnavailable, openPngRenderer }, { comparisonCharts }] = await Promise.all([
    import('../charts/png.ts'),
    import('../charts/comparison/comparison-charts.ts'),
  ]);
  try {
    const renderer = await openPngRenderer();
    const bands = new Map(
      [...DAILY].map(([name, { band, caption }]) => [name, bandsOf(content, band, caption)]),
    );
    const charts = comparisonCharts(titleOf(content), comparison, bands);
    progress.restart();
    for (const [index, { name, configuration }] of charts.entries()) {
      progress.update(index / charts.length, 'drawing charts');
      await interruption.breathe();
      folder.writeFile(`charts/${name}.png`, renderer.render(configuration));
    }
    progress.clear();
  } catch (error) {
    if (!(error instanceof ChartsUnavailable)) throw error;
    progress.clear();
    messages.say(error.message);
  }
}

function bandsOf(content: ComparisonContent, band: keyof Bands, caption: string): BandsOverTime {
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
