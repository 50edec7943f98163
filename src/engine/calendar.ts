import type { Minute } from './time.ts';

/**
 * The calendar of pending events: a wheel of minute buckets whose lists are linked through typed arrays.
 *
 * Events come out ordered by (minute, phase, order of scheduling). The wheel has two levels. The current
 * *page* of minutes has one bucket for each minute and phase; each later page has one list. When the clock
 * reaches a page its list is dealt out, in the order of scheduling, to the page's buckets; whatever is
 * scheduled into the page afterwards is appended behind. So the lists are first in, first out without a
 * sequence number to compare, and memory does not grow with the length of the run.
 *
 * An event is a kind (0 to 254) and a subject (an integer of the model's choosing); both stand in columns.
 */

/** Names a pending event, to cancel it. It is meaningless once the event was taken. */
export type EventHandle = number;

/** The handle of no event: what {@link Calendar.schedule} returns for a time at or after the end. */
export const NO_EVENT: EventHandle = -1;

const NONE = -1;
const CANCELLED = 255;
const PAGE_MINUTES = 16_384;
const FIRST_CAPACITY = 1024;

export interface CalendarOptions {
  /** How many phases a minute has; phases are numbered from 0. */
  readonly phases: number;
  /** The run covers the minutes from 0 up to, and not including, this one. */
  readonly end: Minute;
  /** Minutes in a page of the wheel. Only speed depends on it. */
  readonly pageMinutes?: number;
}

export class Calendar {
  /** The minute of the event taken last. */
  now: Minute = 0;
  /** The phase of the event taken last. */
  phase = 0;
  /** The kind of the event taken last. */
  kind = 0;
  /** The subject of the event taken last. */
  subject = 0;
  /** The first minute that is not simulated. */
  readonly end: Minute;

  readonly #phases: number;
  readonly #pageMinutes: number;
  readonly #pageHeads: Int32Array;
  readonly #pageTails: Int32Array;
  readonly #heads: Int32Array;
  readonly #tails: Int32Array;
  #page = 0;
  #cursor = 0;
  #pageStart: Minute = 0;

  #next = new Int32Array(FIRST_CAPACITY);
  #kinds = new Uint8Array(FIRST_CAPACITY);
  #subjects = new Int32Array(FIRST_CAPACITY);
  /** Where the event belongs inside its page: minute of the page times phases, plus the phase. */
  #buckets = new Int32Array(FIRST_CAPACITY);
  #free = NONE;
  #used = 0;
  #pending = 0;

  /** @throws RangeError when `end`, `phases` or `pageMinutes` is not a whole number above 0 */
  constructor({ phases, end, pageMinutes = PAGE_MINUTES }: CalendarOptions) {
    for (const [name, value] of Object.entries({ phases, end, pageMinutes })) {
      if (!Number.isInteger(value) || value < 1)
        throw new RangeError(`${name} must be a whole number above 0, not ${value}`);
    }
    this.end = end;
    this.#phases = phases;
    this.#pageMinutes = Math.min(pageMinutes, end);
    const pages = Math.ceil(end / this.#pageMinutes);
    this.#pageHeads = new Int32Array(pages).fill(NONE);
    this.#pageTails = new Int32Array(pages).fill(NONE);
    this.#heads = new Int32Array(this.#pageMinutes * phases).fill(NONE);
    this.#tails = new Int32Array(this.#pageMinutes * phases).fill(NONE);
  }

  /** How many events are pending. */
  get pending(): number {
    return this.#pending;
  }

  /**
   * Adds an event. One at or after the end would never be taken, so it is not kept.
   *
   * @throws RangeError when (minute, phase) lies before the event being handled
   */
  schedule(minute: Minute, phase: number, kind: number, subject: number): EventHandle {
    if (minute >= this.end) return NO_EVENT;
    if (minute < this.now || (minute === this.now && phase < this.phase))
      throw new RangeError(
        `event of kind ${kind} scheduled in the past: minute ${minute}, phase ${phase}; it is minute ${this.now}, phase ${this.phase}`,
      );
    const event = this.#takeSlot();
    this.#kinds[event] = kind;
    this.#subjects[event] = subject;
    this.#pending += 1;
    const inPage = minute - this.#pageStart;
    if (inPage < this.#pageMinutes) {
      this.#append(this.#heads, this.#tails, inPage * this.#phases + phase, event);
    } else {
      const page = Math.floor(minute / this.#pageMinutes);
      this.#buckets[event] = (minute - page * this.#pageMinutes) * this.#phases + phase;
      this.#append(this.#pageHeads, this.#pageTails, page, event);
    }
    return event;
  }

  /** Withdraws a pending event. The caller must know that it was not taken yet. */
  cancel(event: EventHandle): void {
    if (event === NO_EVENT) return;
    this.#kinds[event] = CANCELLED;
    this.#pending -= 1;
  }

  /**
   * Takes the next event: its time, kind and subject are then in the fields above.
   *
   * @returns false when nothing is pending before the end
   */
  take(): boolean {
    for (;;) {
      const event = this.#heads[this.#cursor];
      if (event === NONE) {
        if (!this.#advance()) return false;
        continue;
      }
      const next = this.#next[event];
      this.#heads[this.#cursor] = next;
      if (next === NONE) this.#tails[this.#cursor] = NONE;
      const kind = this.#kinds[event];
      this.#next[event] = this.#free;
      this.#free = event;
      if (kind === CANCELLED) continue;
      this.#pending -= 1;
      this.kind = kind;
      this.subject = this.#subjects[event];
      return true;
    }
  }

  /** Moves to the next bucket, opening the next page where this one ends. */
  #advance(): boolean {
    if (this.#pending === 0) return false;
    this.#cursor += 1;
    if (this.#cursor < this.#heads.length) {
      if (this.phase + 1 === this.#phases) {
        this.phase = 0;
        this.now += 1;
      } else {
        this.phase += 1;
      }
      return true;
    }
    do {
      this.#page += 1;
      if (this.#page >= this.#pageHeads.length) return false;
    } while (this.#pageHeads[this.#page] === NONE);
    this.#openPage();
    return true;
  }

  #openPage(): void {
    this.#pageStart = this.#page * this.#pageMinutes;
    this.now = this.#pageStart;
    this.phase = 0;
    this.#cursor = 0;
    let event = this.#pageHeads[this.#page];
    this.#pageHeads[this.#page] = NONE;
    this.#pageTails[this.#page] = NONE;
    while (event !== NONE) {
      const next = this.#next[event];
      this.#append(this.#heads, this.#tails, this.#buckets[event], event);
      event = next;
    }
  }

  #append(heads: Int32Array, tails: Int32Array, list: number, event: number): void {
    const tail = tails[list];
    if (tail === NONE) heads[list] = event;
    else this.#next[tail] = event;
    tails[list] = event;
    this.#next[event] = NONE;
  }

  #takeSlot(): number {
    const free = this.#free;
    if (free !== NONE) {
      this.#free = this.#next[free];
      return free;
    }
    if (this.#used === this.#next.length) this.#grow();
    this.#used += 1;
    return this.#used - 1;
  }

  #grow(): void {
    const capacity = this.#used * 2;
    this.#next = copyInto(new Int32Array(capacity), this.#next);
    this.#kinds = copyInto(new Uint8Array(capacity), this.#kinds);
    this.#subjects = copyInto(new Int32Array(capacity), this.#subjects);
    this.#buckets = copyInto(new Int32Array(capacity), this.#buckets);
  }
}

function copyInto<Column extends Int32Array | Uint8Array>(larger: Column, column: Column): Column {
  larger.set(column);
  return larger;
}
