import type { ChartChoice } from '../../charts/chart-choices.ts';
import type { Rules } from '../../model/definitions/rules.ts';
import type { RunSeries } from '../../recording/run-series.ts';
import type { Messages } from '../shared/messages.ts';
import { type ChartFiles, drawEach, openRenderer } from '../shared/results/chart-files.ts';

/** What charts are drawn with and for. */
export interface ChartWork extends ChartFiles {
  readonly series: RunSeries;
  readonly rules: Rules;
  readonly choice: ChartChoice;
  readonly messages: Messages;
}

/**
 * Draws the charts of a run into `charts/`. Where the drawing libraries are missing it says so and draws none.
 *
 * @throws Interrupted when the user interrupts
 */
export async function drawCharts(work: ChartWork): Promise<void> {
  const { series, rules, choice, messages, progress } = work;
  const renderer = await openRenderer(progress, messages);
  if (renderer === null) return;
  const [{ runCharts }, { thresholdsOf }] = await Promise.all([
    import('../../charts/chart-set.ts'),
    import('../../charts/thresholds.ts'),
  ]);
  const { charts, groupsLeftOut } = runCharts(series, thresholdsOf(rules), choice);
  await drawEach(charts, work, renderer);
  if (groupsLeftOut > 0) messages.info(`Charts of the ${groupsLeftOut} least affected groups are left out.`);
}
