import type { TableName } from './columns.ts';

/** A cell of a table. An empty string is a cell without a value. */
export type Cell = string | number;

/** Takes the rows of one table. The array may be used again after the call. */
export interface Table {
  write(row: readonly Cell[]): void;
}

/** Opens the tables that a recorder writes: in files, or in memory for tests. */
export type OpenTable = (name: TableName) => Table;
