import type { ChartConfiguration } from 'chart.js';
import type { HostSeries, RunSeries } from '../recording/run-series.ts';
import type { LineAnnotation } from './annotations.ts';
import { countAxis, type DayDataset, type DayPoint, dayPoints, framed } from './frame.ts';
import { HOST_COLORS, INK, textFont } from './palette.ts';
import { shortText } from './text.ts';
import { shownDays, thinningNote } from './thinning.ts';
import { type Threshold, thresholdLines } from './thresholds.ts';

/** Lines that stay readable in one chart; each has a color, a marker and a dash of its own. */
const MOST_HOSTS = HOST_COLORS.length;
const MARKERS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star', 'circle', 'rect'] as const;
const DASHES = [[], [12, 4], [5, 4], [16, 4, 4, 4], [], [12, 4], [5, 4], [16, 4, 4, 4]];
const MARKERS_A_LINE = 8;
const HOST_NAME_LIMIT = 24;
/** Where along the chart the labels of the thresholds stand, highest threshold first, so that none meet. */
const LABEL_PLACES = ['98%', '78%', '58%', '38%'];

/**
 * The activation count (CMID records) of each KMS host at the end of each day against the thresholds. Of many
 * hosts those are drawn that were longest below the highest threshold, then those with the smallest last count.
 */
export function countsChart(series: RunSeries, thresholds: readonly Threshold[]): ChartConfiguration {
  const lines = thresholdLines(thresholds);
  const highest = lines.at(-1)?.count ?? 0;
  const hosts = hostsToDraw(series.hosts, highest);
  const shown = hosts.map(({ counts }) => shownDays(series.days, [counts, counts.map((count) => -count)]));
  const largestCount = hosts.reduce((most, { counts }) => counts.reduce((a, b) => Math.max(a, b), most), 0);
  return framed(series, {
    caption: 'Activation count of each KMS host (CMID records) at the end of each day',
    notes: [cappingNote(series.hosts.length, hosts.length, highest), shown.map(thinningNote).at(0)],
    datasets: hosts.map((host, index) => ({
      ...lineStyle(index),
      ...lineOf(host, dayPoints(shown[index].days, series.days, host.counts)),
      pointRadius: markerSizes(shown[index].days.length + 1, index, hosts.length),
    })),
    axes: {
      y: { ...countAxis('computers counted'), suggestedMax: Math.max(highest * 1.2, largestCount * 1.05) },
    },
    annotations: Object.fromEntries(
      lines.toReversed().map((threshold, index) => [`threshold${index}`, level(threshold, index)]),
    ),
    legendReversed: true,
    legendMarkers: true,
  });
}

/** At most eight hosts, the ones with the most trouble, in their own order. */
function hostsToDraw(hosts: readonly HostSeries[], threshold: number): HostSeries[] {
  if (hosts.length <= MOST_HOSTS) return [...hosts];
  const ranked = hosts.map((host, place) => ({
    place,
    daysBelow: host.counts.reduce((sum, count) => sum + (count >= 0 && count < threshold ? 1 : 0), 0),
    last: host.counts.at(-1) ?? -1,
  }));
  ranked.sort((a, b) => b.daysBelow - a.daysBelow || a.last - b.last || a.place - b.place);
  const places = new Set(ranked.slice(0, MOST_HOSTS).map(({ place }) => place));
  return hosts.filter((_, place) => places.has(place));
}

function cappingNote(all: number, drawn: number, threshold: number): string | undefined {
  if (drawn === all) return undefined;
  return `the ${drawn} hosts that were below ${threshold} on the most days, and ${all - drawn} more not drawn`;
}

/** The days on which the host was online, and its name. */
function lineOf({ name }: HostSeries, points: readonly DayPoint[]): Pick<DayDataset, 'label' | 'data'> {
  const shortName = shortText(name, HOST_NAME_LIMIT);
  const data = points.map(({ x, y }) => ({ x, y: y === -1 ? null : y }));
  const everOnline = data.some(({ y }) => y !== null);
  return { label: everOnline ? shortName : `${shortName} (never online)`, data };
}

/** A later line lies over an earlier one and is broken, and their markers alternate: equal counts stay visible. */
function lineStyle(index: number): Omit<DayDataset, 'label' | 'data'> {
  return {
    yAxisID: 'y',
    order: -index,
    borderColor: HOST_COLORS[index],
    backgroundColor: HOST_COLORS[index],
    borderWidth: 2.5,
    borderDash: DASHES[index],
    stepped: 'before',
    pointStyle: MARKERS[index],
    pointBorderWidth: 2,
    pointHitRadius: 4,
    clip: 8,
  };
}

/** The size of the marker at each point: some along the line, in another place for each line, none at the end. */
function markerSizes(points: number, index: number, lines: number): number[] {
  const spacing = Math.max(1, Math.floor((points - 1) / MARKERS_A_LINE));
  const offset = Math.floor(((index + 0.5) / lines) * spacing);
  return Array.from({ length: points }, (_, point) =>
    point % spacing === offset && point < points - 1 ? 5 : 0,
  );
}

function level({ name, count }: Threshold, index: number): LineAnnotation {
  return {
    type: 'line',
    scaleID: 'y',
    value: count,
    borderColor: INK.threshold,
    borderWidth: 1.5,
    borderDash: [3, 5],
    label: {
      display: true,
      content: `${count}: ${name}`,
      position: LABEL_PLACES[index % LABEL_PLACES.length],
      yAdjust: -11,
      padding: 2,
      color: INK.text,
      backgroundColor: 'rgba(255, 255, 255, 0.75)',
      font: textFont(12, 600),
    },
  };
}
