import { LineLists } from './line-lists.ts';
import { MinuteMap } from './minute-map.ts';
import type { Minute } from './time.ts';

const PAGE_MINUTES = 4096;
/** Pages that the wheel holds at once. Three of them are longer than a week, the renewal interval of KMS clients. */
const OPEN_PAGES = 4;
/** Buckets are lists of two numbers. */
const LIST_SIZE = 2;
/** Minutes whose first lines are read ahead together. */
const MINUTES_AHEAD = 8;

/** The entry of a frequent event that was withdrawn. */
export const WITHDRAWN = -0x80000000;

/**
 * A kind of event of which each subject has at most one pending, always in the same phase. The calendar keeps the place
 * of a subject's event in a row of numbers that belongs to the subject, next to what its handler will read.
 */
export interface FrequentKind {
  readonly kind: number;
  readonly phase: number;
  /** The rows, one behind the other. */
  readonly rows: Int32Array;
  /** A row has two to this power numbers. */
  readonly rowBits: number;
  /** Which number of a row is the calendar's; 0 at first. */
  readonly column: number;
}

/**
 * A bucket for each minute and phase: the entries of pending events, in the order in which they came. The wheel holds
 * the next {@link OPEN_PAGES} pages of minutes, and each later page has one list. When the clock comes to a page, the
 * wheel takes in one more page at its end: the list of that page is dealt out to its buckets in order, before anything
 * can be scheduled into them.
 *
 * An entry of 0 or more is the subject of a frequent event. What others are is the calendar's business.
 */
export class Wheel {
  readonly lists = new LineLists();
  /** The lists of the buckets. */
  readonly buckets: Int32Array;

  /** What reading ahead came to: it is kept so that no compiler leaves the reads out. */
  ahead = 0;

  /** The frequent kind, -1 when there is none, and its phase. */
  frequentKind = -1;
  frequentPhase = 0;
  private rows: Int32Array = new Int32Array(0);
  private rowBits = 0;
  private column = 0;

  private readonly phases: number;
  private readonly pageBits: number;
  private readonly minuteMask: number;
  /** By page: the list of what is scheduled beyond the wheel, as pairs of bucket and entry. */
  private readonly later: Int32Array;
  /** The minutes that have or had events. */
  private readonly occupied: MinuteMap;
  private page = 0;
  /** The first minute beyond the wheel. */
  private wheelEnd: Minute;

  /**
   * @param end the first minute that is never reached
   * @param pageMinutes minutes in a page, rounded down to a power of two
   */
  constructor(phases: number, end: Minute, pageMinutes = PAGE_MINUTES) {
    this.phases = phases;
    this.pageBits = 31 - Math.clz32(pageMinutes);
    const minutes = OPEN_PAGES << this.pageBits;
    this.wheelEnd = minutes;
    this.minuteMask = minutes - 1;
    this.buckets = new Int32Array(minutes * phases * LIST_SIZE);
    this.occupied = new MinuteMap(minutes);
    this.later = new Int32Array(((end >> this.pageBits) + 1 + OPEN_PAGES) * LIST_SIZE);
  }

  /** Names the frequent kind, before anything is scheduled. */
  keepFrequent({ kind, phase, rows, rowBits, column }: FrequentKind): void {
    this.frequentKind = kind;
    this.frequentPhase = phase;
    this.rows = rows;
    this.rowBits = rowBits;
    this.column = column;
  }

  /** Adds the frequent event of a subject. */
  enterFrequent(minute: Minute, subject: number): void {
    this.rows[(subject << this.rowBits) + this.column] = this.enter(minute, this.frequentPhase, subject);
  }

  /** Withdraws the frequent event of a subject; false when it has none. */
  withdrawFrequent(subject: number): boolean {
    const row = (subject << this.rowBits) + this.column;
    const place = this.rows[row];
    if (place === 0) return false;
    this.lists.entries[place] = WITHDRAWN;
    this.rows[row] = 0;
    return true;
  }

  /** The frequent event of a subject was taken. */
  noteTaken(subject: number): void {
    this.rows[(subject << this.rowBits) + this.column] = 0;
  }

  /** Adds an entry; returns its place. */
  enter(minute: Minute, phase: number, entry: number): number {
    const bucket = this.bucketOf(minute, phase);
    if (minute < this.wheelEnd) {
      this.occupied.mark(minute);
      return this.lists.append(this.buckets, bucket, entry);
    }
    const list = (minute >> this.pageBits) * LIST_SIZE;
    this.lists.append(this.later, list, bucket);
    return this.lists.append(this.later, list, entry);
  }

  /** Leaves a minute whose events are all taken; returns the next that may have some. */
  leave(before: Minute): Minute {
    this.occupied.clear(before);
    const pageEnd = (this.page + 1) << this.pageBits;
    const minute = this.occupied.next(before + 1, pageEnd);
    if (minute === pageEnd) this.openPage();
    if (Math.floor(minute / MINUTES_AHEAD) !== Math.floor(before / MINUTES_AHEAD))
      this.readLinesAhead(minute);
    return minute;
  }

  /**
   * Reads of the row of each frequent event of a line that is begun, so that the waits for memory overlap. Measured
   * with a million computers that come in no order: 458 to 208 ns a contact.
   */
  readRowsAhead(place: number, bucketEnd: number): void {
    const { rows, rowBits } = this;
    const { entries } = this.lists;
    const end = this.lists.endOfLine(place, bucketEnd);
    let sum = 0;
    for (let at = place; at < end; at += 1) {
      const entry = entries[at];
      if (entry >= 0) sum ^= rows[entry << rowBits];
    }
    this.ahead = sum;
  }

  /** Reads of the first line of the frequent events of each of the next minutes, for the same reason. */
  private readLinesAhead(from: Minute): void {
    const { buckets } = this;
    const { entries } = this.lists;
    let sum = 0;
    for (let count = 0; count < MINUTES_AHEAD; count += 1)
      sum ^= entries[buckets[this.bucketOf(from + count, this.frequentPhase)]];
    this.ahead = sum;
  }

  /** The clock comes to a page: the wheel takes in another one at its end. */
  private openPage(): void {
    this.page += 1;
    this.wheelEnd += 1 << this.pageBits;
    this.deal((this.page + OPEN_PAGES - 1) * LIST_SIZE);
  }

  /** Deals the list of a page out to the buckets of its minutes, which are empty. */
  private deal(list: number): void {
    const { lists, later } = this;
    const end = later[list + 1];
    for (let place = later[list]; place !== end; ) {
      place = lists.next(place);
      const bucket = lists.entries[place];
      place = lists.next(place + 1);
      const entry = lists.entries[place];
      place += 1;
      if (entry === WITHDRAWN) continue;
      this.occupied.mark(Math.floor(bucket / (this.phases * LIST_SIZE)));
      const dealt = lists.append(this.buckets, bucket, entry);
      if (entry >= 0) this.rows[(entry << this.rowBits) + this.column] = dealt;
    }
    lists.clear(later, list);
  }

  /** Where in the buckets that of a minute and phase is. */
  bucketOf(minute: Minute, phase: number): number {
    return ((minute & this.minuteMask) * this.phases + phase) * LIST_SIZE;
  }
}
