import type { ChartConfiguration, ChartDataset } from 'chart.js';
// Adds `annotation` to the options that Chart.js knows.
import type {} from 'chartjs-plugin-annotation';
import type { RunSeries } from '../recording/run-series.ts';
import type { Annotation } from './annotations.ts';
import { dayTicks, isoDate } from './day-ticks.ts';
import { outageMarks, STRIP_SCALE } from './outages.ts';
import { INK, textFont } from './palette.ts';
import { shortText } from './text.ts';
import type { Column } from './thinning.ts';

/** What all charts of a run share: title, axis of dates, legend, outages, type. */

/** Size of a chart in CSS pixels; pictures multiply it by their scale. */
export const CHART_SIZE = { width: 1200, height: 600 } as const;

const TITLE_LIMIT = 80;

/** A point of a line: the day (0 is the start) and the value; null is a gap. */
export interface DayPoint {
  x: number;
  y: number | null;
}

export type DayDataset = ChartDataset<'line', DayPoint[]>;

/** What one chart adds to the frame. */
export interface ChartContent {
  /** What is shown, under the scenario's title. */
  readonly caption: string;
  /** Further sentences for the reader, on a line of their own; empty ones are skipped. */
  readonly notes: readonly (string | undefined)[];
  readonly datasets: DayDataset[];
  /** The vertical axes, by id. */
  readonly axes: Record<string, object>;
  readonly annotations?: Record<string, Annotation>;
  /** Whether the legend runs from the last dataset to the first. */
  readonly legendReversed?: boolean;
  /** Whether the legend shows the markers of lines instead of boxes. */
  readonly legendMarkers?: boolean;
}

/** A whole configuration for a line chart over the days of the run. */
export function framed(series: RunSeries, content: ChartContent): ChartConfiguration {
  const days = Math.max(1, series.days);
  const outages = outageMarks(series.outages, days);
  const notes = [...content.notes, outages.note].filter((note) => note !== undefined).join('; ');
  return {
    type: 'line',
    data: { datasets: content.datasets as ChartDataset[] },
    options: {
      animation: false,
      responsive: false,
      locale: 'en-US',
      color: INK.text,
      font: textFont(13),
      layout: { padding: { top: 12, right: 40, bottom: 8, left: 12 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: dateAxis(series.start, days),
        ...content.axes,
        [STRIP_SCALE]: { type: 'linear', axis: 'y', min: 0, max: 1, display: false },
      },
      plugins: {
        title: {
          display: true,
          text: shortText(series.title, TITLE_LIMIT),
          align: 'start',
          color: INK.text,
          font: textFont(19, 600),
          padding: { top: 0, bottom: 4 },
        },
        subtitle: {
          display: true,
          text: notes === '' ? [content.caption] : [content.caption, sentence(notes)],
          align: 'start',
          color: INK.quiet,
          font: textFont(13),
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
          callbacks: { title: ([item]) => isoDate(series.start, Math.min(item.parsed.x!, days - 1)) },
        },
        annotation: { clip: false, annotations: { ...outages.annotations, ...content.annotations } },
      },
    },
  };
}

/** A vertical axis of whole things, from 0; `title` is the unit. */
export function countAxis(title: string) {
  return {
    type: 'linear' as const,
    min: 0,
    suggestedMax: 4,
    title: { display: true, text: title, color: INK.quiet, font: textFont(13) },
    ticks: { precision: 0, color: INK.quiet, font: textFont(12) },
    grid: { color: INK.grid },
  };
}

/**
 * The points of a line at the shown days. A value holds for its whole day, from the midnight before to the one
 * after: lines are stepped, and the last value is repeated at the end of the run.
 */
export function dayPoints(shown: readonly number[], days: number, values: Column): DayPoint[] {
  const points: DayPoint[] = shown.map((day) => ({ x: day, y: values[day] }));
  if (points.length > 0) points.push({ x: days, y: points[points.length - 1].y });
  return points;
}

/** The points without the zeros, save those to which a step down must be drawn: nothing is drawn along the axis. */
export function absentAtZero(points: readonly DayPoint[]): DayPoint[] {
  return points.map(({ x, y }, index) => {
    const afterZero = index === 0 || points[index - 1].y === 0;
    return { x, y: y === 0 && afterZero ? null : y };
  });
}

function dateAxis(start: string, days: number) {
  const ticks = dayTicks(start, days);
  const labels = new Map(ticks.map(({ value, label }) => [value, label]));
  return {
    type: 'linear' as const,
    min: 0,
    max: days,
    title: {
      display: true,
      text: `date (the run starts on ${isoDate(start, 0)})`,
      color: INK.quiet,
      font: textFont(13),
    },
    grid: { color: INK.grid },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = ticks.map(({ value }) => ({ value }));
    },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: INK.quiet,
      font: textFont(12),
      callback: (value: number | string) => labels.get(Number(value)) ?? '',
    },
  };
}

function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
