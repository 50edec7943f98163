import { MINUTES_PER_DAY } from '../engine/time.ts';
import type { OutageSpan, RunSeries, TimeMark } from '../recording/run-series.ts';
import { plainText } from '../text/plain-text.ts';
import type { Annotation, Placed } from './annotations.ts';
import { INK, textFont } from './palette.ts';
import { estimatedWidth } from './text.ts';

const NAME_SIZE = 11;
const NAME_LIMIT = 30;
const NAME_GAP = 12;
/** A lane holds a bar as long as its outage, and above it the name. */
const LANE_HEIGHT = 22;
const BAR_HEIGHT = 5;
const BAR_GAP = 2;
const MAX_LANES = 3;
const MAX_NAMES = 8;
const MAX_MARKS = 60;
/** Of the length of the run: closer marks are one line. */
const LEAST_DISTANCE = 0.002;
/** Darkest that a heap of outages may get, and the most that one alone is. */
const DARKEST = 0.2;
const DARKEST_ALONE = 0.08;

/** The scale, from 0 to 1 over the whole plot, that places marks whatever the data's own scale is. */
export const STRIP_SCALE = 'strip';

/** What the outages add to a chart. */
export interface OutageMarks {
  readonly annotations: Record<string, Annotation>;
  /** Pixels to keep free above the plot for the bars and their names. */
  readonly stripHeight: number;
  /** A sentence when some outages are not named; nothing otherwise. */
  readonly note: string | undefined;
}

interface Span {
  readonly label: string;
  /** Days from the start, cut to the run. */
  readonly from: number;
  readonly to: number;
}

interface PlacedName {
  readonly span: Span;
  readonly lane: number;
  readonly rightAligned: boolean;
}

/**
 * Draws a thin line at each mark, and every outage as a bar in a strip above the plot, and as a light shade behind the data, whose colors stay
 * true. The first ones have a lane with their name, where no name meets another, and thin lines at both ends; the
 * others share the lowest lane.
 */
export function outageMarks(
  { outages, marks }: Pick<RunSeries, 'outages' | 'marks'>,
  days: number,
  plotWidth: number,
): OutageMarks {
  const spans = spansWithin(outages, days);
  const moments = momentsWithin(marks, days);
  const inOrder = [...spans, ...moments].sort((a, b) => a.from - b.from);
  const names = placeNames(inOrder, days, plotWidth);
  const lanes = new Map(names.map(({ span, lane }) => [span, lane]));
  const darkness = Math.min(DARKEST_ALONE, DARKEST / Math.max(1, deepestOverlap(spans)));
  const annotations: Record<string, Annotation> = {};
  spans.forEach((span, index) => {
    annotations[`outageShade${index}`] = shade(span, darkness);
    annotations[`outageBar${index}`] = bar(span, lanes.get(span) ?? 0);
  });
  moments.forEach((moment, index) => {
    annotations[`mark${index}`] = edge(moment.from);
  });
  names.forEach((name, index) => {
    if (name.span.from < name.span.to) {
      annotations[`outageBegin${index}`] = edge(name.span.from);
      annotations[`outageEnd${index}`] = edge(name.span.to);
    }
    annotations[`outageName${index}`] = nameOf(name);
  });
  const laneCount = names.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const named = names.filter(({ span }) => span.from < span.to).length;
  const note = named < spans.length ? `${spans.length} outages shaded, ${named} of them named` : undefined;
  return { annotations, stripHeight: laneCount * LANE_HEIGHT, note };
}

/** The marks as spans without length. Of many in one place the first is drawn. */
function momentsWithin(marks: readonly TimeMark[], days: number): Span[] {
  const moments: Span[] = [];
  for (const { label, minute } of marks) {
    const from = minute / MINUTES_PER_DAY;
    if (from > days || moments.length === MAX_MARKS) break;
    const before = moments.at(-1)?.from ?? Number.NEGATIVE_INFINITY;
    if (from - before >= days * LEAST_DISTANCE)
      moments.push({ label: plainText(label, NAME_LIMIT), from, to: from });
  }
  return moments;
}

