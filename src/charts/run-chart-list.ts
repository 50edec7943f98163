import type { ChartConfiguration } from 'chart.js';
import { CONDITION_NAMES, Condition } from '../model/definitions/conditions.ts';
import type { RunSeries } from '../recording/run-series.ts';
import { CONDITION_ORDER } from './condition-order.ts';
import { conditionTotals } from './condition-totals.ts';
import { conditionsChart, officeChart } from './conditions-chart.ts';
import { contactsChart, hasContacts } from './contacts-chart.ts';
import { countsChart } from './counts-chart.ts';
import { keysChart } from './keys-chart.ts';
import type { Threshold } from './thresholds.ts';

/** What a chart of a run is drawn from. */
export interface RunChartSource {
  readonly series: RunSeries;
  readonly thresholds: readonly Threshold[];
  /** The group that is shown alone, by a chart that can; left out: the whole estate. */
  readonly group?: string;
}

/** Values by step with their heading, of the table behind a chart. */
export interface StepColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** A chart of a run: what it shows, when it is worth drawing, and the numbers behind it. */
export interface RunChart {
  /** The heading over it on a page. */
  readonly title: string;
  /** What the table behind it holds. */
  readonly tableLabel: string;
  /** Panels above each other. */
  readonly panels: 1 | 2;
  /** Whether it can show one group alone. */
  readonly byGroup: boolean;
  /** What a page says in its place where it is not drawn; `null`: nothing. */
  readonly otherwise: string | null;
  /** Whether there is anything in it. */
  isDrawn(series: RunSeries): boolean;
  draw(source: RunChartSource): ChartConfiguration;
  columns(source: RunChartSource): readonly StepColumn[];
}

/** The conditions that Office can be in, in the order of the charts. */
const OFFICE_CONDITIONS = CONDITION_ORDER.filter(
  (condition) => condition !== Condition.Unlicensed && condition !== Condition.NonGenuineGrace,
);

/** The charts of a run, for pictures and pages alike, by the names of their files. */
export const RUN_CHARTS = {
  conditions: {
    title: 'Conditions over time',
    tableLabel: 'machines by condition',
    panels: 1,
    byGroup: true,
    otherwise: null,
    isDrawn: () => true,
    draw: ({ series, group }) => conditionsChart(series, group),
    columns({ series, group }) {
      const groups = series.groups.filter(({ name }) => group === undefined || name === group);
      const { inCondition } = conditionTotals(groups, series.steps);
      return CONDITION_ORDER.map((condition) => ({
        name: CONDITION_NAMES[condition],
        values: inCondition[condition],
      }));
    },
  },
  office: {
    title: 'Office over time',
    tableLabel: 'installations of Office by condition',
    panels: 1,
    byGroup: false,
    otherwise: null,
    isDrawn: ({ office }) => office !== null,
    draw: ({ series }) => officeChart(series),
    columns: ({ series: { office } }) =>
      OFFICE_CONDITIONS.map((condition) => ({
        name: CONDITION_NAMES[condition],
        values: office?.conditions[condition] ?? [],
      })),
  },
  counts: {
    title: 'Counts',
    tableLabel: 'activation count by host',
    panels: 1,
    byGroup: false,
    otherwise: 'This estate has no KMS host, so nothing is counted.',
    isDrawn: ({ hosts }) => hosts.length > 0,
    draw: ({ series, thresholds }) => countsChart(series, thresholds),
    columns: ({ series }) => series.hosts.map(({ name, counts }) => ({ name, values: counts })),
  },
  keys: {
    title: 'Activation keys',
    tableLabel: 'activations used and left by key',
    panels: 1,
    byGroup: false,
    otherwise: null,
    isDrawn: ({ maks }) => maks.length > 0,
    draw: ({ series }) => keysChart(series),
    columns: ({ series }) =>
      series.maks.flatMap(({ name, used, remaining }) => [
        { name: `${name}: used`, values: used },
        { name: `${name}: left`, values: remaining },
      ]),
  },
  contacts: {
    title: 'Contacts',
    tableLabel: 'activations and failed attempts',
    panels: 2,
    byGroup: false,
    otherwise: null,
    isDrawn: hasContacts,
    draw: ({ series }) => contactsChart(series),
    columns: ({ series }) => [
      { name: 'activations', values: series.activations },
      { name: 'no host', values: series.noHost },
      { name: 'refused', values: series.refused },
      { name: 'count too low', values: series.countTooLow },
    ],
  },
} as const satisfies Readonly<Record<string, RunChart>>;
