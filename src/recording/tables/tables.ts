import type { Utf8Text } from './utf8-text.ts';

/** A cell of a table. An empty string is a cell without a value. */
export type Cell = string | number;

/**
 * A cell that writes itself. It is plain text that needs neither quotes nor an escape in any format, and stays the same: where the
 * bytes of a file are written no string of it is made. Measured: that took a third of the time of a row.
 */
export interface WrittenCell {
  /** What tells its text from those of other such cells in the same column. */
  readonly key: number;
  addTo(text: Utf8Text): void;
  toString(): string;
}

/** A cell as it is made. */
export type RowCell = Cell | WrittenCell;

/** Takes the rows of one table. The array may be used again after the call. */
export interface Table {
  write(row: readonly Cell[]): void;
  /** The same, where cells need not be whole; left out: only whole ones are taken. */
  writeRow?(row: readonly RowCell[]): void;
}

/** A column: what its cells mean, and how a cell is made from what a row is about. */
export interface Column<Subject> {
  readonly meaning: string;
  readonly cell: (subject: Subject) => RowCell;
}

/** A table: what a row is, and its columns by name, from left to right. */
export interface TableDefinition<Subject> {
  readonly row: string;
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
