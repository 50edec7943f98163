import type { NamedChart } from '../../../charts/chart-set.ts';
import type { PngRenderer } from '../../../charts/png.ts';
import type { OpenRunFolder } from '../../../recording/folder/run-folder.ts';
import type { Interruption } from '../interruption.ts';
import type { Messages } from '../messages.ts';
import type { Progress } from '../progress.ts';

/** Where charts are drawn, and how the user is kept informed. */
export interface ChartFiles {
  readonly folder: OpenRunFolder;
  readonly progress: Progress;
  readonly interruption: Interruption;
}

/**
 * Loads what draws charts; where the libraries are missing it says so.
 *
 * @returns null when nothing can be drawn
 */
export async function openRenderer(progress: Progress, messages: Messages): Promise<PngRenderer | null> {
  const { ChartsUnavailable, openPngRenderer } = await import('../../../charts/png.ts');
  try {
    return await openPngRenderer();
  } catch (error) {
    if (!(error instanceof ChartsUnavailable)) throw error;
    progress.clear();
    messages.info(error.message);
    return null;
  }
}

/** Draws a chart into `charts/`. */
export function drawChart(
  { name, configuration }: NamedChart,
  folder: OpenRunFolder,
  renderer: PngRenderer,
): void {
  folder.writeFile(`charts/${name}.png`, renderer.render(configuration));
}

/**
 * Draws many charts and shows progress.
 *
 * @throws Interrupted when the user interrupts
 */
export async function drawEach(
  charts: readonly NamedChart[],
  { folder, progress, interruption }: ChartFiles,
  renderer: PngRenderer,
): Promise<void> {
  progress.restart();
  for (const [index, chart] of charts.entries()) {
    progress.update(index / charts.length, 'drawing charts');
    await interruption.checkpoint();
    drawChart(chart, folder, renderer);
  }
  progress.clear();
}
