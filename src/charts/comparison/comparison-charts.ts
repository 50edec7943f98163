import type { ChartConfiguration } from 'chart.js';
import type { Comparison } from '../../experiments/comparison/compare.ts';
import type { SweptFigure } from '../../experiments/comparison/sweep.ts';
import type { NamedChart } from '../chart-set.ts';
import { type BandsOverTime, bandCharts } from './band-charts.ts';
import { differencesCharts } from './differences-chart.ts';
import { figuresCharts } from './figures-chart.ts';
import { heatMap } from './heat-map.ts';
import { sweepChart } from './sweep-chart.ts';

/**
 * All charts of a comparison: `figures`, `differences`, and one set of bands over time for each daily figure, named by its
 * key. Where one picture has no room for all, further ones are numbered from 2: `figures-2`.
 *
 * @param title of the comparison; untrusted
 * @param bands by the name that the file is to have, such as `notification`
 */
export function comparisonCharts(
  title: string,
  comparison: Comparison,
  bands: ReadonlyMap<string, BandsOverTime>,
): NamedChart[] {
  return [
    ...numbered('figures', figuresCharts(title, comparison)),
    ...numbered('differences', differencesCharts(title, comparison)),
    ...[...bands].flatMap(([name, content]) => numbered(name, bandCharts(content))),
  ];
}

/** The chart of a sweep: a line for one setting, a map for two. */
export function sweepCharts(title: string, swept: SweptFigure): NamedChart[] {
  const configuration = swept.settings.length === 1 ? sweepChart(title, swept) : heatMap(title, swept);
  return [{ name: 'sweep', configuration }];
}

function numbered(name: string, charts: readonly ChartConfiguration[]): NamedChart[] {
  return charts.map((configuration, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    configuration,
  }));
}
