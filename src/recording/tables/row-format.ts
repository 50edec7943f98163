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

/**
 * CSV that Excel opens right by a double click: a byte order mark, without which it takes UTF-8 for an old code page, and its
 * own line ends.
 */
export function excelFormat(columns: readonly string[]): RowFormat {
  const line = (cells: readonly Cell[]) => `${csvLine(cells).slice(0, -1)}\r\n`;
  return { head: `\ufeff${line(columns)}`, row: line, tail: '' };
}
