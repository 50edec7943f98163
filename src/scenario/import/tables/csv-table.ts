import { CsvError, type Options, parse } from 'csv-parse/sync';
import { InventoryError, type InventoryProblem } from '../basics/inventory-error.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ERRORS, MAX_ROW, MAX_ROWS } from '../basics/limits.ts';
import { counted, shown } from '../basics/shown.ts';
import { looksLikeHeader } from './headings.ts';
import { findStart, separatorOf } from './separators.ts';
import type { Table, TableRow } from './table.ts';

/** Rows in front of the header: titles of reports. */
const MAX_TITLES = 20;

/** What tools write below the header and the rows that is no row: rules of dashes, counts. */
const RULE = /^[-=+|\s]*$/;
const ROW_COUNT = /^\(?\d+ (?:rows?|records?)(?: affected| selected|\(s\) affected)?\)?\.?$/i;

function isDecoration({ cells }: TableRow): boolean {
  if (cells.every((cell) => RULE.test(cell))) return cells.some((cell) => /---|===/.test(cell));
  return ROW_COUNT.test(cells[0].trim()) && cells.slice(1).every((cell) => cell.trim() === '');
}

/**
 * How quotes are taken, the strict way of RFC 4180 first: then those inside of cells as text, and in tables with
 * tabs, whose writers often know no quotes, all of them.
 */
const QUOTES: readonly Options[] = [{}, { relax_quotes: true }];
const NO_QUOTES: Options = { quote: false };

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
  const ways = delimiter === '\t' ? [...QUOTES, NO_QUOTES] : QUOTES;
  const failures: InventoryError[] = [];
  for (const quotes of ways) {
    try {
      const rows = parseRows(body, { delimiter, ...quotes }, line);
      return tableOf(rows, line, delimiter === ';', extraCells);
    } catch (error) {
      if (!(error instanceof InventoryError)) throw error;
      failures.push(error);
    }
  }
  throw failures.at(-1)!.problems.length > 1 ? failures[0] : failures.at(-1)!;
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

function parseRows(body: string, options: Options, firstLine: number): TableRow[] {
  const rows: TableRow[] = [];
  let lastLine = firstLine - 1;
  let total = 0;
  try {
    parse(body, {
      ...options,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
      to: MAX_ROWS + MAX_TITLES + 2,
      on_record: (cells: string[], { lines }) => {
        const end = firstLine - 1 + lines;
        const line = end - lineEndsIn(cells);
        total += cells.length;
        if (cells.length > MAX_COLUMNS)
          throw new InventoryError({ line, column: 1, message: `more than ${MAX_COLUMNS} columns` });
        if (total > MAX_CELLS)
          throw new InventoryError({ line, column: 1, message: `more than ${MAX_CELLS} cells` });
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
