import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_COLUMNS } from '../basics/limits.ts';
import { counted } from '../basics/shown.ts';
import { logOrigin } from '../logs/log-origin.ts';
import { findColumns, isAllUnknown, noSystems } from '../tables/columns.ts';
import { readCsvTable } from '../tables/csv-table.ts';
import type { Table } from '../tables/table.ts';
import { readComputers } from '../tables/table-computers.ts';
import {
  looksLikeEvents,
  looksLikeParted,
  readEventRows,
  readRequestRows,
} from '../tables/table-requests.ts';
import { hostsOfServices, lacksTargets, looksLikeServices } from '../tables/table-services.ts';
import { type FileFacts, factsOf, type Reader, type ReadOptions } from './reader.ts';

/** CSV, TSV and tables with semicolons: what most tools export. */
export const tableReader: Reader = {
  title: 'a table (CSV)',
  recognizes: () => true,
  read: (text, options) => factsOfTable(readAnyTable(text), tableReader.title, options),
};

/** Reads a table; one of events may have a message behind its last heading, as Event Viewer writes it. */
function readAnyTable(text: string): Table {
  try {
    return readCsvTable(text);
  } catch (error) {
    if (!(error instanceof InventoryError)) throw error;
    const loose = looseTable(text);
    if (loose !== null && looksLikeEvents(loose)) return loose;
    throw error;
  }
}

function looseTable(text: string): Table | null {
  try {
    return readCsvTable(text, true);
  } catch (error) {
    if (error instanceof InventoryError) return null;
    throw error;
  }
}

/** What a table says, however it came about: computers, requests in a log, or services in DNS. */
export function factsOfTable(table: Table, title: string, options: ReadOptions): FileFacts {
  if (table.header.cells.length > MAX_COLUMNS)
    throw new InventoryError({ line: table.header.line, message: `more than ${MAX_COLUMNS} columns` });
  if (Object.keys(options.map).length === 0) {
    const log = looksLikeParted(table)
      ? readRequestRows(table)
      : looksLikeEvents(table)
        ? readEventRows(table)
        : null;
    if (log !== null) return factsOf({ ...log, origin: logOrigin('a log of requests (CSV)', log) });
    if (looksLikeServices(table))
      return factsOf({ hosts: hostsOfServices(table), origin: ['records of KMS hosts in DNS (CSV)'] });
  }
  if (lacksTargets(table))
    throw new InventoryError({
      line: table.header.line,
      column: 1,
      message: 'these records of DNS name no hosts: Export-Csv writes only the type of their RecordData',
      help: 'write what the console shows: Get-DnsServerResourceRecord ... | Out-File records.txt',
    });
  const columns = findColumns(table, options.map);
  if (options.isOnly && isAllUnknown(columns)) throw noSystems(table);
  const { records, origin, notes } = readComputers(table, columns, options.onProgress);
  return factsOf({
    records,
    isInventory: true,
    origin: [`${counted(table.rows.length, 'row')} of ${title}`, ...origin],
    notes,
  });
}
