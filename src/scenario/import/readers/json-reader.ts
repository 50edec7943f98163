import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../basics/limits.ts';
import { shown } from '../basics/shown.ts';
import type { Table } from '../tables/table.ts';
import type { FileFacts, Reader } from './reader.ts';
import { factsOfTable } from './table-reader.ts';

/** Objects of JSON, a computer each: PowerShell's `ConvertTo-Json`, answers of web services, a line each. */
export const jsonReader: Reader = {
  title: 'objects of JSON',
  recognizes: (text) => /^\s*(?:\[\s*(?:\{\s*"|\])|\{\s*")/.test(text.slice(0, 10_000)),
  read(text, options): FileFacts {
    return factsOfTable(tableOf(objectsOf(parsed(text))), this.title, options);
  },
};

type JsonMap = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const each = lines.length > 1 ? lines.map(parsedLine) : [];
    if (each.length > 0 && each.every((value) => value !== undefined)) return each;
    throw new InventoryError({
      line: 1,
      message: `this begins as JSON but is damaged: ${shown(messageOf(error))}`,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not a text with an object a line: the error about the whole text is the telling one.
    return undefined;
  }
}

/** The objects in a list, in the one list that an answer wraps (`{ "value": [...] }`), or a single object. */
function objectsOf(value: unknown): JsonMap[] {
  if (Array.isArray(value)) return value.filter(isMap);
  if (!isMap(value)) return [];
  const lists = Object.values(value).filter(
    (inner): inner is unknown[] => Array.isArray(inner) && inner.length > 0 && inner.every(isMap),
  );
  return lists.length === 1 ? (lists[0] as JsonMap[]) : [value];
}

function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tableOf(objects: readonly JsonMap[]): Table {
  const rows = objects.map((object) => new Map(cellsOf(object)));
  const headings = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  if (headings.length > MAX_COLUMNS)
    throw new InventoryError({ message: `more than ${MAX_COLUMNS} kinds of values` });
  if (rows.length > MAX_ROWS || rows.length * headings.length > MAX_CELLS)
    throw new InventoryError({ message: `more than ${MAX_ROWS} objects or ${MAX_CELLS} values` });
  return {
    header: { line: 1, cells: headings },
    rows: rows.map((row) => ({ line: 1, cells: headings.map((heading) => row.get(heading) ?? '') })),
    dayFirst: false,
  };
}

/** The values of an object as cells; of objects within it those of one level. */
function cellsOf(object: JsonMap): [heading: string, cell: string][] {
  return Object.entries(object).flatMap(([name, value]) => {
    if (!isMap(value)) return [[name, cellOf(value)] as [string, string]];
    // PowerShell writes a date as `{ "value": "/Date(...)/", "DateTime": "..." }`.
    if (typeof value.value === 'string') return [[name, value.value] as [string, string]];
    return Object.entries(value).map(([inner, text]): [string, string] => [`${name} ${inner}`, cellOf(text)]);
  });
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((part) => (isMap(part) ? '' : String(part))).join(';');
  return isMap(value) ? '' : String(value);
}
