import { MINUTES_PER_DAY } from '../engine/time.ts';
import type { Estate } from './definitions/estate.ts';
import { EventKind, Phase } from './definitions/events.ts';

declare module './definitions/estate.ts' {
  interface Estate {
    readonly days: Days;
  }
}

type DayEstate = Pick<Estate, 'calendar' | 'observer'>;

/** The days of a run, and shorter steps if the observer wants them: the last minute of each is announced. */
export class Days {
  private readonly estate: DayEstate;

  constructor(estate: DayEstate) {
    this.estate = estate;
  }

  /** Schedules the end of the first day and step. */
  schedule(): void {
    this.scheduleStep(0);
    this.scheduleEnd(0);
  }

  /** A day is over. */
  end(day: number): void {
    this.estate.observer.dayEnded(day);
    this.scheduleEnd(day + 1);
  }

  /** A step is over. */
  endStep(step: number): void {
    this.estate.observer.sampling?.stepEnded(step);
    this.scheduleStep(step + 1);
  }

  private scheduleStep(step: number): void {
    const { calendar, observer } = this.estate;
    if (observer.sampling === undefined) return;
    const begin = step * observer.sampling.every;
    if (begin >= calendar.end) return;
    const lastMinute = Math.min(begin + observer.sampling.every, calendar.end) - 1;
    calendar.schedule(lastMinute, Phase.Close, EventKind.SampleEnd, step);
  }

  private scheduleEnd(day: number): void {
    const { calendar } = this.estate;
    const lastMinute = Math.min((day + 1) * MINUTES_PER_DAY, calendar.end) - 1;
    if (day * MINUTES_PER_DAY < calendar.end)
      calendar.schedule(lastMinute, Phase.Close, EventKind.DayEnd, day);
  }
}
