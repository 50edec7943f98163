import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { DayDataset, DayPoint } from './frame.ts';

/**
 * A picture needs fewer points than a chart that people point at: a stepped line that stays where it is looks the same without
 * them. Charts of a year have mostly such points, and each takes Chart.js some microseconds.
 */

/** The configuration without the points at which no stepped line changes; one with other lines is left as it is. */
export function withoutRepeats(configuration: ChartConfiguration): ChartConfiguration {
  const lines = configuration.data.datasets as DayDataset[];
  if (!lines.every(({ stepped }) => stepped === 'before')) return configuration;
  // Lines that are stacked have the same days, and must keep the same.
  const kept = new Set(lines.flatMap(daysOfChange));
  const datasets = lines.map((line) => withDays(line, kept)) as ChartDataset[];
  return { ...configuration, data: { datasets } };
}

/** The days at which a line begins, ends, changes its value or its look, has a marker, or is about to have a gap. */
function daysOfChange({ data, pointRadius }: DayDataset): number[] {
  const hasMarker = (index: number) => Array.isArray(pointRadius) && pointRadius[index] > 0;
  const isNeeded = ({ y, faint }: DayPoint, index: number) =>
    index === 0 ||
    index === data.length - 1 ||
    y !== data[index - 1].y ||
    faint !== data[index - 1].faint ||
    (y !== null && data[index + 1].y === null) ||
    hasMarker(index);
  return data.filter(isNeeded).map(({ x }) => x);
}

function withDays(dataset: DayDataset, days: ReadonlySet<number>): DayDataset {
  const { data, pointRadius } = dataset;
  const indexes = [...data.keys()].filter((index) => days.has(data[index].x));
  const at = <Value>(values: readonly Value[]) => indexes.map((index) => values[index]);
  return {
    ...dataset,
    data: at(data),
    ...(Array.isArray(pointRadius) ? { pointRadius: at(pointRadius) } : {}),
  };
}
