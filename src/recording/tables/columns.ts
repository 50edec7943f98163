import { DAILY_TABLE } from './daily-table.ts';
import { EVENTS_TABLE } from './events-table.ts';
import { HOSTS_TABLE } from './hosts-table.ts';
import { KEYS_TABLE } from './keys-table.ts';
import { MACHINES_TABLE } from './machines-table.ts';
import { MICROSOFT_TABLE } from './microsoft-table.ts';
import { OFFICE_TABLE } from './office-table.ts';
import type { DefinedTable, Table } from './tables.ts';

/**
 * The tables of a run by their file names: header lines and documentation are made from this. A column goes where
 * its table is defined, at the right; none is renamed or dropped.
 */
export const TABLES = {
  'events.csv': EVENTS_TABLE,
  'machines.csv': MACHINES_TABLE,
  'daily.csv': DAILY_TABLE,
  'hosts.csv': HOSTS_TABLE,
  'keys.csv': KEYS_TABLE,
  'microsoft.csv': MICROSOFT_TABLE,
  'office.csv': OFFICE_TABLE,
} as const satisfies Record<string, DefinedTable>;

/** A table whose rows are made elsewhere: what a row is, and by column what a cell holds. */
export interface TableDescription {
  readonly row: string;
  readonly columns: Readonly<Record<string, string>>;
}

export type TableName = keyof typeof TABLES;

/** Opens the tables that a recorder writes: in files, or in memory for tests. */
export type OpenTable = (name: TableName) => Table;

/** The header line of a table. */
export function columnsOf(table: TableName): string[] {
  return Object.keys(TABLES[table].columns);
}
