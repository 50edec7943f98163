import type { SweepFindings } from '../experiments/sweeps/findings.ts';
import type { OpenRunFolder } from '../recording/run-folder.ts';
import type { Messages } from './messages.ts';

/**
 * Draws the figure over the settings into `charts/sweep.png`: a line with its bands, or a map of two settings. Where
 * the drawing libraries are missing it says so.
 *
 * @returns whether the chart is there
 */
export async function drawSweep(
  title: string,
  { swept }: SweepFindings,
  folder: OpenRunFolder,
  messages: Messages,
): Promise<boolean> {
  const [{ ChartsUnavailable, openPngRenderer }, { sweepChart }, { heatMap }] = await Promise.all([
    import('../charts/png.ts'),
    import('../charts/comparison/sweep-chart.ts'),
    import('../charts/comparison/heat-map.ts'),
  ]);
  try {
    const renderer = await openPngRenderer();
    const chart = swept.settings.length === 1 ? sweepChart(title, swept) : heatMap(title, swept);
    folder.writeFile('charts/sweep.png', renderer.render(chart));
    return true;
  } catch (error) {
    if (!(error instanceof ChartsUnavailable)) throw error;
    messages.say(error.message);
    return false;
  }
}
