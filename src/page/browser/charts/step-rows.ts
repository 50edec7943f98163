import { isoDate } from '../../../charts/day-ticks.ts';
import type { StepColumn } from '../../../charts/run-chart-list.ts';
import { dayOf, momentOn } from '../../../charts/sampling.ts';
import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import type { RunSeries } from '../../../recording/run-series.ts';
import type { TableCell } from './data-table.tsx';

/** The headings of a table of steps: days, or parts of days in a short run. */
export function stepHeadings({ step }: RunSeries, columns: readonly StepColumn[]): string[] {
  const times = step === MINUTES_PER_DAY ? ['day', 'date'] : ['minute', 'time'];
  return [...times, ...columns.map(({ name }) => name)];
}

/** A row for the first step, for each step in which some value changes, and for the last. */
export function stepRows(series: RunSeries, columns: readonly StepColumn[]): TableCell[][] {
  const { start, step, steps } = series;
  const rows: TableCell[][] = [];
  for (let index = 0; index < steps; index += 1) {
    const changed = index === 0 || columns.some(({ values }) => values[index] !== values[index - 1]);
    if (!changed && index < steps - 1) continue;
    const cells = columns.map(({ values }) => (values[index] < 0 ? null : values[index]));
    const times =
      step === MINUTES_PER_DAY
        ? [index, isoDate(start, index)]
        : [index * step, momentOn(start, dayOf(series, index))];
    rows.push([...times, ...cells]);
  }
  return rows;
}
