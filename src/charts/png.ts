import { createRequire } from 'node:module';
import type { ChartConfiguration } from 'chart.js';
import type { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { CHART_SIZE } from './layout.ts';
import { INK } from './palette.ts';

/** Pixels of a picture for each CSS pixel, so that text is crisp on dense screens and in print. */
export const PNG_SCALE = 2;

const HOW_TO_GET_THEM =
  'run `npm pkg set "overrides.chartjs-node-canvas.canvas=npm:@napi-rs/canvas@^1" && ' +
  'npm install chartjs-node-canvas @fontsource/inter chart.js chartjs-plugin-annotation` where vasim is installed';

/** The scripts and weights of the bundled type; a canvas without fonts draws no text at all. */
const FONT_SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const FONT_WEIGHTS = [400, 600];

/** The optional libraries that draw pictures are missing, or are not the ones that are needed. */
export class ChartsUnavailable extends Error {
  override readonly name = 'ChartsUnavailable';

  constructor(cause: unknown) {
    super(`PNG charts are left out: the libraries that draw them are not installed; ${HOW_TO_GET_THEM}`, {
      cause,
    });
  }
}

/** Draws configurations as PNG pictures of 2400 x 1200 pixels. */
export interface PngRenderer {
  /** The bytes of the picture; the same configuration gives the same bytes in the same environment. */
  render(configuration: ChartConfiguration): Uint8Array;
}

/** What is needed of @napi-rs/canvas, which stands in for canvas. */
interface CanvasLibrary {
  readonly GlobalFonts: { registerFromPath(path: string, family: string): unknown };
}

let opened: Promise<PngRenderer> | undefined;

/**
 * Loads the drawing libraries and the type, once a process: it takes part of a second.
 * @throws ChartsUnavailable when they are missing.
 */
export function openPngRenderer(): Promise<PngRenderer> {
  opened ??= open();
  return opened;
}

async function open(): Promise<PngRenderer> {
  const canvas = await loadCanvas();
  return {
    render(configuration) {
      const copy = copyOf(configuration) as ChartConfiguration;
      copy.options = { ...copy.options, devicePixelRatio: PNG_SCALE };
      return canvas.renderToBufferSync(copy);
    },
  };
}

/** A copy to draw from, since Chart.js and its plugins write into what they are given. Functions are shared. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

async function loadCanvas(): Promise<ChartJSNodeCanvas> {
  try {
    const { ChartJSNodeCanvas } = await import('chartjs-node-canvas');
    registerFonts();
    return new ChartJSNodeCanvas({
      ...CHART_SIZE,
      backgroundColour: INK.background,
      plugins: { modern: ['chartjs-plugin-annotation'] },
    });
  } catch (cause) {
    throw new ChartsUnavailable(cause);
  }
}

/** The canvas library is asked for as chartjs-node-canvas asks for it, wherever it is installed. */
function registerFonts(): void {
  const require = createRequire(import.meta.url);
  const requireAsCharts = createRequire(require.resolve('chartjs-node-canvas'));
  const { GlobalFonts } = requireAsCharts('canvas') as CanvasLibrary;
  for (const subset of FONT_SUBSETS) {
    for (const weight of FONT_WEIGHTS) {
      const file = `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`;
      const key = GlobalFonts.registerFromPath(require.resolve(file), 'Inter');
      if (key === null) throw new Error(`${file} is not a font that the canvas can use`);
    }
  }
}
