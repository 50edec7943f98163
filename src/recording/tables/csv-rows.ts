import { addCsvText, COMMA, putCell, putLineEnd } from './csv-line.ts';
import { putCopy } from './put-bytes.ts';
import { type LineEnd, type RowCell, WRITTEN_BYTES } from './tables.ts';
import type { Utf8Text } from './utf8-text.ts';

/**
 * Adds the rows of a table one below another. Cells that are the same as in the row before are copied as bytes: of most
 * events the minute, the group, the host and the conditions. Measured: a row of `events.csv` takes two thirds
 * of the time.
 */
export class CsvRows {
  private readonly lineEnd: LineEnd;
  /** By column, of the row before: a text, a number, or the key of a cell that writes itself. */
  private readonly texts: (string | undefined)[];
  private readonly numbers: Float64Array;
  private readonly keys: Float64Array;
  /** Bytes of the cell of the row before, with its comma. */
  private readonly lengths: Int32Array;
  /** Where the row before begins, as long as nothing was taken from the text since. */
  private begin = 0;
  private taken = -1;

  constructor(columns: number, lineEnd: LineEnd) {
    this.lineEnd = lineEnd;
    this.texts = Array.from({ length: columns }, () => undefined);
    this.numbers = new Float64Array(columns);
    this.keys = new Float64Array(columns);
    this.lengths = new Int32Array(columns);
  }

  /** Adds a row. */
  add(text: Utf8Text, row: readonly RowCell[]): void {
    const { lengths } = this;
    const isKnown = text.taken === this.taken;
    let from = this.begin;
    let copied = from;
    const room = row.length * WRITTEN_BYTES + (isKnown ? text.length - from : 0);
    let bytes = text.reserve(room);
    let at = text.length;
    this.begin = at;
    this.taken = text.taken;
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      const length = lengths[column];
      if (isKnown && this.isAsBefore(cell, column)) {
        from += length;
        continue;
      }
      if (copied < from) at = putCopy(bytes, at, bytes, copied, from);
      from += length;
      copied = from;
      const start = at;
      if (typeof cell === 'string') {
        text.length = at;
        addCsvText(text, cell);
        bytes = text.reserve(room);
        at = text.length;
      } else at = putCell(bytes, at, cell);
      bytes.setUint8(at, COMMA);
      at += 1;
      lengths[column] = at - start;
      this.note(cell, column);
    }
    if (copied < from) at = putCopy(bytes, at, bytes, copied, from);
    text.length = putLineEnd(bytes, at - 1, this.lineEnd);
  }

  private isAsBefore(cell: RowCell, column: number): boolean {
    if (typeof cell === 'number') return cell === this.numbers[column];
    return typeof cell === 'string' ? cell === this.texts[column] : cell.key === this.keys[column];
  }

  /** A cell is of one kind: what it is not is nothing that a cell is equal to. */
  private note(cell: RowCell, column: number): void {
    const { texts, numbers, keys } = this;
    texts[column] = typeof cell === 'string' ? cell : undefined;
    numbers[column] = typeof cell === 'number' ? cell : Number.NaN;
    keys[column] = typeof cell === 'object' ? cell.key : Number.NaN;
  }
}
