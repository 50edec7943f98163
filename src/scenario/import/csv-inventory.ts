import { type ColumnMap, type Columns, findColumns } from './columns.ts';
import type { CsvTable, TableRow } from './csv-table.ts';
import { IMPORT_FIELDS, type ImportField } from './headings.ts';
import type { Inventory, InventoryRecord } from './inventory.ts';
import { InventoryError } from './inventory-error.ts';
import { MAX_CELL, MAX_ERRORS } from './limits.ts';
import { counted, shown } from './shown.ts';
import { siteOfUnit } from './sites.ts';
import { looksVirtual, readVirtual } from './virtual.ts';

/**
 * Reads a table of computers, a row each.
 *
 * @param asked columns and the fields that they are said to be
 * @throws InventoryError when columns are missing or cells are too long
 */
export function readCsvInventory(table: CsvTable, asked: ColumnMap): Inventory {
  const columns = findColumns(table, asked);
  checkCells(table, columns);
  const records = table.rows.map((row) => recordOf(row, columns));
  return {
    records,
    origin: originOf(table, columns),
    notes: [...siteNotes(columns, records), ...kindNotes(columns, records)],
    unknownServicePack: columns['service-pack'] === null && columns.version === null ? 'refuse' : 'leave-out',
  };
}

function recordOf(row: TableRow, columns: Columns): InventoryRecord {
  const cell = (field: ImportField) => cellOf(row, columns[field]);
  const name = cell('name').replace(/\$$/, '');
  return {
    line: row.line,
    name,
    os: cell('os'),
    servicePack: columns['service-pack'] === null ? null : cell('service-pack'),
    version: cell('version'),
    site: columns.site === null ? siteOfUnit(cell('ou'), name) : cell('site'),
    virtual: readVirtual(cell('virtual')) ?? looksVirtual(cell('manufacturer'), cell('model')),
    method: 'kms',
    refusal: null,
  };
}

/** A cell without blanks around it; what csvde writes as `X'...'` because of its letters is read as UTF-8. */
function cellOf({ cells }: TableRow, column: number | null): string {
  if (column === null) return '';
  const written = cells[column].trim();
  const hexadecimal = /^X'((?:[0-9a-f]{2})+)'$/i.exec(written)?.[1];
  if (hexadecimal === undefined) return written;
  const bytes = hexadecimal.match(/../g)!.map((byte) => Number.parseInt(byte, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes)).trim();
}

function checkCells({ rows }: CsvTable, columns: Columns): void {
  const read = Object.values(columns).filter((column) => column !== null);
  const long = rows.filter(({ cells }) => read.some((column) => cells[column].length > MAX_CELL));
  if (long.length === 0) return;
  const message = `a cell has more than ${MAX_CELL} characters`;
  throw new InventoryError(...long.slice(0, MAX_ERRORS).map(({ line }) => ({ line, column: 1, message })));
}

function originOf({ header, rows }: CsvTable, columns: Columns): string[] {
  const lines = IMPORT_FIELDS.filter((field) => columns[field] !== null).map((field) => {
    return `${field}: from the column \`${shown(header.cells[columns[field]!])}\``;
  });
  return [`${counted(rows.length, 'row')} of a table (CSV)`, ...lines];
}

function siteNotes(columns: Columns, records: readonly InventoryRecord[]): string[] {
  if (columns.site === null && columns.ou === null) {
    return ['No column of sites or OUs is recognized: all computers are on one network.'];
  }
  const without = records.filter(({ site }) => site === '').length;
  const source = columns.site === null ? 'Sites are the first OU below the domain.' : null;
  const missing =
    without > 0 ? `${counted(without, 'row')} without a site: on a network of their own.` : null;
  return [source, missing].filter((note) => note !== null);
}

function kindNotes(columns: Columns, records: readonly InventoryRecord[]): string[] {
  const unknown = records.filter(({ virtual }) => virtual === null).length;
  if (unknown === 0) return [];
  const why =
    columns.virtual === null && columns.model === null && columns.manufacturer === null
      ? 'No column says which computers are virtual: all'
      : `Of ${counted(unknown, 'row')} it is not said whether they are virtual: they`;
  return [`${why} are taken for physical. This matters: virtual machines do not count for the threshold.`];
}
