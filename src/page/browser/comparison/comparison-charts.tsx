import { useMemo } from 'preact/hooks';
import { type BandsOverTime, bandCharts } from '../../../charts/comparison/band-charts.ts';
import { differencesCharts } from '../../../charts/comparison/differences-chart.ts';
import { isoDate } from '../../../charts/day-ticks.ts';
import type { ComparisonContent } from '../../content/report-document.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { DataTable, type TableCell } from '../charts/data-table.tsx';
import type { Theme } from '../theme.ts';

export interface ComparisonChartsProps {
  readonly content: ComparisonContent;
  readonly theme: Theme;
}

const PANELS_HEIGHT = 520;

/** The daily figures of all designs as bands, and the differences as intervals. */
export function ComparisonCharts({ content, theme }: ComparisonChartsProps) {
  const { title, comparison, bands } = content;
  const differences = useMemo(() => differencesCharts(title, comparison), [title, comparison]);
  return (
    <>
      {bands.map((band) => (
        <BandSection key={band.caption} bands={band} theme={theme} />
      ))}
      {differences.length > 0 && (
        <section class="card wide-only" aria-label="Differences">
          <h2>Differences</h2>
          {differences.map((configuration, index) => (
            <ChartFigure
              key={`${index} ${title}`}
              configuration={configuration}
              theme={theme}
              height={PANELS_HEIGHT}
            />
          ))}
          <p class="note">The tables of figures above hold the same numbers.</p>
        </section>
      )}
    </>
  );
}

function BandSection({ bands, theme }: { readonly bands: BandsOverTime; readonly theme: Theme }) {
  const charts = useMemo(() => bandCharts(bands), [bands]);
  const columns = bands.bands.flatMap(({ design }) => [
    `${design}: 5 %`,
    `${design}: median`,
    `${design}: 95 %`,
  ]);
  return (
    <section class="card" aria-label={bands.caption}>
      <h2>{bands.caption}</h2>
      {charts.map((configuration, index) => (
        <ChartFigure key={`${index} ${bands.caption}`} configuration={configuration} theme={theme} titled />
      ))}
      <DataTable
        label={`${bands.caption}, by day`}
        columns={['day', 'date', ...columns]}
        rows={() => bandRows(bands)}
      />
    </section>
  );
}

/** A row for each day on which some value changes. */
function bandRows({ bands, start }: BandsOverTime): TableCell[][] {
  const days = Math.max(...bands.map((band) => band.days));
  const rows: TableCell[][] = [];
  let before = '';
  for (let day = 0; day < days; day += 1) {
    const cells = bands.flatMap(({ p5, p50, p95 }) => [p5[day] ?? null, p50[day] ?? null, p95[day] ?? null]);
    const text = cells.join(' ');
    if (text !== before || day === days - 1) rows.push([day, isoDate(start, day), ...cells]);
    before = text;
  }
  return rows;
}
