/** A row of a table, with the line that it begins on. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table, header apart; every row has as many cells as the header. */
export interface Table {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  /** Whether its writer is set to a language that puts the day before the month, as a semicolon between cells says. */
  readonly dayFirst: boolean;
}
