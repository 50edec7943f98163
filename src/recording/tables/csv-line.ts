import { type Options, stringify } from 'csv-stringify/sync';
import type { Cell } from './tables.ts';
import type { Utf8Text } from './utf8-text.ts';

/** A lone carriage return ends a line for some readers, so a cell that holds one is quoted as well. */
const FORMAT: Options = { escape_formulas: true, quoted_match: /\r/ };

/** Cells of these characters need neither quotes nor an escape: nearly all. */
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
const PLAIN = codesOf(`${WORD} .:/-`);
/** They begin with one of these. */
const PLAIN_FIRST = codesOf(WORD);

const COMMA = 44;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Adds a row as its line of CSV, with the line end of RFC 4180's readers or, for Excel, of its writer. */
export function addCsvLine(text: Utf8Text, row: readonly Cell[], lineEnd: 'LF' | 'CRLF' = 'LF'): void {
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) text.addAscii(COMMA);
    const cell = row[index];
    if (typeof cell === 'number') text.addNumber(cell);
    else if (!text.addIfAllowed(cell, PLAIN, PLAIN_FIRST)) text.add(quoted(cell));
  }
  if (lineEnd === 'CRLF') text.addAscii(CARRIAGE_RETURN);
  text.addAscii(LINE_FEED);
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
