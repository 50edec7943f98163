import type { ChartConfiguration } from 'chart.js';
import type { KeySeries, RunSeries } from '../recording/run-series.ts';
import { plainText } from '../text/plain-text.ts';
import { datedDay } from './day-ticks.ts';
import { countAxis, dayPoints, framed } from './frame.ts';
import { lineStyle, MAX_LINES, markerSizes, NAME_LIMIT } from './named-lines.ts';
import { counted } from './text.ts';
import { shownDays, thinningNote } from './thinning.ts';

/**
 * The activations that are left in the pool of each Multiple Activation Key at the end of each day. Of many keys
 * those are drawn whose pools came closest to empty.
 */
export function keysChart(series: RunSeries): ChartConfiguration {
  const keys = keysToDraw(series.maks);
  const shown = keys.map(({ remaining }) =>
    shownDays(series.days, [remaining, remaining.map((activations) => -activations)]),
  );
  return framed(series, {
    caption: 'Activations left of each Multiple Activation Key (MAK) at the end of each day',
    notes: [
      emptyNote(series),
      keys.length < series.maks.length
        ? `the ${keys.length} keys that came closest to empty, and ${series.maks.length - keys.length} more not drawn`
        : undefined,
      shown.map(thinningNote).at(0),
    ],
    datasets: keys.map(({ name, remaining }, index) => {
      const data = dayPoints(shown[index].days, series.days, remaining);
      return {
        ...lineStyle(index),
        label: plainText(name, NAME_LIMIT),
        data,
        pointRadius: markerSizes(data.length, index, keys.length),
      };
    }),
    axes: { y: countAxis('activations left') },
    legendReversed: true,
    legendMarkers: true,
  });
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
function emptyNote({ maks, start }: RunSeries): string {
  const left = maks.reduce((sum, { remaining }) => sum + (remaining.at(-1) ?? 0), 0);
  const atTheEnd = `${left === 0 ? 'none' : counted(left, 'activation')} left at the end`;
  const emptied = maks
    .map(({ name, remaining }) => ({ name, day: remaining.indexOf(0) }))
    .filter(({ day }) => day !== -1)
    .sort((a, b) => a.day - b.day);
  if (emptied.length === 0) return `no pool ran dry; ${atTheEnd}`;
  const [first] = emptied;
  const others = emptied.length > 1 ? `, the first of ${emptied.length} pools` : '';
  const name = plainText(first.name, NAME_LIMIT);
  return `the pool of ${name} was empty first on ${datedDay(start, first.day)}${others}; ${atTheEnd}`;
}
