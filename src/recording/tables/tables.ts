import type { Utf8Text } from './utf8-text.ts';

/** A cell of a table. An empty string is a cell without a value. */
export type Cell = string | number;

/** Room for a number or a cell that writes itself: what these put, and what they spoil behind it. */
export const WRITTEN_BYTES = 96;

/**
 * A cell that writes itself. It is plain text that needs neither quotes nor an escape in any format, and stays the same: where the
 * bytes of a file are written no string of it is made. Measured: that took a third of the time of a row.
 */
export interface WrittenCell {
  /** What tells its text from those of other such cells in the same column. */
  readonly key: number;
  /** Puts it into bytes from a position on, at most {@link WRITTEN_BYTES}, and returns the position behind it. */
  putInto(bytes: DataView, at: number): number;
  toString(): string;
}

/** A cell as it is made. */
export type RowCell = Cell | WrittenCell;

/** The line end of RFC 4180's readers or, for Excel, of its writer. */
export type LineEnd = 'LF' | 'CRLF';

/** A row that writes itself as a line of CSV. */
export interface WrittenRow {
  /** How many cells it has. */
  readonly width: number;
  addTo(text: Utf8Text, lineEnd: LineEnd): void;
  /** Its cells, for a table in memory. */
  cells(): Cell[];
}

/** Takes the rows of one table. The array may be used again after the call. */
export interface Table {
  write(row: readonly Cell[]): void;
  /** The same, where cells need not be whole; left out: only whole ones are taken. */
  writeRow?(row: readonly RowCell[]): void;
  /** The same of a row that writes itself. */
  writeWritten?(row: WrittenRow): void;
}

/** Writes a row that writes itself to any table. */
export function writeRow(table: Table, row: WrittenRow): void {
  if (table.writeWritten === undefined) table.write(row.cells());
  else table.writeWritten(row);
}

/** A column: what its cells mean, and how a cell is made from what a row is about. */
export interface Column<Subject> {
  readonly meaning: string;
  readonly cell: (subject: Subject) => RowCell;
}

/** What all definitions of tables have: what a row is, and its columns by name, from left to right. */
export interface DefinedTable {
  readonly row: string;
  readonly columns: Readonly<Record<string, { readonly meaning: string }>>;
}

/** A table whose rows are made from what they are about. */
export interface TableDefinition<Subject> extends DefinedTable {
  readonly columns: Readonly<Record<string, Column<Subject>>>;
}

/** Writes the rows of a table from what they are about. */
export class TableWriter<Subject> {
  private readonly table: Table;
  private readonly cells: readonly ((subject: Subject) => RowCell)[];
  private readonly row: RowCell[];

  constructor(definition: TableDefinition<Subject>, table: Table) {
    this.table = table;
    this.cells = Object.values(definition.columns).map(({ cell }) => cell);
    this.row = this.cells.map(() => '');
  }

  /** Writes the row about a subject, which may be used again afterwards. */
  write(subject: Subject): void {
    const { row, cells, table } = this;
    for (let index = 0; index < cells.length; index += 1) row[index] = cells[index](subject);
    if (table.writeRow === undefined) table.write(row.map(whole));
    else table.writeRow(row);
  }
}

function whole(cell: RowCell): Cell {
  return typeof cell === 'object' ? cell.toString() : cell;
}
