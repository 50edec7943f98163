import type { ChartConfiguration } from 'chart.js';
import { FileNames } from '../recording/folder/file-names.ts';
import type { RunSeries } from '../recording/run-series.ts';
import { mostAffectedFirst } from './condition-totals.ts';
import { conditionsChart } from './conditions-chart.ts';
import { contactsChart, hasContacts } from './contacts-chart.ts';
import { countsChart } from './counts-chart.ts';
import { keysChart } from './keys-chart.ts';
import type { Threshold } from './thresholds.ts';

/** Groups that get a chart of their own. */
export const MAX_GROUP_CHARTS = 40;

/** A chart and the name of its file, without ending. */
export interface NamedChart {
  readonly name: string;
  readonly configuration: ChartConfiguration;
}

/** The charts of a run, and how many groups went without one. */
export interface RunCharts {
  readonly charts: readonly NamedChart[];
  readonly groupsLeftOut: number;
}

/**
 * All charts of a run: `conditions`, `counts` (when there are KMS hosts), `keys` (when there are MAKs), `contacts` (when there
 * are any), and `conditions-GROUP` for the 40 most affected groups, most affected first. No two names are equal, even where a file system ignores case.
 */
export function runCharts(series: RunSeries, thresholds: readonly Threshold[]): RunCharts {
  const charts: NamedChart[] = [{ name: 'conditions', configuration: conditionsChart(series) }];
  if (series.hosts.length > 0)
    charts.push({ name: 'counts', configuration: countsChart(series, thresholds) });
  if (series.maks.length > 0) charts.push({ name: 'keys', configuration: keysChart(series) });
  if (hasContacts(series)) charts.push({ name: 'contacts', configuration: contactsChart(series) });
  const groups = mostAffectedFirst(series.groups).slice(0, MAX_GROUP_CHARTS);
  const names = new FileNames();
  for (const { name } of groups) {
    charts.push({
      name: names.give(`conditions-${name}`),
      configuration: conditionsChart(series, name),
    });
  }
  return { charts, groupsLeftOut: series.groups.length - groups.length };
}
