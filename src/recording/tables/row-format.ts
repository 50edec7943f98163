import { csvLine } from './csv-line.ts';
import type { Cell } from './tables.ts';

/** How the rows of a table are written to a file. */
export interface RowFormat {
  /** In front of the first row. */
  readonly head: string;
  /** A row with its line end. */
  row(cells: readonly Cell[]): string;
  /** Behind the last row. */
  readonly tail: string;
}

/** CSV with a header line. */
export function csvFormat(columns: readonly string[]): RowFormat {
  return { head: csvLine(columns), row: csvLine, tail: '' };
}
