import { type Options, stringify } from 'csv-stringify/sync';
import type { RowCell } from './tables.ts';
import type { Utf8Text } from './utf8-text.ts';

/** A lone carriage return ends a line for some readers, so a cell that holds one is quoted as well. */
const FORMAT: Options = { escape_formulas: true, quoted_match: /\r/ };

/** Cells of these characters need neither quotes nor an escape: nearly all. */
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
const PLAIN = codesOf(`${WORD} .:/-`);
/** They begin with one of these. */
const PLAIN_FIRST = codesOf(WORD);

export const COMMA = 44;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The line end of RFC 4180's readers or, for Excel, of its writer. */
export type LineEnd = 'LF' | 'CRLF';

/** Adds a row as its line of CSV. */
export function addCsvLine(text: Utf8Text, row: readonly RowCell[], lineEnd: LineEnd = 'LF'): void {
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) text.addAscii(COMMA);
    addCsvCell(text, row[index]);
  }
  addLineEnd(text, lineEnd);
}

/** Adds a cell, with the quotes and the escape that it needs. */
export function addCsvCell(text: Utf8Text, cell: RowCell): void {
  if (typeof cell === 'number') text.addNumber(cell);
  else if (typeof cell === 'string') {
    if (!text.addIfAllowed(cell, PLAIN, PLAIN_FIRST)) text.add(quoted(cell));
  } else cell.addTo(text);
}

/** Adds the end of a line. */
export function addLineEnd(text: Utf8Text, lineEnd: LineEnd): void {
  if (lineEnd === 'CRLF') text.addAscii(CARRIAGE_RETURN);
  text.addAscii(LINE_FEED);
}

/** The bytes of a text that needs no quotes, nor does a cell that begins with it and goes on plainly; `null` for one that does. */
export function plainBytes(text: string): Uint8Array | null {
  const codes = Array.from(text, (character) => character.charCodeAt(0));
  const isPlain = PLAIN_FIRST[codes[0]] === 1 && codes.every((code) => PLAIN[code] === 1);
  return isPlain ? Uint8Array.from(codes) : null;
}

/** A cell with the quotes and the escape that it needs. */
function quoted(cell: string): string {
  return stringify([[cell]], FORMAT).slice(0, -1);
}

function codesOf(characters: string): Uint8Array {
  const codes = new Uint8Array(128);
  for (const character of characters) codes[character.charCodeAt(0)] = 1;
  return codes;
}
