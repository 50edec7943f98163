import { CsvError, parse } from 'csv-parse/sync';
import { InventoryError, type InventoryProblem } from './inventory-error.ts';
import { MAX_COLUMNS, MAX_ERRORS, MAX_ROWS } from './limits.ts';
import { counted, shown } from './shown.ts';

/** A row of a table, with the line that it begins on. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as it stands in a CSV file, header apart. */
export interface CsvTable {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** Characters that part the cells in files that tools write; a German or French Excel takes the semicolon. */
const SEPARATORS = [',', ';', '\t'] as const;

/** Lines that tools put before the header: the type line of PowerShell's Export-Csv, the `sep=` of Excel. */
const BEFORE_HEADER = /^(?:#TYPE\b.*|"?sep=.?"?|[\s,;]*)$/i;

/**
 * Reads CSV (RFC 4180, any of three separators, line ends in quotes).
 *
 * @param text lines ended by `\n`
 * @throws InventoryError with the lines of what is damaged
 */
export function readCsvTable(text: string): CsvTable {
  const { start, line: firstLine } = findHeader(text);
  const body = text.slice(start);
  const [header, ...rows] = parseRows(body, separatorOf(body), firstLine);
  if (header === undefined) {
    throw new InventoryError({ line: firstLine, column: 1, message: 'there is no header and no row' });
  }
  const columns = header.cells.length;
  if (columns > MAX_COLUMNS) {
    throw new InventoryError({ line: header.line, message: `more than ${MAX_COLUMNS} columns` });
  }
  if (rows.length > MAX_ROWS) throw new InventoryError({ message: `more than ${MAX_ROWS} rows` });
  const ragged = rows.filter(({ cells }) => cells.length !== columns);
  if (ragged.length > 0) throw new InventoryError(...ragged.slice(0, MAX_ERRORS).map(raggedRow));
  return { header, rows };

  function raggedRow({ line, cells }: TableRow): InventoryProblem {
    const message = `this row has ${counted(cells.length, 'cell')}, the header ${columns}`;
    return { line, column: 1, message };
  }
}

function findHeader(text: string): { start: number; line: number } {
  let start = 0;
  let line = 1;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end < 0 || !BEFORE_HEADER.test(text.slice(start, end))) return { start, line };
    start = end + 1;
    line++;
  }
}

/** The separator that the header line has most often outside of quotes. */
function separatorOf(body: string): string {
  const end = body.indexOf('\n');
  const bare = body.slice(0, end < 0 ? undefined : end).replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

function parseRows(body: string, delimiter: string, firstLine: number): TableRow[] {
  const rows: TableRow[] = [];
  let lastLine = firstLine - 1;
  try {
    parse(body, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      to: MAX_ROWS + 2,
      on_record: (cells: string[], { lines }) => {
        const end = firstLine - 1 + lines;
        rows.push({ line: end - lineEndsIn(cells), cells });
        lastLine = end;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InventoryError(damage(error, rows[0]?.cells ?? [], lastLine + 1));
  }
  return rows;
}

function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
}

/** What a parser's error means to the owner of the file. */
function damage(error: CsvError, header: readonly string[], line: number): InventoryProblem {
  const index = typeof error.column === 'number' ? error.column : -1;
  const where = header[index] === undefined ? '' : ` in the column \`${shown(header[index])}\``;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return { line, column: 1, message: `a quote that opens in this row${where} is never closed` };
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return { line, column: 1, message: `a quote stands inside of a cell${where}; it should be doubled` };
    default:
      return { line, column: 1, message: `this row cannot be read: ${shown(error.message)}` };
  }
}
