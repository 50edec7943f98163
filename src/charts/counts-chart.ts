import type { ChartConfiguration, ScriptableLineSegmentContext } from 'chart.js';
import type { HostSeries, RunSeries } from '../recording/run-series.ts';
import { plainText } from '../text/plain-text.ts';
import { countAxis, type DayDataset, type DayPoint, dayPoints, framed, lengthOf } from './frame.ts';
import { RIGHT_MARGIN } from './layout.ts';
import { lineStyle, MAX_LINES, markerSizes, NAME_LIMIT } from './named-lines.ts';
import { HOST_COLORS } from './palette.ts';
import { whenShown } from './sampling.ts';
import { shownDays, thinningNote } from './thinning.ts';
import { thresholdMarks } from './threshold-marks.ts';
import { memoryNote, type Threshold, thresholdLevels, thresholdsInUse } from './thresholds.ts';

/** Behind a color: two fifths of its strength. */
const FAINT = '66';
const FAINT_WIDTH = 2;

/**
 * The activation count (CMID records) of each KMS host at the end of each day against the thresholds that its
 * clients may ask for. A line is faint while the host is down or refuses everybody. Of many hosts those are drawn
 * that were longest below the highest threshold, then those with the smallest last count.
 */
export function countsChart(series: RunSeries, thresholds: readonly Threshold[]): ChartConfiguration {
  const inUse = thresholdsInUse(thresholds, series.clientFamilies);
  const highest = inUse.at(-1)?.count ?? 0;
  const hosts = hostsToDraw(series.hosts, highest);
  const shown = hosts.map((host) => shownDays(series.steps, peaksOf(host)));
  const largestCount = hosts.reduce((most, { counts }) => counts.reduce((a, b) => Math.max(a, b), most), 0);
  const top = Math.max(4, highest * 1.2, largestCount * 1.05);
  const marks = thresholdMarks(thresholdLevels(inUse), lengthOf(series), top);
  return framed(series, {
    caption: `Activation count of each KMS host (CMID records) ${whenShown(series)}`,
    notes: [
      memoryNote(inUse),
      hosts.some(everAway) ? 'a faint line: the host is down or refuses everybody' : undefined,
      cappingNote(series.hosts.length, hosts.length, highest),
      shown.map(thinningNote).at(0),
    ],
    datasets: hosts.map((host, index) => line(host, index, hosts.length, shown[index].days, series)),
    axes: { y: { ...countAxis('computers counted'), suggestedMax: top } },
    annotations: marks.annotations,
    rightMargin: Math.max(RIGHT_MARGIN, marks.rightMargin),
    legendReversed: true,
    legendMarkers: true,
  });
}

/** At most eight hosts, the ones with the most trouble, in their own order. */
function hostsToDraw(hosts: readonly HostSeries[], threshold: number): HostSeries[] {
  if (hosts.length <= MAX_LINES) return [...hosts];
  const ranked = hosts.map((host, place) => ({
    place,
    daysBelow: host.counts.reduce((sum, count) => sum + (count >= 0 && count < threshold ? 1 : 0), 0),
    last: host.counts.at(-1) ?? -1,
  }));
  ranked.sort((a, b) => b.daysBelow - a.daysBelow || a.last - b.last || a.place - b.place);
  const places = new Set(ranked.slice(0, MAX_LINES).map(({ place }) => place));
  return hosts.filter((_, place) => places.has(place));
}

function cappingNote(all: number, drawn: number, threshold: number): string | undefined {
  if (drawn === all) return undefined;
  return `the ${drawn} hosts that were below ${threshold} on the most days, and ${all - drawn} more not drawn`;
}

/** High and low counts, and the days on which the host is away. */
function peaksOf({ counts, serving }: HostSeries): Int32Array[] {
  return [counts, counts.map((count) => -count), Int32Array.from(serving, (serves) => -serves)];
}

function everAway({ counts, serving }: HostSeries): boolean {
  return counts.some((count, day) => count >= 0 && serving[day] === 0);
}

/** The days on which the host was online. */
function line(
  host: HostSeries,
  index: number,
  lines: number,
  shown: readonly number[],
  series: RunSeries,
): DayDataset {
  const serves = (point: number) => host.serving[shown[Math.min(point, shown.length - 1)]] === 1;
  const data: DayPoint[] = dayPoints(shown, series, host.counts).map(({ x, y }, point) => ({
    x,
    y: y === -1 ? null : y,
    ...(serves(point) ? {} : { faint: true }),
  }));
  const everOnline = data.some(({ y }) => y !== null);
  const name = plainText(host.name, NAME_LIMIT);
  const faint = new Set(data.filter((point) => point.faint).map(({ x }) => x));
  const whileAway =
    <Look>(look: Look) =>
    ({ p0 }: ScriptableLineSegmentContext) =>
      faint.has(p0.parsed.x ?? Number.NaN) ? look : undefined;
  return {
    ...lineStyle(index),
    label: everOnline ? name : `${name} (never online)`,
    data,
    segment: {
      borderColor: whileAway(`${HOST_COLORS[index]}${FAINT}`),
      borderWidth: whileAway(FAINT_WIDTH),
    },
    pointRadius: markerSizes(data.length, index, lines).map((size, point) => (serves(point) ? size : 0)),
  };
}
