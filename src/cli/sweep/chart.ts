import type { SweepFindings } from '../../experiments/sweeps/findings.ts';
import { type ChartFiles, drawChart, openRenderer } from '../chart-files.ts';
import type { Messages } from '../messages.ts';

/**
 * Draws the figure over the settings into `charts/sweep.png`: a line with its bands, or a map of two settings. Where
 * the drawing libraries are missing it says so.
 *
 * @returns whether the chart is there
 */
export async function drawSweep(
  title: string,
  { swept }: SweepFindings,
  { folder, progress }: ChartFiles,
  messages: Messages,
): Promise<boolean> {
  const renderer = await openRenderer(progress, messages);
  if (renderer === null) return false;
  const { sweepCharts } = await import('../../charts/comparison/comparison-charts.ts');
  for (const chart of sweepCharts(title, swept)) drawChart(chart, folder, renderer);
  return true;
}
