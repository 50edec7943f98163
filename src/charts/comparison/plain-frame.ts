import type { ChartConfiguration } from 'chart.js';
import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { Annotation, LabelAnnotation } from '../annotations.ts';
import { type ChartContent, type DayPoint, type FramedRun, framed } from '../frame.ts';

/** A point of a chart that is not one of days, and what a page tells of it. */
export interface ToldPoint extends DayPoint {
  readonly told: string;
}

/** What a chart of a comparison adds to the frame; its horizontal axis is `axes.x`. */
export interface PlainContent extends Omit<ChartContent, 'annotations'> {
  /** Title of the chart; untrusted. */
  readonly title: string;
  /** Whether the datasets are named below the chart. */
  readonly legend: boolean;
  readonly annotations?: Record<string, Annotation | CenteredLabel>;
}

/** A text with its middle above a point. */
export interface CenteredLabel extends Omit<LabelAnnotation, 'position'> {
  readonly position: { readonly x: 'center'; readonly y: 'end' };
}

/** The frame of a run's charts without its dates and outages: the same title, type and legend. */
export function plainFrame(content: PlainContent): ChartConfiguration {
  const { annotations, ...rest } = content;
  const base = framed(datedFrame(content.title, '2000-01-01', 1), rest);
  const plugins = base.options?.plugins;
  return withoutUnnamed({
    ...base,
    options: {
      ...base.options,
      interaction: { mode: 'nearest', intersect: true },
      plugins: {
        ...plugins,
        annotation: { clip: false, annotations: { ...annotations } },
        legend: { ...plugins?.legend, display: content.legend },
        tooltip: {
          callbacks: {
            title: () => '',
            label: ({ raw }) => (raw as ToldPoint).told,
          },
        },
      },
    },
  });
}

/** What {@link framed} asks of a run, where there is none: title and days. */
export function datedFrame(title: string, start: string, days: number): FramedRun {
  return { title, start, step: MINUTES_PER_DAY, steps: days, outages: [], marks: [] };
}

/** The chart with only those datasets in its legend that have a name: edges of bands have none. */
export function withoutUnnamed(configuration: ChartConfiguration): ChartConfiguration {
  const { options } = configuration;
  const legend = options?.plugins?.legend;
  const labels = { ...legend?.labels, filter: ({ text }: { text: string }) => text !== '' };
  return {
    ...configuration,
    options: { ...options, plugins: { ...options?.plugins, legend: { ...legend, labels } } },
  };
}
