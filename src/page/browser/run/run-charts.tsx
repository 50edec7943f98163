import { useMemo, useState } from 'preact/hooks';
import { mostAffectedFirst } from '../../../charts/condition-totals.ts';
import { RUN_CHARTS, type RunChart } from '../../../charts/run-chart-list.ts';
import type { RunSeries } from '../../../recording/run-series.ts';
import { chartedSeries, type RunContent } from '../../content/run-content.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { DataTable } from '../charts/data-table.tsx';
import { stepHeadings, stepRows } from '../charts/step-rows.ts';
import type { Theme } from '../theme.ts';

export interface RunChartsProps {
  readonly content: RunContent;
  readonly theme: Theme;
  /** Where the player is, in days from the start. */
  readonly at: number;
}

/** The charts of a run, each a region with a table behind it. */
export function RunCharts(props: RunChartsProps) {
  const series = chartedSeries(props.content);
  return (
    <>
      {Object.entries<RunChart>(RUN_CHARTS)
        .filter(([, chart]) => chart.isDrawn(series) || chart.otherwise !== null)
        .map(([name, chart]) => (
          <ChartSection key={name} {...props} chart={chart} series={series} />
        ))}
    </>
  );
}

interface ChartSectionProps extends RunChartsProps {
  readonly chart: RunChart;
  readonly series: RunSeries;
}

function ChartSection({ content: { thresholds }, theme, at, chart, series }: ChartSectionProps) {
  const [wanted, setWanted] = useState('');
  const ranked = useMemo(() => (chart.byGroup ? mostAffectedFirst(series.groups) : []), [chart, series]);
  const group = ranked.some(({ name }) => name === wanted) ? wanted : undefined;
  const source = { series, thresholds, group };
  const configuration = useMemo(
    () => (chart.isDrawn(series) ? chart.draw({ series, thresholds, group }) : null),
    [chart, series, thresholds, group],
  );
  return (
    <section class="card" aria-label={chart.title}>
      <div class="card-head">
        <h2>{chart.title}</h2>
        {ranked.length > 1 && (
          <label class="choice">
            Show
            <select value={group ?? ''} onChange={(event) => setWanted(event.currentTarget.value)}>
              <option value="">all computers</option>
              {ranked.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {configuration === null ? (
        <p>{chart.otherwise}</p>
      ) : (
        <ChartFigure configuration={configuration} theme={theme} cursor={at} panels={chart.panels}>
          <StepTable chart={chart} source={source} />
        </ChartFigure>
      )}
    </section>
  );
}

interface StepTableProps {
  readonly chart: RunChart;
  readonly source: Parameters<RunChart['draw']>[0];
}

function StepTable({ chart, source }: StepTableProps) {
  const { series } = source;
  const columns = chart.columns(source);
  return (
    <DataTable
      label={chart.tableLabel}
      columns={stepHeadings(series, columns)}
      rows={() => stepRows(series, columns)}
    />
  );
}
