import type { ChartConfiguration } from 'chart.js';
import { type Theme, themed } from '../theme.ts';

/**
 * A chart's one definition, made to fit the page: sized by its surroundings, in the theme's colors, and without the
 * texts that the page sets in its own type.
 */

/** Narrower than this, the page leaves out what has no room: names at the right, second axes. */
const NARROW = 620;
/** The bottom padding of the subtitle where no outage is named above the plot. */
const BARE_PADDING = 12;
const PAGE_FONT = 'system-ui, sans-serif';
const NARROW_MARGIN = 12;
/** On a narrow page outages are not named: a bar is enough. */
const NARROW_STRIP = 12;
const TICK_GAP = 12;

/** Texts that a definition carries for pictures. */
export interface ChartTexts {
  readonly caption: string;
  readonly notes: readonly string[];
}

/** The caption and the notes of a definition. */
export function chartTexts(configuration: ChartConfiguration): ChartTexts {
  const text = configuration.options?.plugins?.subtitle?.text ?? '';
  const [caption, ...notes] = typeof text === 'string' ? [text] : text;
  return { caption: caption ?? '', notes: notes.filter((note) => note !== undefined) };
}

/** The definition as the page draws it; the given one stays as it is. */
export function pageChart(
  configuration: ChartConfiguration,
  theme: Theme,
  width: number,
): ChartConfiguration {
  const copy = adapted(configuration, theme) as ChartConfiguration;
  const options = { ...copy.options };
  const plugins = { ...options.plugins };
  const narrow = width < NARROW;
  options.responsive = true;
  options.maintainAspectRatio = false;
  const strip = narrow ? Math.min(NARROW_STRIP, stripHeight(configuration)) : stripHeight(configuration);
  plugins.title = { display: false };
  plugins.subtitle = { display: false };
  const right = rightPadding(configuration);
  options.layout = {
    padding: { top: strip + 4, right: narrow ? NARROW_MARGIN : right, bottom: 4, left: 0 },
  };
  options.scales = fittedScales(options.scales, narrow);
  if (narrow) {
    plugins.annotation = withoutLabels(plugins.annotation);
  }
  return { ...copy, options: { ...options, plugins } };
}

/** Copies colors and type for the theme; functions that give a color give the theme's. */
function adapted(value: unknown, theme: Theme, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'family') return PAGE_FONT;
    return /color/i.test(key) ? themed(value, theme) : value;
  }
  if (typeof value === 'function' && /color/i.test(key)) {
    return (...words: unknown[]) =>
      adapted((value as (...words: unknown[]) => unknown)(...words), theme, key);
  }
  if (Array.isArray(value)) {
    // Points are many, and have no colors.
    return key === 'data' ? value : value.map((part) => adapted(part, theme, key));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, adapted(part, theme, name)]));
}

/** Pixels that a definition keeps free above the plot for outages and their names. */
function stripHeight(configuration: ChartConfiguration): number {
  const padding = configuration.options?.plugins?.subtitle?.padding;
  if (typeof padding !== 'object' || !('bottom' in padding)) return 0;
  return Math.max(0, (padding.bottom ?? 0) - BARE_PADDING);
}

function rightPadding(configuration: ChartConfiguration): number {
  const padding = configuration.options?.layout?.padding;
  return typeof padding === 'object' && 'right' in padding ? (padding.right ?? 0) : 0;
}

type Scales = NonNullable<ChartConfiguration['options']>['scales'];

/**
 * Dates and days are skipped where they would meet, and need no title: the page says when the run begins. On a narrow page
 * no axis has a title.
 */
function fittedScales(scales: Scales, narrow: boolean): Scales {
  const untitled = { title: { display: false } };
  const entries = Object.entries(scales ?? {}).map(([id, scale]) => {
    if (id !== 'x' && id !== 'days') return [id, { ...scale, ...(narrow ? untitled : {}) }];
    const ticks = { ...scale?.ticks, autoSkip: true, maxRotation: 0, autoSkipPadding: TICK_GAP };
    return [id, { ...scale, ...(id === 'days' ? untitled : {}), ticks }];
  });
  return Object.fromEntries(entries) as Scales;
}

function withoutLabels(annotation: unknown): never {
  const { annotations, ...rest } = annotation as { annotations?: Record<string, { type: string }> };
  const kept = Object.entries(annotations ?? {}).filter(([, { type }]) => type !== 'label');
  return { ...rest, annotations: Object.fromEntries(kept) } as never;
}
