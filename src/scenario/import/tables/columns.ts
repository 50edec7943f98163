import { alternatives, suggestion } from '../../../text/nearest.ts';
import { InventoryError, type InventoryProblem } from '../basics/inventory-error.ts';
import { shown } from '../basics/shown.ts';
import { plainName } from '../systems/plain-name.ts';
import {
  HEADINGS,
  HYPERVISOR_HEADINGS,
  IMPORT_FIELDS,
  type ImportField,
  normalizeHeading,
} from './headings.ts';
import { licenseColumns } from './license-columns.ts';
import type { Table } from './table.ts';

/** The columns, from 0, that each field is in, the more telling ones first; none for a field that no column has. */
export type Columns = Readonly<Record<ImportField, readonly number[]>>;

/** Columns that are asked for: column to field. */
export type ColumnMap = Readonly<Record<string, string>>;

/** The field of an empty column says something: that computers have no service pack. */
const TELLS_WHEN_EMPTY: ReadonlySet<ImportField> = new Set(['name', 'os', 'service-pack']);

/** In lists of virtual machines the computer that they run on. */
const HYPERVISOR = 'host';

/** Rows that are looked at to find the column of systems by what is in it. */
const LOOKED_AT = 1_000;

/**
 * Finds out which column says what: as asked for, else by the common names, systems also by their names in the rows.
 *
 * @throws InventoryError when there are no computer names, or a name fits several columns
 */
export function findColumns(table: Table, asked: ColumnMap): Columns {
  const { header, rows } = table;
  const headings = header.cells.map((cell) => cell.trim());
  const chosen = readMap(headings, asked, header.line);
  const taken = new Set(chosen.values());
  const normalized = headings.map((heading, index) => (taken.has(index) ? '' : normalizeHeading(heading)));
  const listsMachines = normalized.some((heading) => HYPERVISOR_HEADINGS.includes(heading));
  const entries = IMPORT_FIELDS.map((field) => {
    const column = chosen.get(field);
    return [field, column === undefined ? recognize(field) : [column]] as const;
  });
  const found = Object.fromEntries(entries) as Record<ImportField, readonly number[]>;
  const licenses = licenseColumns(normalized);
  if (licenses !== null) Object.assign(found, licenses);
  if (found.os.length === 0) found.os = columnsOfSystems(table, found);
  if (found.name.length === 0) throw missing(['computer names'], 'name', headings, header.line);
  return found;

  function recognize(field: ImportField): readonly number[] {
    const columns: number[] = [];
    for (const heading of HEADINGS[field]) {
      if (field === 'name' && listsMachines && heading === HYPERVISOR) continue;
      const column = normalized.indexOf(heading);
      if (column < 0 || columns.includes(column)) continue;
      if (!TELLS_WHEN_EMPTY.has(field) && rows.every(({ cells }) => (cells[column] ?? '').trim() === ''))
        continue;
      const second = normalized.indexOf(heading, column + 1);
      if (second >= 0 && columns.length === 0 && rows.some(({ cells }) => cells[column] !== cells[second])) {
        throw ambiguous(headings, column, second, header.line);
      }
      columns.push(column);
    }
    // A column such as `Client0` may say yes or no in one tool and have names in another.
    return field === 'name'
      ? columns.filter(
          (column) =>
            !rows.every(({ cells }) => /^\s*(?:[01]|true|false|yes|no|)\s*$/i.test(cells[column] ?? '')) ||
            rows.length < 2,
        )
      : columns;
  }
}

/** The columns whose cells are mostly names of Windows. */
function columnsOfSystems({ header, rows }: Table, found: Columns): number[] {
  const taken = new Set(Object.values(found).flat());
  const sample = rows.slice(0, LOOKED_AT);
  return [...header.cells.keys()].filter((column) => {
    if (taken.has(column)) return false;
    const cells = sample
      .map((row) => row.cells[column] ?? '')
      .filter((cell) => cell.trim() !== '' && cell.length < 200);
    const systems = cells.filter((cell) =>
      /\bwindows\b.*(?:vista|server|\d)|\bvista\b|\bserver 20\d\d\b/.test(plainName(cell)),
    );
    return cells.length > 0 && systems.length * 2 >= cells.length;
  });
}

/** Says that no file names the systems of computers. */
export function noSystems(table: Table): InventoryError {
  return missing(
    ['operating systems'],
    'os',
    table.header.cells.map((cell) => cell.trim()),
    table.header.line,
  );
}

/** Says that neither names nor systems are found. */
export function isAllUnknown(columns: Columns): boolean {
  return columns.os.length === 0 && columns['activation-id'].length === 0 && columns.version.length === 0;
}

function ambiguous(headings: readonly string[], first: number, second: number, line: number): InventoryError {
  const names = `\`${shown(headings[first])}\` and \`${shown(headings[second])}\``;
  const message = `the columns ${first + 1} and ${second + 1}, ${names}, may both be meant: say which with --map`;
  return new InventoryError({ line, name: 'ambiguous-column', message });
}

function readMap(headings: readonly string[], asked: ColumnMap, line: number): Map<ImportField, number> {
  const chosen = new Map<ImportField, number>();
  const problems: InventoryProblem[] = [];
  for (const [name, field] of Object.entries(asked)) {
    const column = findHeading(headings, name);
    const message = wrongMapping(name, field, column, headings, chosen);
    if (message !== null) problems.push({ line, name: 'unknown-column', message });
    else chosen.set(field as ImportField, column);
  }
  if (problems.length > 0) throw new InventoryError(...problems);
  return chosen;
}

/** The column of a heading as it is written, in whatever case; -1 for none. */
export function findHeading(headings: readonly string[], name: string): number {
  const exact = headings.indexOf(name.trim());
  if (exact >= 0) return exact;
  return headings.findIndex((heading) => heading.trim().toLowerCase() === name.trim().toLowerCase());
}

function wrongMapping(
  name: string,
  field: string,
  column: number,
  headings: readonly string[],
  chosen: ReadonlyMap<ImportField, number>,
): string | null {
  if (!isImportField(field))
    return `--map: there is no field \`${shown(field)}\`${suggestion(field, IMPORT_FIELDS)}`;
  if (column < 0)
    return `--map: there is no column \`${shown(name)}\`${suggestion(name, headings.map(shown))}`;
  if (chosen.has(field)) return `--map: two columns are given for \`${field}\``;
  return null;
}

/** Whether a word names a field that a column can be mapped to. */
export function isImportField(word: string): word is ImportField {
  return (IMPORT_FIELDS as readonly string[]).includes(word);
}

function missing(
  what: readonly string[],
  field: ImportField,
  headings: readonly string[],
  line: number,
): InventoryError {
  const seen = alternatives(headings.slice(0, 40).map(shown)).replace(/ or /, ' and ');
  const message = `no column of ${what.join(' or ')} is recognized; the columns are ${seen}; name it with --map "COLUMN=${field}"`;
  return new InventoryError({
    line,
    column: 1,
    name: 'missing-column',
    help: `--map "COLUMN=${field}" says which one it is`,
    message,
  });
}
