import { isoDate } from '../../../charts/day-ticks.ts';
import type { TableCell } from './data-table.tsx';

/** A column of daily values with its heading. */
export interface DayColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** The headings of a table of days. */
export function dayHeadings(columns: readonly DayColumn[]): string[] {
  return ['day', 'date', ...columns.map(({ name }) => name)];
}

/** A row for the first day, for each day on which some value changes, and for the last. */
export function dayRows(start: string, days: number, columns: readonly DayColumn[]): TableCell[][] {
  const rows: TableCell[][] = [];
  for (let day = 0; day < days; day += 1) {
    const changed = day === 0 || columns.some(({ values }) => values[day] !== values[day - 1]);
    if (!changed && day < days - 1) continue;
    const cells = columns.map(({ values }) => (values[day] < 0 ? null : values[day]));
    rows.push([day, isoDate(start, day), ...cells]);
  }
  return rows;
}
