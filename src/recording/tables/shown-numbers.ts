import { NEVER } from '../../engine/time.ts';
import { addCsvText } from './csv-line.ts';
import { NUMBER_BYTES, putCopy, putNumber, WORD_BYTES } from './put-bytes.ts';
import { type Cell, WRITTEN_BYTES } from './tables.ts';
import { Utf8Text } from './utf8-text.ts';
import type { TimeCells } from './written-cells.ts';

/** How the numbers of a column are shown. `NEVER` is shown by an empty cell. */
export interface ShownNumbers {
  /** Bytes that it puts at most, with those that it spoils behind them. */
  readonly room: number;
  /** Puts the cell of a number into bytes from a position on, and returns the position behind it. */
  put(bytes: DataView, at: number, number: number): number;
  /** The same cell, for a table in memory. */
  cell(number: number): Cell;
}

/** Whole numbers in decimal. */
export class ShownWhole implements ShownNumbers {
  readonly room = NUMBER_BYTES;

  put(bytes: DataView, at: number, number: number): number {
    return number === NEVER ? at : putNumber(bytes, at, number);
  }

  cell(number: number): Cell {
    return number === NEVER ? '' : number;
  }
}

/** Minutes as local date and time. */
export class ShownTimes implements ShownNumbers {
  readonly room = WRITTEN_BYTES;
  private readonly times: TimeCells;

  constructor(times: TimeCells) {
    this.times = times;
  }

  put(bytes: DataView, at: number, minute: number): number {
    return minute === NEVER ? at : this.times.put(bytes, at, minute);
  }

  cell(minute: number): Cell {
    return minute === NEVER ? '' : this.times.timestamps.time(minute);
  }
}

/** Texts by their numbers in a list. */
export class ShownTexts implements ShownNumbers {
  readonly room: number;
  private readonly texts: readonly string[];
  /** The cells one behind another, and where each begins. */
  private readonly cells: DataView;
  private readonly begins: Int32Array;

  constructor(texts: readonly string[]) {
    const all = new Utf8Text();
    const begins = new Int32Array(texts.length + 1);
    let longest = 0;
    texts.forEach((text, number) => {
      addCsvText(all, text);
      begins[number + 1] = all.length;
      longest = Math.max(longest, all.length - begins[number]);
    });
    this.texts = texts;
    this.cells = all.reserve(WORD_BYTES);
    this.begins = begins;
    this.room = longest + WORD_BYTES;
  }

  put(bytes: DataView, at: number, number: number): number {
    const { begins } = this;
    return number === NEVER ? at : putCopy(bytes, at, this.cells, begins[number], begins[number + 1]);
  }

  cell(number: number): Cell {
    return number === NEVER ? '' : this.texts[number];
  }
}
