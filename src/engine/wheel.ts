import { kindIn, type LightEvents, subjectIn } from './light-events.ts';
import { LineLists } from './line-lists.ts';
import { MomentMap } from './moment-map.ts';
import type { Minute } from './time.ts';
import {
  LIST_BITS,
  MINUTES_AHEAD_BITS,
  momentAt,
  OPEN_PAGES,
  PHASE_BITS,
  PHASE_MASK,
  WITHDRAWN,
} from './wheel-layout.ts';

/** {@link OPEN_PAGES} less one of them are longer than a week, the renewal interval of KMS clients. */
const PAGE_MINUTES = 4096;

/**
 * A bucket for each minute and phase: the entries of pending events, in the order in which they came. The wheel holds
 * the next {@link OPEN_PAGES} pages of minutes, and each later page has one list. When the clock comes to a page, the
 * wheel takes in one more page at its end: the list of that page is dealt out to its buckets in order, before anything
 * can be scheduled into them.
 *
 * An entry of 0 or more is a light event. What others are is the calendar's business.
 */
export class Wheel {
  readonly lists = new LineLists();
  /** The lists of the buckets: those of a phase side by side. */
  readonly buckets: Int32Array;
  /** The light kinds by number. */
  readonly light: LightEvents[] = [];
  /** What reading ahead came to: it is kept so that no compiler leaves the reads out. */
  ahead = 0;

  /** The phase of the kinds that are frequent; -1 when there are none. */
  private frequentPhase = -1;
  private readonly pageBits: number;
  private readonly minuteBits: number;
  private readonly minuteMask: number;
  /** By page: the list of what is scheduled beyond the wheel, as pairs of bucket and entry. */
  private readonly later: Int32Array;
  /** The moments that have or had events. */
  private readonly occupied: MomentMap;
  private page = 0;
  /** The first minute beyond the wheel. */
  private wheelEnd: Minute;
  /** The moment that got the latest entry, if it is known to be in the wheel and marked, and its bucket. */
  private entered = -1;
  private enteredBucket = 0;

  /**
   * @param end the first minute that is never reached
   * @param pageMinutes minutes in a page, rounded down to a power of two
   */
  constructor(phases: number, end: Minute, pageMinutes = PAGE_MINUTES) {
    this.pageBits = 31 - Math.clz32(pageMinutes);
    const minutes = OPEN_PAGES << this.pageBits;
    this.wheelEnd = minutes;
    this.minuteBits = 31 - Math.clz32(minutes);
    this.minuteMask = minutes - 1;
    this.buckets = new Int32Array((minutes * phases) << LIST_BITS);
    this.occupied = new MomentMap(minutes << PHASE_BITS);
    this.later = new Int32Array(((end >> this.pageBits) + 1 + OPEN_PAGES) << LIST_BITS);
  }

  /** Adds a kind of light events, before any is scheduled. */
  addLight(events: LightEvents, isFrequent: boolean): void {
    this.light[events.kind] = events;
    if (isFrequent) this.frequentPhase = events.phase;
  }

  /** Adds the light event of a subject. */
  enterLight(events: LightEvents, minute: Minute, subject: number): void {
    events.notePlace(subject, this.enter(minute, events.phase, events.entryOf(subject)));
  }

  /** Withdraws the light event of a subject; false when it has none. */
  withdrawLight(events: LightEvents, subject: number): boolean {
    const place = events.placeOf(subject);
    if (place === 0) return false;
    this.lists.entries[place] = WITHDRAWN;
    events.notePlace(subject, 0);
    return true;
  }

  /** Adds an entry; returns its place. Many entries in a row are for one moment. */
  enter(minute: Minute, phase: number, entry: number): number {
    if (!this.enterMoment(minute, phase)) return this.enterLater(minute, phase, entry);
    return this.lists.append(this.buckets, this.enteredBucket, entry);
  }

  /** Finds and marks the bucket that gets an entry; false for a minute beyond the wheel. */
  private enterMoment(minute: Minute, phase: number): boolean {
    const moment = momentAt(minute, phase);
    if (moment === this.entered) return true;
    if (minute >= this.wheelEnd) return false;
    this.occupied.mark(moment);
    this.entered = moment;
    this.enteredBucket = this.bucketOf(minute, phase);
    return true;
  }

  /** Enters the light events of neighboring places once more, for one minute to come. */
  moveOn(events: LightEvents, from: number, count: number, minute: Minute): void {
    const { lists, buckets } = this;
    const isInWheel = this.enterMoment(minute, events.phase);
    const bucket = this.enteredBucket;
    for (let place = from; place < from + count; ) {
      const end = buckets[bucket + 1];
      const room = isInWheel ? Math.min(lists.room(end), from + count - place) : 0;
      if (room > 0) {
        events.copy(lists.entries, place, end, room);
        buckets[bucket + 1] = end + room;
        place += room;
      } else {
        const entry = lists.entries[place];
        events.notePlace(subjectIn(entry), this.enter(minute, events.phase, entry));
        place += 1;
      }
    }
  }

  private enterLater(minute: Minute, phase: number, entry: number): number {
    const list = (minute >> this.pageBits) << LIST_BITS;
    this.lists.append(this.later, list, this.bucketOf(minute, phase));
    return this.lists.append(this.later, list, entry);
  }

  /** Leaves a moment whose events are all taken: its bucket is empty. */
  leave(moment: number, bucket: number): void {
    this.lists.clear(this.buckets, bucket);
    this.occupied.clear(moment);
    this.entered = -1;
  }

  /** The next moment behind one that may have events. */
  next(before: number): number {
    const pageEnd = momentAt((this.page + 1) << this.pageBits, 0);
    const moment = this.occupied.next(before + 1, pageEnd);
    if (moment === pageEnd) this.openPage();
    const isFar = moment >> (PHASE_BITS + MINUTES_AHEAD_BITS) !== before >> (PHASE_BITS + MINUTES_AHEAD_BITS);
    if (isFar && this.frequentPhase >= 0) this.readLinesAhead(moment >> PHASE_BITS);
    return moment;
  }

  /** Reads of the first line of the frequent phase of each of the next minutes, so that the waits for memory overlap. */
  private readLinesAhead(from: Minute): void {
    const { buckets } = this;
    const { entries } = this.lists;
    let sum = 0;
    const end = (from | ((1 << MINUTES_AHEAD_BITS) - 1)) + 1;
    for (let minute = from; minute < end; minute += 1)
      sum ^= entries[buckets[this.bucketOf(minute, this.frequentPhase)]];
    this.ahead = sum;
  }

  /** The clock comes to a page: the wheel takes in another one at its end. */
  private openPage(): void {
    this.page += 1;
    this.wheelEnd += 1 << this.pageBits;
    this.deal((this.page + OPEN_PAGES - 1) << LIST_BITS);
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
      this.occupied.mark(this.momentOf(bucket));
      const dealt = lists.append(this.buckets, bucket, entry);
      if (entry >= 0) this.light[kindIn(entry)].notePlace(subjectIn(entry), dealt);
    }
    lists.clear(later, list);
  }

  /** Where in the buckets that of a minute and phase is. */
  bucketOf(minute: Minute, phase: number): number {
    return ((phase << this.minuteBits) | (minute & this.minuteMask)) << LIST_BITS;
  }

  /** The moment of a bucket, but for whole turns of the wheel. */
  private momentOf(bucket: number): number {
    const minute = (bucket >> LIST_BITS) & this.minuteMask;
    return momentAt(minute, (bucket >> (LIST_BITS + this.minuteBits)) & PHASE_MASK);
  }
}
