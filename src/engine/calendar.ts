import { CANCELED, EventNodes } from './event-nodes.ts';
import type { Minute } from './time.ts';
import { type FrequentKind, Wheel, WITHDRAWN } from './wheel.ts';

/**
 * The calendar of pending events: a wheel with a bucket for each minute and phase.
 *
 * Events come out ordered by (minute, phase, order of scheduling). A bucket is first in, first out,
 * so there is no sequence number to compare, and memory does not grow with the length of the run.
 *
 * An event is a kind (0 or more) and a subject (an integer of the model's choosing). It has a node, and its bucket
 * the complement of the node's number. Events of one kind, the *frequent* one, need no node: their buckets have the
 * bare subject, and the model lends a column that says where. Measured: an eighth less time, a third less memory.
 */

/** Names a pending event, to cancel it: its node. It is meaningless once the event was taken. */
export type EventHandle = number;

/**
 * The handle of no event: what {@link Calendar.schedule} returns for a time at or after the end. It is 0, so that a column of
 * handles needs no filling: memory that nobody writes is none.
 */
export const NO_EVENT: EventHandle = 0;

export interface CalendarOptions {
  /** How many phases a minute has; phases are numbered from 0. */
  readonly phases: number;
  /** The run covers the minutes from 0 up to, and not including, this one. */
  readonly end: Minute;
  /** Minutes in a page of the wheel, rounded down to a power of two. Only speed depends on it. */
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
  private readonly wheel: Wheel;
  private readonly nodes = new EventNodes();
  /** The bucket that is being read, where in it, and where it ended when that was looked up last. */
  private bucket = 0;
  private place = 0;
  private bucketEnd = 0;

  /** @throws RangeError when `end`, `phases` or `pageMinutes` is not a whole number above 0 */
  constructor({ phases, end, pageMinutes }: CalendarOptions) {
    for (const [name, value] of Object.entries({ phases, end, pageMinutes: pageMinutes ?? 1 })) {
      if (!Number.isInteger(value) || value < 1)
        throw new RangeError(`${name} must be a whole number above 0, not ${value}`);
    }
    this.end = end;
    this.phases = phases;
    this.wheel = new Wheel(phases, end, pageMinutes);
  }

  /** The kind that {@link takeFrequent} takes; -1 when there is none. */
  get frequentKind(): number {
    return this.wheel.frequentKind;
  }

  /** Names the frequent kind, before anything is scheduled. */
  keepFrequent(frequent: FrequentKind): void {
    this.wheel.keepFrequent(frequent);
  }

  /**
   * Adds an event. One at or after the end would never be taken, so it is not kept.
   *
   * @throws RangeError when (minute, phase) lies before the event being handled
   */
  schedule(minute: Minute, phase: number, kind: number, subject: number): EventHandle {
    if (minute >= this.end) return NO_EVENT;
    if (this.isPast(minute, phase)) this.refuse(minute, phase, kind);
    const node = this.nodes.add(kind, subject);
    this.pending += 1;
    this.wheel.enter(minute, phase, ~node);
    return node;
  }

  /** Withdraws a pending event. The caller must know that it was not taken yet. */
  cancel(event: EventHandle): void {
    if (event === NO_EVENT) return;
    this.nodes.cancel(event);
    this.pending -= 1;
  }

  /**
   * Adds the event of the frequent kind of a subject that has none pending.
   *
   * @throws RangeError when it lies before the event being handled
   */
  scheduleFrequent(minute: Minute, subject: number): void {
    if (minute >= this.end) return;
    const { frequentPhase, frequentKind } = this.wheel;
    if (this.isPast(minute, frequentPhase)) this.refuse(minute, frequentPhase, frequentKind);
    this.pending += 1;
    this.wheel.enterFrequent(minute, subject);
  }

  /** Withdraws the event of the frequent kind of a subject, if it has one pending. */
  cancelFrequent(subject: number): void {
    if (this.wheel.withdrawFrequent(subject)) this.pending -= 1;
  }

  /**
   * Takes the next event: its time, kind and subject are then in the fields above.
   *
   * @returns false when nothing is pending before the end
   */
  take(): boolean {
    const { lists } = this.wheel;
    for (;;) {
      if (this.place === this.bucketEnd && !this.hasMore()) {
        if (!this.advance()) return false;
        continue;
      }
      const place = lists.next(this.place);
      this.place = place + 1;
      const entry = lists.entries[place];
      if (entry >= 0) {
        if (lists.beginsLine(place)) this.wheel.readRowsAhead(place, this.bucketEnd);
        this.kind = this.wheel.frequentKind;
        this.takeSubject(entry);
        return true;
      }
      if (entry !== WITHDRAWN && this.takeNodeOff(~entry)) return true;
    }
  }

  /**
   * Takes the next event if it belongs to the frequent kind, and to the same minute as the one taken last, which did
   * too. Measured: a quarter less time for a million computers that come in no order.
   *
   * @returns its subject, or -1
   */
  takeFrequent(): number {
    const { lists } = this.wheel;
    if (this.place === this.bucketEnd && !this.hasMore()) return -1;
    const place = lists.next(this.place);
    this.place = place;
    const entry = lists.entries[place];
    if (entry < 0) return -1;
    if (lists.beginsLine(place)) this.wheel.readRowsAhead(place, this.bucketEnd);
    this.place = place + 1;
    this.takeSubject(entry);
    return entry;
  }

  private takeSubject(subject: number): void {
    this.pending -= 1;
    this.subject = subject;
    this.wheel.noteTaken(subject);
  }

  /** Takes an event off its node; false when it was withdrawn. */
  private takeNodeOff(node: number): boolean {
    const kind = this.nodes.release(node);
    if (kind === CANCELED) return false;
    this.pending -= 1;
    this.kind = kind;
    this.subject = this.nodes.subjectOf(node);
    return true;
  }

  /** Whether events were scheduled into the bucket since its end was looked up. */
  private hasMore(): boolean {
    this.bucketEnd = this.wheel.buckets[this.bucket + 1];
    if (this.place === 0) this.place = this.wheel.buckets[this.bucket];
    return this.place !== this.bucketEnd;
  }

  /** Moves to the next bucket that may have events. */
  private advance(): boolean {
    const { wheel } = this;
    wheel.lists.clear(wheel.buckets, this.bucket);
    this.place = 0;
    this.bucketEnd = 0;
    if (this.pending === 0) return false;
    if (this.phase + 1 < this.phases) this.phase += 1;
    else {
      this.phase = 0;
      this.now = wheel.leave(this.now);
    }
    this.bucket = wheel.bucketOf(this.now, this.phase);
    return true;
  }

  private isPast(minute: Minute, phase: number): boolean {
    return minute < this.now || (minute === this.now && phase < this.phase);
  }

  private refuse(minute: Minute, phase: number, kind: number): never {
    throw new RangeError(
      `event of kind ${kind} scheduled in the past: minute ${minute}, phase ${phase}; it is minute ${this.now}, phase ${this.phase}`,
    );
  }
}
