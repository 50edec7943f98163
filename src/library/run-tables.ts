/** A row by its columns, which are those of the CSV file. An empty string is a cell without a value. */
export type Row = Readonly<Record<string, string | number>>;

/** The rows of a table; each is made when it is asked for. */
export interface Rows extends Iterable<Row> {
  /** The number of rows. */
  readonly length: number;
}

/** The tables of a run by the names of their files, without `.csv`. */
export interface RunTables {
  readonly events: Rows;
  readonly machines: Rows;
  readonly daily: Rows;
  readonly hosts: Rows;
  readonly keys: Rows;
  readonly microsoft: Rows;
  /** Without rows where no machine has Office. */
  readonly office: Rows;
}
