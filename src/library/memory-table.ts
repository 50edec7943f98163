import { columnsOf, TABLES, type TableName } from '../recording/tables/columns.ts';
import type { Cell, Table } from '../recording/tables/tables.ts';
import type { Row, Rows, RunTables } from './run-tables.ts';

/** A table that is kept in memory. */
export class MemoryTable implements Table, Rows {
  private readonly columns: readonly string[];
  private readonly rows: (readonly Cell[])[] = [];

  constructor(name: TableName) {
    this.columns = columnsOf(name);
  }

  get length(): number {
    return this.rows.length;
  }

  write(row: readonly Cell[]): void {
    this.rows.push([...row]);
  }

  *[Symbol.iterator](): Generator<Row> {
    for (const row of this.rows)
      yield Object.fromEntries(this.columns.map((column, index) => [column, row[index]]));
  }
}

/** One empty table of each kind. */
export function memoryTables(): Record<TableName, MemoryTable> {
  const tables = Object.keys(TABLES).map((name) => [name, new MemoryTable(name as TableName)]);
  return Object.fromEntries(tables) as Record<TableName, MemoryTable>;
}

/** The tables by the names that the library's users know. */
export function namedTables(tables: Record<TableName, MemoryTable>): RunTables {
  return {
    events: tables['events.csv'],
    machines: tables['machines.csv'],
    daily: tables['daily.csv'],
    hosts: tables['hosts.csv'],
    keys: tables['keys.csv'],
    microsoft: tables['microsoft.csv'],
    office: tables['office.csv'],
  } satisfies Record<Stem<TableName>, Rows>;
}

/** A file's name without its extension: a table that is not named above does not compile. */
type Stem<Name extends string> = Name extends `${infer Stem}.csv` ? Stem : never;
