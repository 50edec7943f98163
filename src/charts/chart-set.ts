import type { ChartConfiguration } from 'chart.js';
import { Condition } from '../model/definitions/conditions.ts';
import { FileNames } from '../recording/folder/file-names.ts';
import type { GroupSeries, RunSeries } from '../recording/run-series.ts';
import type { ChartChoice } from './chart-choices.ts';
import { mostAffectedFirst } from './condition-totals.ts';
import { conditionsChart } from './conditions-chart.ts';
import { RUN_CHARTS, type RunChart } from './run-chart-list.ts';
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
 * All charts of a run: those of {@link RUN_CHARTS} in which there is anything, and `conditions-GROUP` for the 40 most affected groups, most affected first: unless
 * all are wanted, only for those of which a machine ended its grace, lost its license, was found Non-Genuine, or is not activated at the end.
 * A run with one group has its chart already. No two names are equal, even where a file system ignores case.
 */
export function runCharts(
  series: RunSeries,
  thresholds: readonly Threshold[],
  choice: ChartChoice = 'trouble',
): RunCharts {
  const charts: NamedChart[] = Object.entries<RunChart>(RUN_CHARTS)
    .filter(([, chart]) => chart.isDrawn(series))
    .map(([name, chart]) => ({ name, configuration: chart.draw({ series, thresholds }) }));
  const wanted = choice === 'all' ? series.groups : troubledGroups(series);
  const groups = mostAffectedFirst(wanted).slice(0, MAX_GROUP_CHARTS);
  const names = new FileNames();
  for (const { name } of groups) {
    charts.push({
      name: names.give(`conditions-${name}`),
      configuration: conditionsChart(series, name),
    });
  }
  return { charts, groupsLeftOut: wanted.length - groups.length };
}

/** Conditions that no design means to have. A machine begins in OOBGrace, and should not be there at the end. */
const TROUBLES = [
  Condition.Notification,
  Condition.Unlicensed,
  Condition.OOTGrace,
  Condition.NonGenuineGrace,
];

function troubledGroups({ groups }: RunSeries): GroupSeries[] {
  if (groups.length === 1) return [];
  return groups.filter(
    ({ conditions }) =>
      TROUBLES.some((condition) => conditions[condition].some((machines) => machines > 0)) ||
      (conditions[Condition.OOBGrace].at(-1) ?? 0) > 0,
  );
}
