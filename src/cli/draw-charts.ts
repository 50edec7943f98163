import type { Rules } from '../model/rules.ts';
import type { OpenRunFolder } from '../recording/run-folder.ts';
import type { RunSeries } from '../recording/run-series.ts';
import type { Interruption } from './interruption.ts';
import type { Messages } from './messages.ts';
import type { Progress } from './progress.ts';

/** What charts are drawn with and for. */
export interface ChartWork {
  readonly series: RunSeries;
  readonly rules: Rules;
  readonly folder: OpenRunFolder;
  readonly messages: Messages;
  readonly progress: Progress;
  readonly interruption: Interruption;
}

/**
 * Draws the charts of a run into `charts/`. Where the drawing libraries are missing it says so and draws none.
 *
 * @throws Interrupted when the user wants to end
 */
export async function drawCharts(work: ChartWork): Promise<void> {
  const { series, rules, folder, messages, progress, interruption } = work;
  const [{ ChartsUnavailable, openPngRenderer }, { runCharts }, { thresholdsOf }] = await Promise.all([
    import('../charts/png.ts'),
    import('../charts/chart-set.ts'),
    import('../charts/thresholds.ts'),
  ]);
  try {
    const renderer = await openPngRenderer();
    const { charts, groupsLeftOut } = runCharts(series, thresholdsOf(rules));
    progress.restart();
    for (const [index, { name, configuration }] of charts.entries()) {
      progress.update(index / charts.length, 'drawing charts');
      await interruption.breathe();
      folder.writeFile(`charts/${name}.png`, renderer.render(configuration));
    }
    progress.clear();
    if (groupsLeftOut > 0) messages.say(`Charts of the ${groupsLeftOut} least affected groups are left out.`);
  } catch (error) {
    if (!(error instanceof ChartsUnavailable)) throw error;
    progress.clear();
    messages.say(error.message);
  }
}
