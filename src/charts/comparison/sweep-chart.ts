import type { ChartConfiguration } from 'chart.js';
import { percent } from '../../experiments/comparison/sentences.ts';
import { placeOfSetting } from '../../experiments/comparison/setting-place.ts';
import { shownMean, shownTitle } from '../../experiments/comparison/shown-value.ts';
import type { SweepPoint, SweptFigure } from '../../experiments/comparison/sweep.ts';
import { findTipping, inOrder } from '../../experiments/comparison/tipping.ts';
import { tippingSentences } from '../../experiments/comparison/tipping-sentence.ts';
import { plainText } from '../../text/plain-text.ts';
import type { LineAnnotation } from '../annotations.ts';
import { axisTitle } from '../axes.ts';
import type { DayDataset, DayPoint } from '../frame.ts';
import { INK, OKABE_ITO, textFont } from '../palette.ts';
import { faded } from './design-styles.ts';
import { plainFrame, type ToldPoint } from './plain-frame.ts';
import { settingAxis, settingText } from './setting-axis.ts';

const COLOR = OKABE_ITO.blue;
const VALUE_LIMIT = 16;
const SENTENCE_LIMIT = 150;
/** Times the highest value that the axis reaches, so that the mark has a place. */
const ROOM_ABOVE = 1.12;

/** A point with its place on the axis: the setting itself where all are numbers or durations, else the number of the value. */
interface PlacedPoint {
  readonly x: number;
  readonly point: SweepPoint;
}

/**
 * A figure along one setting: the mean as a line, its interval and the range of the replications as bands. Names have no
 * distances and nothing between them: they get points and bars of their own.
 */
export function sweepChart(title: string, swept: SweptFigure): ChartConfiguration {
  const { description, settings, points, confidence } = swept;
  const sorted = inOrder(points);
  const places = sorted.map(({ values: [value] }) => placeOfSetting(value));
  const scaled = places.every((place) => place !== null);
  const placed = sorted.map((point, index) => ({ x: (scaled ? places[index] : null) ?? index, point }));
  const never = placed.filter(({ point }) => point.estimate.count === 0).length;
  const edge = (of: (point: SweepPoint) => number | null) => edgeOf(placed, description.perUnit, of);
  const highest = Math.max(...placed.map(({ point }) => (point.estimate.p95 ?? 0) / description.perUnit));
  return plainFrame({
    title,
    caption: plainText(`${tippingSentences(swept)[0]}.`, SENTENCE_LIMIT),
    notes: [
      never > 0 ? 'where the line is missing, the figure does not exist in any replication' : undefined,
    ],
    datasets: [
      ...(scaled ? bands(edge, confidence) : bars(edge, confidence)),
      { ...meanLine(), showLine: scaled, data: told(swept, placed) },
    ],
    annotations: tippingMark(swept, placed),
    axes: {
      x: placeAxis(settings[0], placed),
      y: {
        type: 'linear',
        suggestedMin: 0,
        suggestedMax: highest * ROOM_ABOVE,
        title: axisTitle(plainText(shownTitle(description))),
        ticks: { color: INK.quiet, font: textFont(12) },
        grid: { color: INK.grid },
      },
    },
    legend: true,
  });
}

/** The points of a line along one side of a band. */
type Edge = (of: (point: SweepPoint) => number | null) => DayPoint[];

const RANGE_LABEL = '5 to 95 % of the replications';

function bands(edge: Edge, confidence: number): DayDataset[] {
  const label = `${percent(confidence)} interval of the mean`;
  return [
    { ...band(RANGE_LABEL, 0.15), data: edge(({ estimate }) => estimate.p95), fill: '+1' },
    { ...hidden(), data: edge(({ estimate }) => estimate.p5) },
    { ...band(label, 0.4), data: edge(({ estimate }) => estimate.high), fill: '+1' },
    { ...hidden(), data: edge(({ estimate }) => estimate.low) },
  ];
}

/** As {@link bands}, a bar a point. */
function bars(edge: Edge, confidence: number): DayDataset[] {
  const upright = (low: readonly DayPoint[], high: readonly DayPoint[]): DayPoint[] =>
    low.flatMap((point, index) => [point, high[index], { x: point.x, y: null }]);
  const range = upright(
    edge(({ estimate }) => estimate.p5),
    edge(({ estimate }) => estimate.p95),
  );
  const interval = upright(
    edge(({ estimate }) => estimate.low),
    edge(({ estimate }) => estimate.high),
  );
  const label = `${percent(confidence)} interval of the mean`;
  return [
    { ...band(RANGE_LABEL, 0.3), borderWidth: 3, data: range },
    { ...band(label, 0.4), borderWidth: 10, data: interval },
  ];
}

function edgeOf(placed: readonly PlacedPoint[], perUnit: number, of: (point: SweepPoint) => number | null) {
  return placed.map(({ x, point }) => {
    const value = of(point);
    return { x, y: value === null ? null : value / perUnit };
  });
}

function told({ description }: SweptFigure, placed: readonly PlacedPoint[]): ToldPoint[] {
  return placed.map(({ x, point: { values, estimate } }) => ({
    x,
    y: estimate.mean === null ? null : estimate.mean / description.perUnit,
    told: `${settingText(values[0], VALUE_LIMIT)}: ${shownMean(description, estimate, true)}`,
  }));
}

function band(label: string, opacity: number): Omit<DayDataset, 'data'> {
  const color = faded(COLOR, opacity);
  return { ...hidden(), label, backgroundColor: color, borderColor: color };
}

/** A line that is only the edge of a band. */
function hidden(): Omit<DayDataset, 'data'> {
  return { label: '', borderWidth: 0, pointRadius: 0, pointHitRadius: 0, order: 1 };
}

function meanLine(): Omit<DayDataset, 'data'> {
  return {
    label: 'mean over the replications',
    borderColor: COLOR,
    backgroundColor: COLOR,
    borderWidth: 2.5,
    pointStyle: 'circle',
    pointRadius: 4,
    pointHitRadius: 8,
    order: 0,
  };
}

/** The places with a little room around them. */
function placeAxis(setting: string, placed: readonly PlacedPoint[]) {
  const marks = placed.map(({ x, point }) => ({
    value: x,
    label: settingText(point.values[0], VALUE_LIMIT),
  }));
  const [first, last] = [placed[0].x, placed[placed.length - 1].x];
  const margin = first === last ? 1 : (last - first) * 0.02;
  const scale = { setting, marks, min: first - margin, max: last + margin };
  return { ...settingAxis(scale), grid: { color: INK.grid } };
}

/** A line between the two values where the answer tips. */
function tippingMark(swept: SweptFigure, placed: readonly PlacedPoint[]): Record<string, LineAnnotation> {
  const { tipping } = findTipping(swept);
  if (tipping === null) return {};
  const [before, after] = [tipping.before, tipping.after].map(
    (side) => placed.find(({ point }) => point === side)!,
  );
  return {
    tipping: {
      type: 'line',
      scaleID: 'x',
      value: (before.x + after.x) / 2,
      borderColor: INK.threshold,
      borderWidth: 1.5,
      borderDash: [3, 5],
      label: {
        display: true,
        content: `tips between ${settingText(before.point.values[0], VALUE_LIMIT)} and ${settingText(after.point.values[0], VALUE_LIMIT)}`,
        position: 'start',
        yAdjust: 4,
        padding: 3,
        color: INK.text,
        backgroundColor: 'rgba(255, 255, 255, 0.85)',
        font: textFont(12, 600),
      },
    },
  };
}
