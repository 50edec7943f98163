import { MINUTES_PER_DAY } from '../engine/time.ts';
import type { OutageSpan } from '../recording/run-series.ts';
import type { Annotation } from './annotations.ts';
import { INK, textFont } from './palette.ts';
import { estimatedWidth, shortText } from './text.ts';

/** About how many pixels wide the plot of a picture is, for laying out labels. */
const PLOT_WIDTH = 1080;
const LABEL_SIZE = 11;
const LABEL_LIMIT = 30;
const LABEL_GAP = 12;
const LANE_HEIGHT = 16;
const MOST_LANES = 3;
const MOST_LABELS = 8;
/** Darkest that a heap of outages may get, and the most that one alone is. */
const DARKEST = 0.2;
const DARKEST_ALONE = 0.12;

/** The scale, from 0 to 1 over the whole plot, that places labels whatever the data's own scale is. */
export const STRIP_SCALE = 'strip';

/** What the outages add to a chart. */
export interface OutageMarks {
  readonly annotations: Record<string, Annotation>;
  /** Pixels to keep free above the plot for the labels. */
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

interface PlacedLabel {
  readonly span: Span;
  readonly lane: number;
  readonly rightAligned: boolean;
}

/**
 * Shades every outage over the plot and names the first ones in a strip above it, in lanes, so that no label covers
 * data or another label.
 */
export function outageMarks(outages: readonly OutageSpan[], days: number): OutageMarks {
  const spans = spansWithin(outages, days);
  const labels = placeLabels(spans, days);
  const darkness = Math.min(DARKEST_ALONE, DARKEST / Math.max(1, deepestOverlap(spans)));
  const annotations: Record<string, Annotation> = {};
  spans.forEach((span, index) => {
    annotations[`outage${index}`] = shade(span, darkness);
  });
  labels.forEach((label, index) => {
    annotations[`outageLabel${index}`] = nameOf(label);
  });
  const lanes = labels.reduce((most, label) => Math.max(most, label.lane + 1), 0);
  const named = labels.length;
  const note = named < spans.length ? `${spans.length} outages shaded, ${named} of them named` : undefined;
  return { annotations, stripHeight: lanes * LANE_HEIGHT, note };
}

function spansWithin(outages: readonly OutageSpan[], days: number): Span[] {
  return outages
    .map(({ label, from, to }) => ({
      label: shortText(label, LABEL_LIMIT),
      from: Math.max(0, from / MINUTES_PER_DAY),
      to: Math.min(days, to / MINUTES_PER_DAY),
    }))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from - b.from);
}

/** First come, first named: a label takes the lowest lane with room, or goes unnamed. */
function placeLabels(spans: readonly Span[], days: number): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const laneEnds = new Array<number>(MOST_LANES).fill(Number.NEGATIVE_INFINITY);
  for (const span of spans) {
    if (placed.length === MOST_LABELS) break;
    const width = estimatedWidth(span.label, LABEL_SIZE);
    const left = (span.from / days) * PLOT_WIDTH;
    const rightAligned = left + width > PLOT_WIDTH;
    const start = rightAligned ? (span.to / days) * PLOT_WIDTH - width : left;
    const lane = laneEnds.findIndex((end) => end + LABEL_GAP <= start);
    if (lane === -1) continue;
    laneEnds[lane] = start + width;
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

function shade({ from, to }: Span, darkness: number): Annotation {
  const color = `rgba(0, 0, 0, ${darkness.toFixed(3)})`;
  return {
    type: 'box',
    xScaleID: 'x',
    yScaleID: STRIP_SCALE,
    xMin: from,
    xMax: to,
    yMin: 0,
    yMax: 1,
    backgroundColor: color,
    borderColor: color,
    borderWidth: 1,
    drawTime: 'afterDatasetsDraw',
  };
}

function nameOf({ span, lane, rightAligned }: PlacedLabel): Annotation {
  return {
    type: 'label',
    content: span.label,
    xScaleID: 'x',
    yScaleID: STRIP_SCALE,
    xValue: rightAligned ? span.to : span.from,
    yValue: 1,
    position: { x: rightAligned ? 'end' : 'start', y: 'end' },
    yAdjust: -lane * LANE_HEIGHT,
    padding: { top: 2, bottom: 2 },
    color: INK.quiet,
    font: textFont(LABEL_SIZE),
  };
}
