import { CsvError, parse } from 'csv-parse/sync';
import { InventoryError, type InventoryProblem } from '../basics/inventory-error.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ERRORS, MAX_ROW, MAX_ROWS } from '../basics/limits.ts';
import { counted, shown } from '../basics/shown.ts';
import { parseFast } from './fast-csv.ts';
import { looksLikeHeader } from './headings.ts';
import { splitLine } from './lenient-line.ts';
import { findStart, separatorOf } from './separators.ts';
import type { Table, TableRow } from './table.ts';

/** Rows in front of the header: titles of reports. */
const MAX_TITLES = 20;
const MAX_ROWS_READ = MAX_ROWS + MAX_TITLES + 2;

/** What tools write below the header and the rows that is no row: rules of dashes, counts. */
const RULE = /^[-=+|\s]*$/;
const ROW_COUNT = /^\(?\d+ (?:rows?|records?)(?: affected| selected|\(s\) affected)?\)?\.?$/i;

function isDecoration({ cells }: TableRow): boolean {
  if (cells.every((cell) => RULE.test(cell))) return cells.some((cell) => /---|===/.test(cell));
  return ROW_COUNT.test(cells[0].trim()) && cells.slice(1).every((cell) => cell.trim() === '');
}

/**
 * Reads CSV, TSV and tables with semicolons: RFC 4180 with line ends in quotes, bare quotes, titles above the header.
 *
 * @param text lines ended by `\n`
 * @param extraCells whether rows may have more cells than the header, as Event Viewer writes its messages
 * @throws InventoryError with the lines of what is damaged
 */
export function readCsvTable(text: string, extraCells = false): Table {
  const { start, line } = findStart(text);
  const body = text.slice(start);
  const delimiter = separatorOf(body);
  const strictly = () => tableOf(parseRows(body, delimiter, line), line, delimiter === ';', extraCells);
  const leniently = () => tableOf(splitRows(body, delimiter, line), line, delimiter === ';', extraCells);
  // Tables with tabs are written by tools that often know no quotes; elsewhere a quote inside of a cell is an error
  // only if the line does not have the cells of the header.
  const [first, second] =
    delimiter === '\t' && body.includes('"') ? [leniently, strictly] : [strictly, leniently];
  const made = attempt(first);
  if (!(made instanceof InventoryError)) return made;
  const again = attempt(second);
  if (!(again instanceof InventoryError)) return again;
  throw delimiter === '\t' ? again : made;
}

function attempt(action: () => Table): Table | InventoryError {
  try {
    return action();
  } catch (error) {
    if (error instanceof InventoryError) return error;
    throw error;
  }
}

/** Takes every line for a row. */
function splitRows(body: string, delimiter: string, firstLine: number): TableRow[] {
  const rows: TableRow[] = [];
  let total = 0;
  for (const [index, text] of body.split('\n').entries()) {
    if (text.trim() === '') continue;
    const line = firstLine + index;
    if (text.length > MAX_ROW) throw tooLong(line);
    const cells = splitLine(text, delimiter);
    total += cells.length;
    checkSize(cells.length, total, line);
    rows.push({ line, cells });
  }
  return rows;
}

function checkSize(columns: number, total: number, line: number): void {
  if (columns > MAX_COLUMNS)
    throw new InventoryError({ line, column: 1, message: `more than ${MAX_COLUMNS} columns` });
  if (total > MAX_CELLS)
    throw new InventoryError({ line, column: 1, message: `more than ${MAX_CELLS} cells` });
}

function tooLong(line: number): InventoryError {
  const message = `this row has more than ${MAX_ROW} characters: is a quote never closed?`;
  return new InventoryError({ line, column: 1, message });
}

function tableOf(all: readonly TableRow[], firstLine: number, dayFirst: boolean, extraCells: boolean): Table {
  if (all.length === 0) {
    throw new InventoryError({ line: firstLine, column: 1, message: 'there is no header and no row' });
  }
  const found = all.slice(0, MAX_TITLES).findIndex(({ cells }) => looksLikeHeader(cells));
  const top = Math.max(found, 0);
  const longest = Math.max(...all.slice(top, top + MAX_TITLES).map(({ cells }) => cells.length));
  const header = trimHeader(all[top], longest);
  const columns = header.cells.length;
  const rows = all.slice(top + 1).filter((row) => !isDecoration(row));
  if (rows.length > MAX_ROWS) throw new InventoryError({ message: `more than ${MAX_ROWS} rows` });
  const fitted = rows.map((row) => fitRow(row, columns, extraCells));
  const ragged = fitted.filter(
    ({ cells }) => cells.length !== columns && !(extraCells && cells.length > columns),
  );
  if (ragged.length > 0)
    throw new InventoryError(...ragged.slice(0, MAX_ERRORS).map((row) => raggedRow(row, columns)));
  return { header, rows: fitted, dayFirst };
}

/** Takes away headings without text at the end that no row has cells for: a separator behind the last one. */
function trimHeader({ line, cells }: TableRow, longest: number): TableRow {
  let length = cells.length;
  while (length > longest && cells[length - 1].trim() === '') length--;
  return { line, cells: cells.slice(0, length) };
}

/** Takes away empty cells that a separator behind the last one makes. */
function fitRow(row: TableRow, columns: number, extraCells: boolean): TableRow {
  const { line, cells } = row;
  if (cells.length <= columns || extraCells) return row;
  return cells.slice(columns).every((cell) => cell.trim() === '')
    ? { line, cells: cells.slice(0, columns) }
    : row;
}

function raggedRow({ line, cells }: TableRow, columns: number): InventoryProblem {
  return { line, column: 1, message: `this row has ${counted(cells.length, 'cell')}, the header ${columns}` };
}

function parseRows(body: string, delimiter: string, firstLine: number): TableRow[] {
  let sum = 0;
  const fast = parseFast(body, delimiter, firstLine, {
    maxRows: MAX_ROWS_READ,
    checkSize({ cells, characters, line }) {
      if (characters > MAX_ROW) throw tooLong(line);
      sum += cells;
      checkSize(cells, sum, line);
    },
  });
  return fast ?? parseCarefully(body, delimiter, firstLine);
}

/** As a parser does that says what is wrong with quotes. */
function parseCarefully(body: string, delimiter: string, firstLine: number): TableRow[] {
  const rows: TableRow[] = [];
  let lastLine = firstLine - 1;
  let total = 0;
  try {
    parse(body, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
      to: MAX_ROWS_READ,
      on_record: (cells: string[], { lines }) => {
        const end = firstLine - 1 + lines;
        const line = end - lineEndsIn(cells);
        total += cells.length;
        checkSize(cells.length, total, line);
        rows.push({ line, cells });
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
      return { line, column: 1, message: `a quote is inside of a cell${where}; double it` };
    case 'CSV_MAX_RECORD_SIZE':
      return {
        line,
        column: 1,
        message: `this row has more than ${MAX_ROW} characters: is a quote never closed?`,
      };
    default:
      return { line, column: 1, message: `this row cannot be read: ${shown(error.message)}` };
  }
}
