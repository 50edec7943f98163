import { alternatives, suggestion } from '../../text/nearest.ts';
import type { CsvTable } from './csv-table.ts';
import { HEADINGS, IMPORT_FIELDS, type ImportField, normalizeHeading } from './headings.ts';
import { InventoryError, type InventoryProblem } from './inventory-error.ts';
import { shown } from './shown.ts';

/** The column, from 0, that each field stands in; null for none. */
export type Columns = Readonly<Record<ImportField, number | null>>;

/** Columns that are asked for: column to field. */
export type ColumnMap = Readonly<Record<string, string>>;

/** Fields that a column of empty cells says nothing about; an empty service pack says that there is none. */
const WORTHLESS_WHEN_EMPTY: readonly ImportField[] = ['site', 'ou', 'virtual', 'model', 'manufacturer'];

/**
 * Finds out which column says what: as asked for, else by the common names.
 *
 * @throws InventoryError when computer name or system are not found, or a name fits several columns
 */
export function findColumns(table: CsvTable, asked: ColumnMap): Columns {
  const { header, rows } = table;
  const headings = header.cells.map((cell) => cell.trim());
  const chosen = readMap(headings, asked, header.line);
  const taken = new Set(chosen.values());
  const normalized = headings.map((heading, index) => (taken.has(index) ? '' : normalizeHeading(heading)));
  const columns = IMPORT_FIELDS.map((field) => [field, chosen.get(field) ?? recognize(field)] as const);
  const found = Object.fromEntries(columns) as Record<ImportField, number | null>;
  requireColumns(found, headings, header.line);
  return found;

  function recognize(field: ImportField): number | null {
    for (const heading of HEADINGS[field]) {
      const column = normalized.indexOf(heading);
      if (column < 0) continue;
      if (WORTHLESS_WHEN_EMPTY.includes(field) && rows.every(({ cells }) => cells[column].trim() === ''))
        continue;
      const second = normalized.indexOf(heading, column + 1);
      if (second >= 0) throw ambiguous(headings, column, second, header.line);
      return column;
    }
    return null;
  }
}

function ambiguous(headings: readonly string[], first: number, second: number, line: number): InventoryError {
  const names = `\`${shown(headings[first])}\` and \`${shown(headings[second])}\``;
  const message = `the columns ${first + 1} and ${second + 1}, ${names}, may both be meant: say which with --map`;
  return new InventoryError({ line, message });
}

function readMap(headings: readonly string[], asked: ColumnMap, line: number): Map<ImportField, number> {
  const chosen = new Map<ImportField, number>();
  const problems: InventoryProblem[] = [];
  for (const [name, field] of Object.entries(asked)) {
    const column = findHeading(headings, name);
    const message = wrongMapping(name, field, column, headings, chosen);
    if (message !== null) problems.push({ line, message });
    else chosen.set(field as ImportField, column);
  }
  if (problems.length > 0) throw new InventoryError(...problems);
  return chosen;
}

function findHeading(headings: readonly string[], name: string): number {
  const exact = headings.indexOf(name.trim());
  if (exact >= 0) return exact;
  return headings.findIndex((heading) => heading.toLowerCase() === name.trim().toLowerCase());
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

function requireColumns(found: Columns, headings: readonly string[], line: number): void {
  const missing = (['name', 'os'] as const).filter((field) => found[field] === null);
  if (missing.length === 0) return;
  const what = missing.map((field) => (field === 'name' ? 'computer names' : 'operating systems'));
  const seen = alternatives(headings.slice(0, 40).map(shown)).replace(/ or /, ' and ');
  const example = `--map "COLUMN=${missing[0]}"`;
  throw new InventoryError({
    line,
    column: 1,
    message: `no column of ${what.join(' or ')} is recognized; the columns are ${seen}; name it with ${example}`,
  });
}
