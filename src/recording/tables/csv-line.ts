import { type Options, stringify } from 'csv-stringify/sync';
import { putNumber } from './put-bytes.ts';
import { type LineEnd, type RowCell, WRITTEN_BYTES, type WrittenCell } from './tables.ts';
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
const CRLF = 0x0d0a;
export const LINE_END_BYTES = 2;

/** Adds a row as its line of CSV. */
export function addCsvLine(text: Utf8Text, row: readonly RowCell[], lineEnd: LineEnd = 'LF'): void {
  for (let column = 0; column < row.length; column += 1) {
    if (column > 0) {
      text.reserve(1).setUint8(text.length, COMMA);
      text.length += 1;
    }
    addCsvCell(text, row[column]);
  }
  text.length = putLineEnd(text.reserve(LINE_END_BYTES), text.length, lineEnd);
}

/** Adds a cell. */
export function addCsvCell(text: Utf8Text, cell: RowCell): void {
  if (typeof cell === 'string') addCsvText(text, cell);
  else text.length = putCell(text.reserve(WRITTEN_BYTES), text.length, cell);
}

/** Adds a cell of text, with the quotes and the escape that it needs. */
export function addCsvText(text: Utf8Text, cell: string): void {
  const end = putIfPlain(text.reserve(cell.length), text.length, cell);
  if (end >= 0) text.length = end;
  else text.add(quoted(cell));
}

/** Puts a cell that needs neither, of {@link WRITTEN_BYTES} at most. */
export function putCell(bytes: DataView, at: number, cell: number | WrittenCell): number {
  return typeof cell === 'number' ? putNumber(bytes, at, cell) : cell.putInto(bytes, at);
}

/** Puts the end of a line. */
export function putLineEnd(bytes: DataView, at: number, lineEnd: LineEnd): number {
  if (lineEnd === 'LF') bytes.setUint8(at, LINE_FEED);
  else bytes.setUint16(at, CRLF);
  return lineEnd === 'LF' ? at + 1 : at + LINE_END_BYTES;
}

/** @returns the position behind the cell, or -1 when it may need quotes or an escape */
function putIfPlain(bytes: DataView, at: number, cell: string): number {
  let allowed = PLAIN_FIRST;
  for (let index = 0; index < cell.length; index += 1) {
    const code = cell.charCodeAt(index);
    if (code >= allowed.length || allowed[code] === 0) return -1;
    bytes.setUint8(at + index, code);
    allowed = PLAIN;
  }
  return at + cell.length;
}

/** Whether a text needs neither quotes nor an escape, nor does a cell that begins with it and goes on plainly. */
export function isPlain(text: string): boolean {
  const bytes = new DataView(new ArrayBuffer(text.length));
  return text.length > 0 && putIfPlain(bytes, 0, text) >= 0;
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
