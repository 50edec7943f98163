import type { ChartConfiguration, ChartDataset } from 'chart.js';
// Adds `annotation` to the options that Chart.js knows.
import type {} from 'chartjs-plugin-annotation';
import { MINUTES_PER_DAY } from '../engine/time.ts';
import type { RunSeries } from '../recording/run-series.ts';
import { groupThousands } from '../text/numbers.ts';
import { plainText } from '../text/plain-text.ts';
import type { Annotation } from './annotations.ts';
import { axisTitle } from './axes.ts';
import { dayAxes } from './day-axes.ts';
import { isoDate } from './day-ticks.ts';
import { plotWidth, RIGHT_MARGIN } from './layout.ts';
import { outageMarks, STRIP_SCALE } from './outages.ts';
import { INK, textFont } from './palette.ts';
import { dayOf, momentOn, type Steps } from './sampling.ts';
import { sentenceLines } from './text.ts';
import type { Column } from './thinning.ts';

/** What all charts of a run share: title, axes of dates and days, legend, outages, type. */

const TITLE_LIMIT = 80;
const SUBTITLE_SIZE = 13;

/** A point of a line: the day (0 is the start) and the value; null is a gap. */
export interface DayPoint {
  x: number;
  y: number | null;
  /** Whether the line is faint from here on. */
  faint?: boolean;
}

export type DayDataset = ChartDataset<'line', DayPoint[]>;

/** What the frame shows of a run. */
export type FramedRun = Pick<RunSeries, 'title' | 'start' | 'step' | 'steps' | 'outages' | 'marks'>;

/** What one chart adds to the frame. */
export interface ChartContent {
  /** What is shown, under the scenario's title. */
  readonly caption: string;
  /** Further sentences for the reader, on a line of their own; empty ones are skipped. */
  readonly notes: readonly (string | undefined)[];
  readonly datasets: DayDataset[];
  /** The vertical axes, by id; a horizontal axis `x` among them takes the place of those of dates and days. */
  readonly axes: Record<string, object>;
  readonly annotations?: Record<string, Annotation>;
  /** Pixels to keep free to the right of the plot, where the usual ones are too few. */
  readonly rightMargin?: number;
  /** Whether the legend runs from the last dataset to the first. */
  readonly legendReversed?: boolean;
  /** Whether the legend shows the markers of lines instead of boxes. */
  readonly legendMarkers?: boolean;
}

/** A whole configuration for a line chart over the days of the run. */
export function framed(series: FramedRun, content: ChartContent): ChartConfiguration {
  const days = lengthOf(series);
  const rightMargin = content.rightMargin ?? RIGHT_MARGIN;
  const outages = outageMarks(series, days, plotWidth(rightMargin));
  const notes = [...content.notes, outages.note].filter((note) => note !== undefined);
  const lines = sentenceLines(notes, plotWidth(rightMargin), SUBTITLE_SIZE);
  return {
    type: 'line',
    data: { datasets: content.datasets as ChartDataset[] },
    options: {
      animation: false,
      responsive: false,
      locale: 'en-US',
      color: INK.text,
      font: textFont(13),
      layout: { padding: { top: 12, right: rightMargin, bottom: 8, left: 12 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        ...('x' in content.axes ? {} : dayAxes(series.start, days)),
        ...content.axes,
        [STRIP_SCALE]: {
          type: 'linear',
          axis: 'y',
          min: 0,
          max: 1,
          display: false,
          ticks: { callback: wholeNumber },
        },
      },
      plugins: {
        title: {
          display: true,
          text: plainText(series.title, TITLE_LIMIT),
          align: 'start',
          color: INK.text,
          font: textFont(19, 600),
          padding: { top: 0, bottom: 4 },
        },
        subtitle: {
          display: true,
          text: [content.caption, ...lines],
          align: 'start',
          color: INK.quiet,
          font: textFont(SUBTITLE_SIZE),
          padding: { top: 0, bottom: 12 + outages.stripHeight },
        },
        legend: {
          position: 'bottom',
          reverse: content.legendReversed ?? false,
          labels: {
            color: INK.text,
            font: textFont(13),
            boxWidth: content.legendMarkers ? 12 : 22,
            boxHeight: content.legendMarkers ? 8 : 12,
            padding: 16,
            usePointStyle: content.legendMarkers ?? false,
          },
        },
        tooltip: {
          callbacks: { title: ([item]) => shownMoment(series, item.parsed.x!) },
        },
        annotation: { clip: false, annotations: { ...outages.annotations, ...content.annotations } },
      },
    },
  };
}

/** The label of a tick. Without one of ours Chart.js asks for a format of English numbers, which takes 20 ms to make. */
function wholeNumber(value: number | string): string {
  return groupThousands(Number(value));
}

/** A vertical axis of whole things, from 0; `title` is the unit. */
export function countAxis(title: string) {
  return {
    type: 'linear' as const,
    min: 0,
    suggestedMax: 4,
    title: axisTitle(title),
    ticks: {
      precision: 0,
      color: INK.quiet,
      font: textFont(12),
      callback: wholeNumber,
    },
    grid: { color: INK.grid },
  };
}

/**
 * The points of a line at the shown steps. A value holds for its whole step, a day from midnight to midnight: lines
 * are stepped, and the last value is repeated at the end of the run.
 */
export function dayPoints(shown: readonly number[], series: Steps, values: Column): DayPoint[] {
  const points: DayPoint[] = shown.map((index) => ({ x: dayOf(series, index), y: values[index] }));
  if (points.length > 0) points.push({ x: dayOf(series, series.steps), y: points[points.length - 1].y });
  return points;
}

/** Where the axis of days ends. */
export function lengthOf(series: Steps): number {
  return series.steps === 0 ? 1 : dayOf(series, series.steps);
}

/** What a tooltip is about: a day, or a moment of a short run. */
function shownMoment(series: FramedRun, day: number): string {
  if (series.step < MINUTES_PER_DAY) return momentOn(series.start, day);
  return isoDate(series.start, Math.min(day, series.steps - 1));
}
