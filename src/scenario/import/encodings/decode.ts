import { InventoryError, placeIn } from '../basics/inventory-error.ts';
import { MAX_BYTES } from '../basics/limits.ts';
import { decodeAs, type Encoding } from './encodings.ts';
import { guessEncoding } from './guess-encoding.ts';

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
 * Reads bytes as text: UTF-16 or UTF-8 where a byte order mark says so, else UTF-8, else the code page that fits best,
 * with a note.
 *
 * @param encoding what the bytes are said to be where no byte order mark says otherwise
 * @throws InventoryError for what is empty, too large or no text
 */
export function decode(bytes: Uint8Array, encoding?: Encoding): DecodedText {
  if (bytes.length === 0) throw new InventoryError({ line: 1, column: 1, message: 'the file is empty' });
  if (bytes.length > MAX_BYTES) {
    throw new InventoryError({ message: `the file is larger than ${MAX_BYTES / 1024 / 1024} MiB` });
  }
  const other = OTHER_FORMATS.find(([start]) => startsWith(bytes, start));
  if (other !== undefined) {
    throw new InventoryError({ message: `this is ${other[1]}, not a text: save the list as CSV` });
  }
  const { text, notes } = decodeText(bytes, encoding);
  const lines = text.includes('\r')
    ? text.replace(/\r+\n?/g, (ends) => (ends.endsWith('\n') ? '\n' : '\n'.repeat(ends.length)))
    : text;
  const binary = lines.search(BINARY);
  if (binary >= 0) {
    const character = lines.charCodeAt(binary) === 0 ? 'a NUL byte' : 'a control character';
    throw new InventoryError({
      ...placeIn(lines, binary),
      message: `${character}: this is no text, or not in an encoding that is known (save it as UTF-8)`,
    });
  }
  if (!/\S/.test(lines)) {
    throw new InventoryError({ line: 1, column: 1, message: 'there is nothing in the file' });
  }
  return { text: lines, notes };
}

function decodeText(bytes: Uint8Array, encoding: Encoding | undefined): DecodedText {
  if (startsWith(bytes, [0xff, 0xfe])) return { text: decodeStrictly(bytes, 'utf-16le'), notes: [] };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: decodeStrictly(bytes, 'utf-16be'), notes: [] };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { text: decodeStrictly(bytes, 'utf-8'), notes: [] };
  if (encoding !== undefined) return { text: decodeStrictly(bytes, encoding), notes: [] };
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return { text: decodeStrictly(bytes, unmarked), notes: [] };
  try {
    return { text: decodeAs(bytes, 'utf-8'), notes: [] };
  } catch {
    const guessed = guessEncoding(bytes);
    const named = guessed.replace(/^windows/, 'Windows').replace(/^(cp|ibm)/, 'code page ');
    const note = `The file is not UTF-8; it was read as ${named}. \`--encoding NAME\` says what it is.`;
    return { text: decodeStrictly(bytes, guessed), notes: [note] };
  }
}

/** UTF-16 without a byte order mark: in lines of mostly ASCII every other byte is 0. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const start = bytes.subarray(0, 256);
  if (start.length < 8 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 1].map(
    (first) => start.filter((byte, index) => index % 2 === first && byte === 0).length,
  );
  const most = start.length / 2;
  if (zeros[1] > most * 0.7 && zeros[0] === 0) return 'utf-16le';
  return zeros[0] > most * 0.7 && zeros[1] === 0 ? 'utf-16be' : null;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return decodeAs(bytes, encoding);
  } catch {
    throw new InventoryError({
      message: encoding.startsWith('utf-16')
        ? `the file begins as ${encoding.toUpperCase()} but is damaged`
        : `the file is no text of the encoding ${encoding.toUpperCase()}`,
    });
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
