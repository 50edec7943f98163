import type { ChartConfiguration } from 'chart.js';
import type { KeySeries, RunSeries } from '../recording/run-series.ts';
import { plainText } from '../text/plain-text.ts';
import { plural } from '../text/plural.ts';
import { countAxis, type DayDataset, dayPoints, framed } from './frame.ts';
import { lineStyle, MAX_LINES, markerSizes, NAME_LIMIT } from './named-lines.ts';
import { datedStep, whenShown } from './sampling.ts';
import { shownDays, thinningNote } from './thinning.ts';

/** A pool's line is thin and dotted, in the color of what is used of it. */
const POOL_DASH = [2, 4];

/**
 * The activations that each Multiple Activation Key was used for, against its pool. Of many keys those are drawn whose
 * pools came closest to empty.
 */
export function keysChart(series: RunSeries): ChartConfiguration {
  const keys = keysToDraw(series.maks);
  const shown = keys.map(({ used, remaining }) => shownDays(series.steps, [used, remaining]));
  return framed(series, {
    caption: `Activations used of each Multiple Activation Key (MAK), and its pool, ${whenShown(series)}`,
    notes: [
      emptyNote(series),
      'a dotted line: the pool',
      keys.length < series.maks.length
        ? `the ${keys.length} keys that came closest to empty, and ${series.maks.length - keys.length} more not drawn`
        : undefined,
      shown.map(thinningNote).at(0),
    ],
    datasets: keys.flatMap((key, index) => linesOf(key, index, keys.length, shown[index].days, series)),
    axes: { y: countAxis('activations used') },
    legendReversed: true,
    legendMarkers: true,
  });
}

/** What is used of a key, and its pool. */
function linesOf(
  { name, used, remaining }: KeySeries,
  index: number,
  keys: number,
  shown: readonly number[],
  series: RunSeries,
): DayDataset[] {
  const style = lineStyle(index);
  const data = dayPoints(shown, series, used);
  const pool = used.map((activations, step) => activations + remaining[step]);
  const label = plainText(name, NAME_LIMIT);
  return [
    {
      ...style,
      label: `${label}: pool`,
      data: dayPoints(shown, series, pool),
      borderWidth: 1.5,
      borderDash: POOL_DASH,
      pointStyle: 'line',
      pointRadius: 0,
    },
    { ...style, label, data, pointRadius: markerSizes(data.length, index, keys) },
  ];
}

/** At most eight keys, the ones with the least left at any time, in their own order. */
function keysToDraw(keys: readonly KeySeries[]): KeySeries[] {
  const ranked = keys.map((key, place) => ({ place, least: least(key) }));
  ranked.sort((a, b) => a.least - b.least || a.place - b.place);
  const places = new Set(ranked.slice(0, MAX_LINES).map(({ place }) => place));
  return keys.filter((_, place) => places.has(place));
}

function least({ remaining }: KeySeries): number {
  return remaining.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

/** Which pool ran dry first, and what they have at the end. */
function emptyNote(series: RunSeries): string {
  const { maks } = series;
  const left = maks.reduce((sum, { remaining }) => sum + (remaining.at(-1) ?? 0), 0);
  const atTheEnd = `${left === 0 ? 'none' : plural(left, 'activation')} left at the end`;
  const emptied = maks
    .map(({ name, remaining }) => ({ name, step: remaining.indexOf(0) }))
    .filter(({ step }) => step !== -1)
    .sort((a, b) => a.step - b.step);
  if (emptied.length === 0) return `no pool ran dry; ${atTheEnd}`;
  const [first] = emptied;
  const others = emptied.length > 1 ? `, the first of ${emptied.length} pools` : '';
  const name = plainText(first.name, NAME_LIMIT);
  return `the pool of ${name} was empty first on ${datedStep(series, first.step)}${others}; ${atTheEnd}`;
}
