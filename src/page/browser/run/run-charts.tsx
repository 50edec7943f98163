import { useMemo, useState } from 'preact/hooks';
import { conditionTotals, mostAffectedFirst } from '../../../charts/condition-totals.ts';
import { conditionsChart } from '../../../charts/conditions-chart.ts';
import { contactsChart, hasContacts } from '../../../charts/contacts-chart.ts';
import { countsChart } from '../../../charts/counts-chart.ts';
import { keysChart } from '../../../charts/keys-chart.ts';
import { CONDITION_NAMES } from '../../../model/definitions/conditions.ts';
import type { RunSeries } from '../../../recording/run-series.ts';
import type { RunContent } from '../../content/run-content.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { DataTable } from '../charts/data-table.tsx';
import { type StepColumn, stepHeadings, stepRows } from '../charts/step-rows.ts';
import { CONDITION_ORDER } from '../picture/group-picture.tsx';
import type { Theme } from '../theme.ts';

export interface RunChartsProps {
  readonly content: RunContent;
  readonly theme: Theme;
  /** Where the player is, in days from the start. */
  readonly at: number;
}

const TWO_PANELS = 460;

/** The charts of a run, each a region with a table behind it. */
export function RunCharts(props: RunChartsProps) {
  const series = chartedSeries(props.content);
  return (
    <>
      <Conditions {...props} />
      <Counts {...props} />
      {series.maks.length > 0 && <Keys {...props} />}
      {hasContacts(series) && <Contacts {...props} />}
    </>
  );
}

/** The series that charts are drawn from. */
export function chartedSeries({ series, steps }: RunContent): RunSeries {
  return steps ?? series;
}

/** Of all computers, or of the group that is chosen. */
function Conditions({ content, theme, at }: RunChartsProps) {
  const series = chartedSeries(content);
  const [group, setGroup] = useState('');
  const chosen = series.groups.some(({ name }) => name === group) ? group : undefined;
  const configuration = useMemo(() => conditionsChart(series, chosen), [series, chosen]);
  const ranked = useMemo(() => mostAffectedFirst(series.groups), [series]);
  const columns = (): StepColumn[] => {
    const groups = chosen === undefined ? series.groups : ranked.filter(({ name }) => name === chosen);
    const { inCondition } = conditionTotals(groups, series.steps);
    return CONDITION_ORDER.map((condition) => ({
      name: CONDITION_NAMES[condition],
      values: inCondition[condition],
    }));
  };
  return (
    <section class="card" aria-label="Conditions over time">
      <h2>Conditions over time</h2>
      {series.groups.length > 1 && (
        <label class="choice">
          Show
          <select value={chosen ?? ''} onChange={(event) => setGroup(event.currentTarget.value)}>
            <option value="">all computers</option>
            {ranked.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <ChartFigure configuration={configuration} theme={theme} cursor={at}>
        <DayTable label="machines by condition" series={series} columns={columns} />
      </ChartFigure>
    </section>
  );
}

function Counts({ content, theme, at }: RunChartsProps) {
  const series = chartedSeries(content);
  const { thresholds } = content;
  const configuration = useMemo(() => countsChart(series, thresholds), [series, thresholds]);
  return (
    <section class="card" aria-label="Counts">
      <h2>Counts</h2>
      {series.hosts.length === 0 ? (
        <p>This estate has no KMS host, so nothing is counted.</p>
      ) : (
        <ChartFigure configuration={configuration} theme={theme} cursor={at}>
          <DayTable
            label="activation count by host"
            series={series}
            columns={() => series.hosts.map(({ name, counts }) => ({ name, values: counts }))}
          />
        </ChartFigure>
      )}
    </section>
  );
}

function Keys({ content, theme, at }: RunChartsProps) {
  const series = chartedSeries(content);
  const configuration = useMemo(() => keysChart(series), [series]);
  return (
    <section class="card" aria-label="Activation keys">
      <h2>Activation keys</h2>
      <ChartFigure configuration={configuration} theme={theme} cursor={at}>
        <DayTable
          label="activations left by key"
          series={series}
          columns={() => series.maks.map(({ name, remaining }) => ({ name, values: remaining }))}
        />
      </ChartFigure>
    </section>
  );
}

function Contacts({ content, theme, at }: RunChartsProps) {
  const series = chartedSeries(content);
  const configuration = useMemo(() => contactsChart(series), [series]);
  return (
    <section class="card" aria-label="Contacts">
      <h2>Contacts</h2>
      <ChartFigure configuration={configuration} theme={theme} cursor={at} height={TWO_PANELS}>
        <DayTable
          label="contacts by day"
          series={series}
          columns={() => [
            { name: 'activations', values: series.activations },
            { name: 'no host', values: series.noHost },
            { name: 'refused', values: series.refused },
            { name: 'count too low', values: series.countTooLow },
          ]}
        />
      </ChartFigure>
    </section>
  );
}

interface DayTableProps {
  readonly label: string;
  readonly series: RunSeries;
  readonly columns: () => readonly StepColumn[];
}

function DayTable({ label, series, columns }: DayTableProps) {
  const made = columns();
  return <DataTable label={label} columns={stepHeadings(series, made)} rows={() => stepRows(series, made)} />;
}
