import { type CalendarOptions, NO_EVENT } from '../../src/engine/calendar.ts';
import type { FrequentKind } from '../../src/engine/wheel.ts';

/** What a calendar promises: the wheel keeps it fast, the sorted array keeps it obviously. */
export interface CalendarContract {
  readonly now: number;
  readonly phase: number;
  readonly kind: number;
  readonly subject: number;
  readonly end: number;
  readonly pending: number;
  schedule(minute: number, phase: number, kind: number, subject: number): number;
  cancel(handle: number): void;
  take(): boolean;
  keepFrequent(frequent: FrequentKind): void;
  scheduleFrequent(minute: number, subject: number): void;
  cancelFrequent(subject: number): void;
  takeFrequent(): number;
}

interface Entry {
  readonly handle: number;
  readonly minute: number;
  readonly phase: number;
  readonly kind: number;
  readonly subject: number;
}

/** The calendar's slow twin: one array, sorted again after every addition. Sorting is stable. */
export class SortedCalendar implements CalendarContract {
  now = 0;
  phase = 0;
  kind = 0;
  subject = 0;
  readonly end: number;
  private entries: Entry[] = [];
  private handles = 0;

  private frequent: Pick<FrequentKind, 'kind' | 'phase'> = { kind: -1, phase: 0 };

  constructor({ end }: CalendarOptions) {
    this.end = end;
  }

  get pending(): number {
    return this.entries.length;
  }

  schedule(minute: number, phase: number, kind: number, subject: number): number {
    if (minute >= this.end) return NO_EVENT;
    if (minute < this.now || (minute === this.now && phase < this.phase)) throw new RangeError('past');
    this.handles += 1;
    this.entries.push({ handle: this.handles, minute, phase, kind, subject });
    this.entries.sort((one, other) => one.minute - other.minute || one.phase - other.phase);
    return this.handles;
  }

  cancel(handle: number): void {
    this.entries = this.entries.filter((entry) => entry.handle !== handle);
  }

  keepFrequent(frequent: FrequentKind): void {
    this.frequent = frequent;
  }

  scheduleFrequent(minute: number, subject: number): void {
    this.schedule(minute, this.frequent.phase, this.frequent.kind, subject);
  }

  cancelFrequent(subject: number): void {
    this.entries = this.entries.filter(
      (entry) => entry.kind !== this.frequent.kind || entry.subject !== subject,
    );
  }

  takeFrequent(): number {
    const [next] = this.entries;
    const follows = next?.minute === this.now && next.kind === this.frequent.kind;
    return follows && this.take() ? this.subject : -1;
  }

  take(): boolean {
    const next = this.entries.shift();
    if (next === undefined) return false;
    this.now = next.minute;
    this.phase = next.phase;
    this.kind = next.kind;
    this.subject = next.subject;
    return true;
  }
}
