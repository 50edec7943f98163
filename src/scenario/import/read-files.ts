import { InventoryError, type InventoryProblem } from './basics/inventory-error.ts';
import { MAX_FILES, MAX_TOTAL_BYTES } from './basics/limits.ts';
import { shown } from './basics/shown.ts';
import { decode } from './encodings/decode.ts';
import type { ImportFile, ImportOptions } from './import-options.ts';
import type { FileFacts } from './readers/reader.ts';
import { type Format, formatOf, READERS } from './readers/readers.ts';
import type { ColumnMap } from './tables/columns.ts';

/** A problem of an import, with the file that it is in. */
export interface FileProblem extends InventoryProblem {
  /** The place of the file in the list; 0 for what is of no file. */
  readonly file: number;
  /** The line that it is in; empty where it is in none. */
  readonly sourceLine: string;
}

/** A file that was read. */
export interface ReadFile extends FileFacts {
  readonly fileName: string;
  readonly format: Format;
  /** Columns of the map that the file has. */
  readonly mapped: readonly string[];
}

/**
 * Reads all files, each in its own format.
 *
 * @param onProgress called now and then with the share of their bytes that was read, 0 to 1, and what is being read
 * @returns what they say, or everything that is wrong with them
 */
export function readFiles(
  files: readonly ImportFile[],
  options: ImportOptions,
  onProgress: (part: number, doing: string) => void,
): { readonly read: readonly ReadFile[]; readonly errors: readonly FileProblem[] } {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (files.length > MAX_FILES) return failed(`more than ${MAX_FILES} files`);
  if (total > MAX_TOTAL_BYTES)
    return failed(`the files together are larger than ${MAX_TOTAL_BYTES / 1024 / 1024} MiB`);
  const read: ReadFile[] = [];
  const errors: FileProblem[] = [];
  let before = 0;
  for (const [index, file] of files.entries()) {
    const readPart = (part: number) =>
      onProgress((before + part * file.bytes.length) / total, `reading ${shown(file.name)}`);
    readPart(0);
    try {
      read.push(readFile(file, options, files.length === 1, readPart));
    } catch (error) {
      errors.push(...problemsOf(error, index));
    }
    before += file.bytes.length;
  }
  return { read, errors: errors.length > 0 ? errors : unknownColumns(options.map ?? {}, read) };
}

function failed(message: string): { readonly read: []; readonly errors: readonly FileProblem[] } {
  return { read: [], errors: [{ file: 0, sourceLine: '', message }] };
}

/**
 * What is wrong with a file.
 *
 * @throws the error, where it is not about a file
 */
export function problemsOf(error: unknown, file: number): FileProblem[] {
  if (!(error instanceof InventoryError)) throw error;
  return error.problems.map((problem) => ({ file, sourceLine: '', ...problem }));
}

function readFile(
  { name, bytes }: ImportFile,
  { map = {}, encoding }: ImportOptions,
  isOnly: boolean,
  onProgress: (part: number) => void,
): ReadFile {
  const { text, notes } = decode(bytes, encoding);
  const format = formatOf(text);
  const own = isOnly ? map : columnsIn(text, map);
  if (Object.keys(own).length > 0 && (format === 'event-xml' || format === 'vamt')) {
    throw new InventoryError({ line: 1, column: 1, message: '--map is for tables; this is XML' });
  }
  const facts = withSourceLines(text, () =>
    READERS[format].read(text, { fileName: name, map: own, isOnly, onProgress }),
  );
  return { ...facts, notes: [...notes, ...facts.notes], fileName: name, format, mapped: Object.keys(own) };
}

/** Adds to what is wrong the lines that it is in. */
function withSourceLines<Result>(text: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof InventoryError)) throw error;
    const last = Math.max(...error.problems.map(({ line = 0 }) => line));
    const lines = text.split('\n', last);
    throw new InventoryError(
      ...error.problems.map((problem) => ({ ...problem, sourceLine: lines[(problem.line ?? 0) - 1] ?? '' })),
    );
  }
}

/** Of several files each has some of the columns that are mapped: those that its beginning names. */
function columnsIn(text: string, map: ColumnMap): ColumnMap {
  const start = text.slice(0, 65_536).toLowerCase();
  return Object.fromEntries(
    Object.entries(map).filter(([column]) => start.includes(column.trim().toLowerCase())),
  );
}

/** Columns of the map that no file has. */
function unknownColumns(map: ColumnMap, read: readonly ReadFile[]): FileProblem[] {
  const has = new Set(read.flatMap(({ mapped }) => mapped));
  return Object.keys(map)
    .filter((column) => !has.has(column))
    .map((column) => ({
      file: 0,
      sourceLine: '',
      name: 'unknown-column',
      message: `--map: no file has a column \`${shown(column)}\``,
    }));
}
