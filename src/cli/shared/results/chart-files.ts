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
export async function drawChart(
  { name, configuration }: NamedChart,
  folder: OpenRunFolder,
  renderer: PngRenderer,
): Promise<void> {
  folder.writeFile(`charts/${name}.png`, await renderer.render(configuration));
}

/** While one chart is drawn another is encoded, on a thread of its own. */
const CHARTS_IN_FLIGHT = 2;

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
  const inFlight: Promise<void>[] = [];
  try {
    for (const [index, chart] of charts.entries()) {
      progress.update(index / charts.length, 'drawing charts');
      await interruption.checkpoint();
      inFlight.push(drawChart(chart, folder, renderer));
      if (inFlight.length === CHARTS_IN_FLIGHT) await inFlight.shift();
    }
  } finally {
    // Nothing is written any more once this has ended, however it ends.
    await Promise.allSettled(inFlight);
  }
  await Promise.all(inFlight);
  progress.clear();
}
