import { type CalendarOptions, NO_EVENT } from '../../src/engine/calendar.ts';
import { LightEvents, type LightKind } from '../../src/engine/light-events.ts';

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
  addLight(kind: LightKind): LightEvents;
  scheduleLight(events: LightEvents, minute: number, subject: number): boolean;
  cancelLight(events: LightEvents, subject: number): void;
  takeNext(events: LightEvents): number;
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

  addLight(kind: LightKind): LightEvents {
    return new LightEvents(kind);
  }

  scheduleLight({ kind, phase }: LightEvents, minute: number, subject: number): boolean {
    return this.schedule(minute, phase, kind, subject) !== NO_EVENT;
  }

  cancelLight({ kind }: LightEvents, subject: number): void {
    this.entries = this.entries.filter((entry) => entry.kind !== kind || entry.subject !== subject);
  }

  takeNext({ kind, phase }: LightEvents): number {
    const [next] = this.entries;
    const follows = next?.minute === this.now && next.phase === phase && next.kind === kind;
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
