/** A cell of a table. An empty string is a cell without a value. */
export type Cell = string | number;

/** Takes the rows of one table. The array may be used again after the call. */
export interface Table {
  write(row: readonly Cell[]): void;
}

/** A column: what its cells mean, and how a cell is made from what a row is about. */
export interface Column<Subject> {
  readonly meaning: string;
  readonly cell: (subject: Subject) => Cell;
}

/** A table: what a row is, and its columns by name, from left to right. */
export interface TableDefinition<Subject> {
  readonly row: string;
  readonly columns: Readonly<Record<string, Column<Subject>>>;
}

/** Writes the rows of a table from what they are about. */
export class TableWriter<Subject> {
  private readonly table: Table;
  private readonly cells: readonly ((subject: Subject) => Cell)[];
  private readonly row: Cell[];

  constructor(definition: TableDefinition<Subject>, table: Table) {
    this.table = table;
    this.cells = Object.values(definition.columns).map(({ cell }) => cell);
    this.row = this.cells.map(() => '');
  }

  /** Writes the row about a subject, which may be used again afterwards. */
  write(subject: Subject): void {
    const { row, cells } = this;
    for (let index = 0; index < cells.length; index += 1) row[index] = cells[index](subject);
    this.table.write(row);
  }
}
