import { dateOrderOf, readDate } from '../basics/dates.ts';
import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_CELL, MAX_ERRORS } from '../basics/limits.ts';
import { shown } from '../basics/shown.ts';
import { isClusterName, isEnabledBy, isObsolete, readYesNo } from '../computers/accounts.ts';
import { type ComputerRecord, NOTHING_KNOWN } from '../computers/computer.ts';
import { domainOf, unitsOf } from '../computers/units.ts';
import { looksVirtual, readVirtual } from '../computers/virtual.ts';
import { channelOf, isOemProductId, keyGroupOf } from '../systems/channel.ts';
import { isWindows, NO_OFFICE } from '../systems/office-products.ts';
import { newRecognizer } from '../systems/recognizer.ts';
import type { Columns } from './columns.ts';
import { HYPERVISOR_HEADINGS, IMPORT_FIELDS, normalizeHeading } from './headings.ts';
import { LICENSE_IN_USE } from './license-columns.ts';
import { OfficeRows } from './office-rows.ts';
import { type Cells, cellsOf, kmsHostOf, nameOf } from './row-cells.ts';
import type { Table, TableRow } from './table.ts';

/** What a table says of computers. */
export interface TableComputers {
  readonly records: readonly ComputerRecord[];
  /** Lines for people: which column says what. */
  readonly origin: readonly string[];
  /** What its readers must know. */
  readonly notes: readonly string[];
}

/** Rows between two reports of progress. */
const ROWS_PER_REPORT = 5_000;

/**
 * Reads a table of computers, a row each.
 *
 * @param onProgress is told which part of the rows is read, 0 to 1
 * @throws InventoryError when cells are too long
 */
export function readComputers(
  table: Table,
  columns: Columns,
  onProgress?: (part: number) => void,
): TableComputers {
  checkCells(table, columns);
  const context = contextOf(table, columns);
  const records: ComputerRecord[] = [];
  const offices = new OfficeRows();
  for (const [index, row] of table.rows.entries()) {
    if (isWindowsRow(row, context)) records.push(recordOf(row, cellsOf(row, columns), columns, context));
    else if (isOtherProduct(row, context) && isInUse(row, context)) offices.add(cellsOf(row, columns));
    if (index % ROWS_PER_REPORT === 0) onProgress?.(index / table.rows.length);
  }
  const joined = offices.joinedTo(records);
  const notes = [
    ...(context.allVirtual ? ['This is a list of virtual machines: all its computers are virtual.'] : []),
    ...offices.notes(),
  ];
  return { records: joined, origin: originOf(table, columns), notes };
}

/** What the rows of a table have in common. */
interface Context {
  readonly readTime: (cell: string) => number | null;
  readonly recognize: ReturnType<typeof newRecognizer>;
  readonly allVirtual: boolean;
  /** The column of application IDs in lists of products. */
  readonly application: number;
  /** The column that only licenses in use have something in. */
  readonly inUse: number;
}

function contextOf({ header, rows, dayFirst }: Table, columns: Columns): Context {
  const headings = header.cells.map(normalizeHeading);
  const dates = columns['last-seen'].flatMap((column) => rows.map(({ cells }) => cells[column] ?? ''));
  const order = dateOrderOf(dates, dayFirst ? 'day-first' : 'month-first');
  return {
    recognize: newRecognizer(),
    readTime: (cell) => readDate(cell, order),
    allVirtual: headings.some((heading) => HYPERVISOR_HEADINGS.includes(heading)),
    application: headings.indexOf('applicationid'),
    inUse: headings.indexOf(LICENSE_IN_USE),
  };
}

