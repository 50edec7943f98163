import { addCsvLine } from './csv-line.ts';
import { CsvRows } from './csv-rows.ts';
import type { RowCell, WrittenRow } from './tables.ts';
import type { Utf8Text } from './utf8-text.ts';

/** How the rows of a table are written to a file. */
export interface RowFormat {
  /** Adds what is in front of the first row. */
  begin(text: Utf8Text): void;
  /** Adds a row with its line end. */
  row(text: Utf8Text, cells: readonly RowCell[]): void;
  /** The same of a row that writes itself. */
  written(text: Utf8Text, row: WrittenRow): void;
  /** Adds what is behind the last row. */
  end(text: Utf8Text): void;
}

/** CSV with a header line. */
export function csvFormat(columns: readonly string[]): RowFormat {
  const rows = new CsvRows(columns.length, 'LF');
  return {
    begin: (text) => addCsvLine(text, columns),
    row: (text, cells) => rows.add(text, cells),
    written: (text, row) => row.addTo(text, 'LF'),
    end: () => {},
  };
}

/**
 * CSV that Excel opens right by a double click: a byte order mark, without which it takes UTF-8 for an old code page, and its
 * own line ends.
 */
export function excelFormat(columns: readonly string[]): RowFormat {
  const rows = new CsvRows(columns.length, 'CRLF');
  return {
    begin(text) {
      text.add('\ufeff');
      addCsvLine(text, columns, 'CRLF');
    },
    row: (text, cells) => rows.add(text, cells),
    written: (text, row) => row.addTo(text, 'CRLF'),
    end: () => {},
  };
}
