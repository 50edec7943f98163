import { Calendar } from '../../src/engine/calendar.ts';
import { SortedCalendar } from '../engine/sorted-calendar.ts';
import { HeapCalendar } from './heap-calendar.ts';

/** What the hold model asks of a calendar. */
interface HoldCalendar {
  readonly now: number;
  readonly subject: number;
  schedule(minute: number, phase: number, kind: number, subject: number): void;
  take(): boolean;
}

const END = 50_000_000;
const PHASES = 5;
/** Intervals of the model, in minutes: those that KMS clients really wait. */
const INTERVALS = [120, 10_080, 10_080, 10_080];

const CALENDARS: Record<string, () => HoldCalendar> = {
  wheel: () => new Calendar({ phases: PHASES, end: END }),
  heap: () => new HeapCalendar(PHASES),
  sorted: () => new SortedCalendar({ phases: PHASES, end: END }),
};

/** A figure of the hold model: take an event, schedule it again an interval later (Vaucher & Duval, 1975). */
export interface HoldResult {
  readonly calendar: string;
  readonly pending: number;
  /** Events a second. */
  readonly rate: number;
}

/** The sorted twin is a thousand times slower, so it gets fewer holds, and only where few events are pending. */
const SORTED_SHARE = 1000;

/** Measures each calendar with some events pending. */
export function measureHold(pending: number, holds: number): HoldResult[] {
  return Object.entries(CALENDARS)
    .filter(([name]) => name !== 'sorted' || pending <= 10_000)
    .map(([calendar, make]) => {
      const own = calendar === 'sorted' ? holds / SORTED_SHARE : holds;
      return { calendar, pending, rate: rateOf(make(), pending, own) };
    });
}

function rateOf(calendar: HoldCalendar, pending: number, holds: number): number {
  for (let subject = 0; subject < pending; subject += 1)
    calendar.schedule((subject * 7919) % 10_080, 2, 0, subject);
  hold(calendar, Math.min(holds, pending));
  const start = performance.now();
  hold(calendar, holds);
  return (holds / (performance.now() - start)) * 1000;
}

function hold(calendar: HoldCalendar, times: number): void {
  for (let count = 0; count < times; count += 1) {
    calendar.take();
    const { subject } = calendar;
    calendar.schedule(calendar.now + INTERVALS[subject & 3], 2, 0, subject);
  }
}