function recordOf({ line }: TableRow, cells: Cells, columns: Columns, context: Context): ComputerRecord {
  const name = nameOf(cells);
  const units = cells.one('ou');
  const texts = {
    edition: cells.one('edition'),
    servicePack: columns['service-pack'].length === 0 ? null : cells.one('service-pack'),
    version: cells.one('version'),
    activationId: cells.one('activation-id'),
  };
  const systems = cells.all('os');
  const os =
    systems.length === 1
      ? systems[0]
      : (systems.find((system) => !('reason' in context.recognize({ ...texts, os: system }))) ??
        systems[0] ??
        '');
  const keys = cells.all('channel');
  const isOem = cells.all('product-id').some(isOemProductId);
  // Written out: an object of this many keys that is spread takes as long to make as the rest of its row to read.
  return {
    line,
    name,
    os,
    edition: texts.edition,
    servicePack: texts.servicePack,
    version: texts.version,
    activationId: texts.activationId,
    domain: domainOfRow(cells, name, units),
    site: cells.one('site'),
    unit: cells.all('ou').find((unit) => unitsOf(unit, name).length > 0) ?? units,
    virtual: virtualOf(cells, context),
    channel: isOem ? 'not-volume' : channelOf(keys),
    keyGroup: keyGroupOf(keys),
    kmsHost: kmsHostOf(cells),
    ...NO_OFFICE,
    enabled: readYesNo(cells.one('enabled')) ?? isEnabledBy(cells.one('account-control')),
    lastSeen: latest(cells.all('last-seen').map(context.readTime)),
    clusterName: readYesNo(cells.one('cluster')) === true || isClusterName(cells.all('description')),
    genuine: genuineOf(cells.one('genuine')),
    requests: NOTHING_KNOWN.requests,
    refusal: refusalOf(cells, name),
  };
}

function domainOfRow(cells: Cells, name: string, unit: string): string {
  const short = `${name.toLowerCase()}.`;
  const full = cells
    .all('name')
    .map((text) => text.toLowerCase())
    .find((text) => text.startsWith(short) && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(text));
  if (full !== undefined) return full.slice(short.length);
  const given = cells.all('domain').find((domain) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(domain));
  return given?.toLowerCase() ?? domainOf(unit);
}

function virtualOf(cells: Cells, { allVirtual }: Context): boolean | null {
  if (allVirtual) return true;
  const told = cells
    .all('virtual')
    .map(readVirtual)
    .find((virtual) => virtual !== null);
  return told ?? looksVirtual(cells.one('manufacturer'), cells.one('model'));
}

function genuineOf(text: string): boolean | null {
  if (/non|not|invalid|unlicensed|blocked/i.test(text)) return false;
  return /genuine/i.test(text) ? true : null;
}

/** Entries of a list that are no computers, and names that a table has no room for. */
function refusalOf(cells: Cells, name: string): string | null {
  if (/(?:\.\.\.|…)$/.test(name)) return 'its name is cut short: export it with `Export-Csv`';
  if (readYesNo(cells.one('template')) === true) return 'a template of virtual machines';
  if (cells.all('obsolete').some(isObsolete)) return 'its file marks it as obsolete or no longer in use';
  const classes = cells.all('description').find((text) => /(?:^|;)\s*top\s*(?:;|$)/i.test(text));
  if (classes === undefined || /(?:^|;)\s*computer\s*(?:;|$)/i.test(classes)) return null;
  return 'an entry of the directory that is no computer';
}

function latest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/**
 * Whether a row of a list of products is about the Windows that is in use; rows of Office are of computers that have
 * others.
 */
function isWindowsRow({ cells }: TableRow, { application, inUse }: Context): boolean {
  return isInUse({ cells }, { application, inUse }) && !isOtherProduct({ cells }, { application });
}

/** Whether a row of a list of products is about one that is in use. */
function isInUse(
  { cells }: Pick<TableRow, 'cells'>,
  { application, inUse }: Pick<Context, 'application' | 'inUse'>,
): boolean {
  return inUse < 0 || application < 0 || (cells[inUse] ?? '').trim() !== '';
}

/** Whether a row of a list of products says that it is of another application than Windows. */
function isOtherProduct(
  { cells }: Pick<TableRow, 'cells'>,
  { application }: Pick<Context, 'application'>,
): boolean {
  return application >= 0 && isWindows(cells[application] ?? '') === false;
}

function checkCells({ rows }: Table, columns: Columns): void {
  const read = IMPORT_FIELDS.filter((field) => field !== 'description').flatMap((field) => columns[field]);
  const long = rows.filter(({ cells }) => read.some((column) => (cells[column] ?? '').length > MAX_CELL));
  if (long.length === 0) return;
  const message = `a cell has more than ${MAX_CELL} characters`;
  throw new InventoryError(...long.slice(0, MAX_ERRORS).map(({ line }) => ({ line, column: 1, message })));
}

function originOf({ header }: Table, columns: Columns): string[] {
  return IMPORT_FIELDS.filter((field) => columns[field].length > 0).map((field) => {
    const names = columns[field].slice(0, 3).map((column) => `\`${shown(header.cells[column])}\``);
    return `${field}: from the column ${names.join(', else ')}`;
  });
}
