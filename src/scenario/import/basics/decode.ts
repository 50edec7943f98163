import { InventoryError, placeIn } from './inventory-error.ts';
import { MAX_BYTES } from './limits.ts';

/** The text of a file, its lines ended by `\n`. */
export interface DecodedText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** How files begin that are often taken for a list: workbooks new and old, PDF. */
const OTHER_FORMATS: readonly (readonly [start: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a workbook or an archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
];

/** Control characters that texts do not have. */
const BINARY = /[^\P{Cc}\t\n\r\v\f\u007f-\u009f]/u;

/**
 * Reads bytes as text: UTF-16 or UTF-8 where a byte order mark says so, else UTF-8, else Windows-1252 with a note.
 *
 * @throws InventoryError for what is empty, too large or no text
 */
export function decode(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new InventoryError({ line: 1, column: 1, message: 'the file is empty' });
  if (bytes.length > MAX_BYTES) {
    throw new InventoryError({ message: `the file is larger than ${MAX_BYTES / 1024 / 1024} MiB` });
  }
  const other = OTHER_FORMATS.find(([start]) => startsWith(bytes, start));
  if (other !== undefined) {
    throw new InventoryError({ message: `this is ${other[1]}, not a text: save the list as CSV` });
  }
  const { text, notes } = decodeText(bytes);
  const lines = text.replace(/\r+\n?/g, (ends) => (ends.endsWith('\n') ? '\n' : '\n'.repeat(ends.length)));
  const binary = lines.search(BINARY);
  if (binary >= 0) {
    const character = lines.charCodeAt(binary) === 0 ? 'a NUL byte' : 'a control character';
    throw new InventoryError({
      ...placeIn(lines, binary),
      message: `${character}: this is no text, or not in an encoding that is known (save it as UTF-8)`,
    });
  }
  if (lines.trim() === '') {
    throw new InventoryError({ line: 1, column: 1, message: 'there is nothing in the file' });
  }
  return { text: lines, notes };
}

function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xff, 0xfe])) return { text: decodeStrictly(bytes, 'utf-16le'), notes: [] };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: decodeStrictly(bytes, 'utf-16be'), notes: [] };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { text: decodeStrictly(bytes, 'utf-8'), notes: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return { text, notes: ['The file is not UTF-8; it was read as Windows-1252.'] };
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new InventoryError({ message: `the file begins as ${encoding.toUpperCase()} but is damaged` });
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