function spansWithin(outages: readonly OutageSpan[], days: number): Span[] {
  return outages
    .map(({ label, from, to }) => ({
      label: plainText(label, NAME_LIMIT),
      from: Math.max(0, from / MINUTES_PER_DAY),
      to: Math.min(days, to / MINUTES_PER_DAY),
    }))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from - b.from);
}

/** First come, first named: an outage takes the lowest lane with room for bar and name, or goes unnamed. */
function placeNames(spans: readonly Span[], days: number, plotWidth: number): PlacedName[] {
  const placed: PlacedName[] = [];
  const laneEnds = new Array<number>(MAX_LANES).fill(Number.NEGATIVE_INFINITY);
  for (const span of spans) {
    if (placed.length === MAX_NAMES) break;
    const width = estimatedWidth(span.label, NAME_SIZE);
    const left = (span.from / days) * plotWidth;
    const right = (span.to / days) * plotWidth;
    const rightAligned = left + width > plotWidth;
    const start = rightAligned ? Math.min(left, right - width) : left;
    const lane = laneEnds.findIndex((end) => end + NAME_GAP <= start);
    if (lane === -1) continue;
    laneEnds[lane] = rightAligned ? right : Math.max(right, left + width);
    placed.push({ span, lane, rightAligned });
  }
  return placed;
}

function deepestOverlap(spans: readonly Span[]): number {
  const changes = spans.flatMap(({ from, to }) => [
    { day: from, by: 1 },
    { day: to, by: -1 },
  ]);
  changes.sort((a, b) => a.day - b.day || a.by - b.by);
  let depth = 0;
  let deepest = 0;
  for (const { by } of changes) {
    depth += by;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function shade(span: Span, darkness: number): Annotation {
  return {
    ...boxOver(span),
    backgroundColor: `rgba(0, 0, 0, ${darkness.toFixed(3)})`,
    borderColor: 'transparent',
    borderWidth: 0,
    drawTime: 'beforeDatasetsDraw',
  };
}

/** When an outage begins or ends: a thin line over the data, which it leaves as it is. */
function edge(day: number): Annotation {
  return {
    type: 'line',
    scaleID: 'x',
    value: day,
    borderColor: INK.outage,
    borderWidth: 1,
    borderDash: [3, 3],
  };
}

function bar(span: Span, lane: number): Annotation {
  const bottom = lane * LANE_HEIGHT + BAR_GAP;
  return {
    ...boxOver(span),
    yMin: abovePlot(bottom),
    yMax: abovePlot(bottom + BAR_HEIGHT),
    backgroundColor: INK.outage,
    borderColor: INK.outage,
    borderWidth: 1,
    drawTime: 'afterDatasetsDraw',
  };
}

/** From the first moment of an outage to its last, as high as the plot. */
function boxOver({ from, to }: Span) {
  return {
    type: 'box',
    xScaleID: 'x',
    yScaleID: STRIP_SCALE,
    adjustScaleRange: false,
    xMin: from,
    xMax: to,
    yMin: 0,
    yMax: 1,
  } as const;
}

/** So many pixels above the plot, once it is known where that is. */
function abovePlot(pixels: number): Placed {
  return ({ chart }) => chart.scales[STRIP_SCALE].getValueForPixel(chart.chartArea.top - pixels) ?? 1;
}

function nameOf({ span, lane, rightAligned }: PlacedName): Annotation {
  return {
    type: 'label',
    content: span.label,
    xScaleID: 'x',
    yScaleID: STRIP_SCALE,
    xValue: rightAligned ? span.to : span.from,
    yValue: 1,
    position: { x: rightAligned ? 'end' : 'start', y: 'end' },
    yAdjust: -lane * LANE_HEIGHT - BAR_GAP - BAR_HEIGHT,
    padding: { top: 1, bottom: 1 },
    color: INK.quiet,
    font: textFont(NAME_SIZE),
  };
}
