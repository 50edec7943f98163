import { MINUTES_PER_DAY } from '../engine/time.ts';
import type { Estate } from './definitions/estate.ts';
import { EventKind, Phase } from './definitions/events.ts';

declare module './definitions/estate.ts' {
  interface Estate {
    readonly days: Days;
  }
}

type DayEstate = Pick<Estate, 'calendar' | 'observer'>;

/** The days of a run: the last minute of each is announced, and that of the run. */
export class Days {
  private readonly estate: DayEstate;

  constructor(estate: DayEstate) {
    this.estate = estate;
  }

  /** Schedules the end of the first day. */
  schedule(): void {
    this.scheduleEnd(0);
  }

  /** A day is over. */
  end(day: number): void {
    this.estate.observer.dayEnded(day);
    this.scheduleEnd(day + 1);
  }

  private scheduleEnd(day: number): void {
    const { calendar } = this.estate;
    const lastMinute = Math.min((day + 1) * MINUTES_PER_DAY, calendar.end) - 1;
    if (day * MINUTES_PER_DAY < calendar.end)
      calendar.schedule(lastMinute, Phase.Close, EventKind.DayEnd, day);
  }
}
