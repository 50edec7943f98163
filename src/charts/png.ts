import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Canvas, IGlobalFonts } from '@napi-rs/canvas';
import type { Chart, ChartConfiguration, ChartItem } from 'chart.js';
import { CHART_SIZE } from './layout.ts';
import { INK } from './palette.ts';
import { pngFile, SPARE_ROWS } from './png-file.ts';
import { withoutRepeats } from './still-lines.ts';

/** Pixels of a picture for each CSS pixel, so that text is crisp on dense screens and in print. */
export const PNG_SCALE = 2;

/** The scripts and weights of the bundled type; a canvas without fonts draws no text at all. */
const FONT_SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const FONT_WEIGHTS = [400, 600];

/** The library that draws pictures has no binary for this system, or was left out when vasim was installed. */
export class ChartsUnavailable extends Error {
  override readonly name = 'ChartsUnavailable';

  constructor(cause: unknown) {
    super(
      'PNG charts are left out: @napi-rs/canvas, which draws them, cannot be loaded; reinstall vasim, or use --no-charts',
      { cause },
    );
  }
}

/** Draws configurations as PNG pictures of 2400 x 1200 pixels. */
export interface PngRenderer {
  /**
   * The bytes of the picture; the same configuration gives the same bytes in the same environment. It is drawn at
   * once and compressed on another thread.
   */
  render(configuration: ChartConfiguration): Promise<Uint8Array>;
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
  const { ChartJs, createCanvas } = await loadCanvas();
  const width = CHART_SIZE.width * PNG_SCALE;
  const height = CHART_SIZE.height * PNG_SCALE;
  // One for all pictures: each is copied before the next is drawn.
  const canvas = createCanvas(width, height + SPARE_ROWS);
  return {
    async render(configuration) {
      const copy = copyOf(withoutRepeats(configuration)) as ChartConfiguration;
      const chart = new ChartJs(emptyContextOf(canvas), {
        ...copy,
        options: { ...copy.options, devicePixelRatio: PNG_SCALE, responsive: false, animation: false },
      });
      const pixels = canvas.data();
      chart.destroy();
      return await pngFile(pixels, width, height);
    },
  };
}

/**
 * What Chart.js draws on. It knows the types of browsers only, and gives a canvas its size anew, twice, before it draws: a
 * third of the time that a chart takes here. So it gets the context of a canvas that has its last size from the start, and
 * in place of that canvas something that takes sizes and does nothing.
 */
function emptyContextOf(canvas: Canvas): ChartItem {
  const context = canvas.getContext('2d');
  context.reset();
  const surface = { ...CHART_SIZE, style: {}, getContext: () => context };
  Object.defineProperty(context, 'canvas', { value: surface, configurable: true });
  return context as unknown as ChartItem;
}

/** A copy to draw from, since Chart.js and its plugins write into what they are given. Functions are shared. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

interface Drawing {
  readonly ChartJs: typeof Chart;
  readonly createCanvas: (width: number, height: number) => Canvas;
}

/**
 * chartjs-node-canvas makes Chart.js ready for pictures. It cannot encode asynchronously with this canvas
 * (`renderToBuffer` fails), so it is asked for its Chart.js, and the canvas for the PNG.
 */
async function loadCanvas(): Promise<Drawing> {
  try {
    // The default export is all that a bundle has of a CommonJS module.
    const { default: library } = await import('chartjs-node-canvas');
    const { GlobalFonts, createCanvas } = await import('@napi-rs/canvas');
    registerFonts(GlobalFonts);
    const given: (typeof Chart)[] = [];
    new library.ChartJSNodeCanvas({
      ...CHART_SIZE,
      backgroundColour: INK.background,
      plugins: { modern: ['chartjs-plugin-annotation'] },
      chartCallback: (ChartJs) => {
        given.push(ChartJs);
      },
    });
    return { ChartJs: given[0], createCanvas };
  } catch (cause) {
    throw new ChartsUnavailable(cause);
  }
}

/** The package has the fonts next to its code; a clone has them in the package that they come from. */
function registerFonts(fonts: IGlobalFonts): void {
  const require = createRequire(import.meta.url);
  for (const subset of FONT_SUBSETS) {
    for (const weight of FONT_WEIGHTS) {
      const file = `inter-${subset}-${weight}-normal.woff`;
      const key =
        fonts.registerFromPath(fileURLToPath(new URL(`./fonts/${file}`, import.meta.url)), 'Inter') ??
        fonts.registerFromPath(require.resolve(`@fontsource/inter/files/${file}`), 'Inter');
      if (key === null) throw new Error(`${file} is not a font that the canvas can use`);
    }
  }
}
