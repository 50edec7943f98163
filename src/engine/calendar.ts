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
 * An event is a kind (0 or more) and a subject (an integer of the model's choosing).
 */

/** Names a pending event, to cancel it: where it stands. It is meaningless once the event was taken. */
export type EventHandle = number;

/** The handle of no event: what {@link Calendar.schedule} returns for a time at or after the end. */
export const NO_EVENT: EventHandle = -1;

const NONE = -1;

/** Kinds of an event that was withdrawn, and of a slot that has none. */
const CANCELLED = -1;
const FREE = -2;

/**
 * A pending event is four numbers side by side, so that taking it touches one line of the processor's cache, not
 * four. Measured: 15 to 20 % more contacts a second with 200,000 clients.
 */
const EVENT_SIZE = 4;
/** The next event of its list. */
const NEXT = 0;
const KIND = 1;
const SUBJECT = 2;
/** Where the event belongs inside its page: minute of the page times phases, plus the phase. */
const BUCKET = 3;

const PAGE_MINUTES = 16_384;
/** Bits of a word of the map of occupied minutes. */
const WORD_BITS = 32;
const FIRST_CAPACITY = 1024;
/** At least so many slots for each event. */
const SLOTS_PER_EVENT = 1.5;

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

  /** How many events are pending. */
  pending = 0;

  private readonly phases: number;
  private readonly pageMinutes: number;
  private readonly pageHeads: Int32Array;
  private readonly pageTails: Int32Array;
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  /**
   * A bit for each minute of the current page that has or had events, so that empty minutes are passed by words.
   * Measured: a replication of a small estate takes half the time, since most of its minutes are empty.
   */
  private readonly occupied: Int32Array;
  private page = 0;
  private cursor = 0;
  private pageStart: Minute = 0;

  private events = freeSlotArray(FIRST_CAPACITY * EVENT_SIZE);
  /** Where the search for a free slot goes on. */
  private search = 0;
  /** Slots that may still be used before the array grows. */
  private freeSlots = usableSlots(FIRST_CAPACITY);

  /** @throws RangeError when `end`, `phases` or `pageMinutes` is not a whole number above 0 */
  constructor({ phases, end, pageMinutes = PAGE_MINUTES }: CalendarOptions) {
    for (const [name, value] of Object.entries({ phases, end, pageMinutes })) {
      if (!Number.isInteger(value) || value < 1)
        throw new RangeError(`${name} must be a whole number above 0, not ${value}`);
    }
    this.end = end;
    this.phases = phases;
    this.pageMinutes = Math.min(pageMinutes, end);
    const pages = Math.ceil(end / this.pageMinutes);
    this.pageHeads = new Int32Array(pages).fill(NONE);
    this.pageTails = new Int32Array(pages).fill(NONE);
    this.occupied = new Int32Array(Math.ceil(this.pageMinutes / WORD_BITS));
    this.heads = new Int32Array(this.pageMinutes * phases).fill(NONE);
    this.tails = new Int32Array(this.pageMinutes * phases).fill(NONE);
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
    const event = this.allocateSlot();
    this.events[event + KIND] = kind;
    this.events[event + SUBJECT] = subject;
    this.pending += 1;
    const inPage = minute - this.pageStart;
    if (inPage < this.pageMinutes) {
      this.occupy(inPage);
      this.append(this.heads, this.tails, inPage * this.phases + phase, event);
    } else {
      const page = Math.floor(minute / this.pageMinutes);
      this.events[event + BUCKET] = (minute - page * this.pageMinutes) * this.phases + phase;
      this.append(this.pageHeads, this.pageTails, page, event);
    }
    return event;
  }

  /** Withdraws a pending event. The caller must know that it was not taken yet. */
  cancel(event: EventHandle): void {
    if (event === NO_EVENT) return;
    this.events[event + KIND] = CANCELLED;
    this.pending -= 1;
  }

  /**
   * Takes the next event: its time, kind and subject are then in the fields above.
   *
   * @returns false when nothing is pending before the end
   */
  take(): boolean {
    for (;;) {
      const event = this.heads[this.cursor];
      if (event === NONE) {
        if (!this.advance()) return false;
        continue;
      }
      const events = this.events;
      const next = events[event + NEXT];
      this.heads[this.cursor] = next;
      if (next === NONE) this.tails[this.cursor] = NONE;
      const kind = events[event + KIND];
      events[event + KIND] = FREE;
      this.freeSlots += 1;
      if (kind === CANCELLED) continue;
      this.pending -= 1;
      this.kind = kind;
      this.subject = events[event + SUBJECT];
      return true;
    }
  }

  /** Moves to the next bucket, opening the next page where this one ends. */
  private advance(): boolean {
    if (this.pending === 0) return false;
    if (this.phase + 1 < this.phases) {
      this.phase += 1;
      this.cursor += 1;
      return true;
    }
    const minute = this.nextOccupied(this.now - this.pageStart + 1);
    if (minute < this.pageMinutes) {
      this.phase = 0;
      this.now = this.pageStart + minute;
      this.cursor = minute * this.phases;
      return true;
    }
    do {
      this.page += 1;
      if (this.page >= this.pageHeads.length) return false;
    } while (this.pageHeads[this.page] === NONE);
    this.openPage();
    return true;
  }

  private occupy(minute: number): void {
    this.occupied[minute >> 5] |= 1 << (minute & 31);
  }

  /** The first minute of the page from the given one on that has events; the length of the page if none has. */
  private nextOccupied(from: number): number {
    const { occupied, pageMinutes } = this;
    for (let minute = from; minute < pageMinutes; minute = (minute | 31) + 1) {
      const bits = occupied[minute >> 5] >>> (minute & 31);
      if (bits !== 0) return minute + 31 - Math.clz32(bits & -bits);
    }
    return pageMinutes;
  }

  private openPage(): void {
    this.occupied.fill(0);
    this.pageStart = this.page * this.pageMinutes;
    this.now = this.pageStart;
    this.phase = 0;
    this.cursor = 0;
    let event = this.pageHeads[this.page];
    this.pageHeads[this.page] = NONE;
    this.pageTails[this.page] = NONE;
    while (event !== NONE) {
      const next = this.events[event + NEXT];
      const bucket = this.events[event + BUCKET];
      this.occupy(Math.floor(bucket / this.phases));
      this.append(this.heads, this.tails, bucket, event);
      event = next;
    }
  }

  private append(heads: Int32Array, tails: Int32Array, list: number, event: number): void {
    const tail = tails[list];
    if (tail === NONE) heads[list] = event;
    else this.events[tail + NEXT] = event;
    tails[list] = event;
    this.events[event + NEXT] = NONE;
  }

  /**
   * Finds a free slot by going around the array. So events that are scheduled one after the other, as those of a
   * minute are, lie one after the other in memory, and the processor has fetched an event by the time that it is
   * taken. At least a third of the slots is kept free, so that the next is near. Measured against a list of free slots,
   * with a million computers: 25 % more contacts a second where office hours mix their order, 4 % fewer where not.
   */
  private allocateSlot(): number {
    if (this.freeSlots === 0) this.grow();
    const { events } = this;
    let slot = this.search;
    while (events[slot + KIND] !== FREE) {
      slot += EVENT_SIZE;
      if (slot === events.length) slot = 0;
    }
    this.search = slot + EVENT_SIZE === events.length ? 0 : slot + EVENT_SIZE;
    this.freeSlots -= 1;
    return slot;
  }

  private grow(): void {
    const larger = freeSlotArray(this.events.length * 2);
    larger.set(this.events);
    this.search = this.events.length;
    this.freeSlots = usableSlots(larger.length / EVENT_SIZE) - usableSlots(this.events.length / EVENT_SIZE);
    this.events = larger;
  }
}

/** How many of a number of slots may be used. */
function usableSlots(slots: number): number {
  return Math.floor(slots / SLOTS_PER_EVENT);
}

function freeSlotArray(length: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length);
  for (let slot = 0; slot < length; slot += EVENT_SIZE) slots[slot + KIND] = FREE;
  return slots;
}
