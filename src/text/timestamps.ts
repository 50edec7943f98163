import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute, type Minutes } from '../engine/time.ts';
import { formatDate, parseDate } from './point-in-time.ts';

/**
 * Turns minutes of a run into dates and times of day. The estate's clock is local and has no daylight saving:
 * each day has 1440 minutes, and the machine's own time zone plays no part.
 */
export class Timestamps {
  /** The day of minute 0, counted from 1970-01-01. */
  private readonly start: number;
  /** Dates by day, and times of day by minute, as far as they were asked for. */
  private readonly dates: string[] = [];
  private readonly clock: string[] = [];

  /** @param start ISO date of minute 0 */
  constructor(start: string) {
    this.start = parseDate(start);
  }

  /** ISO 8601 local date and time, to the minute. */
  time(minute: Minute): string {
    const day = Math.floor(minute / MINUTES_PER_DAY);
    return this.date(day) + this.clockTime(minute - day * MINUTES_PER_DAY);
  }

  /** The part of {@link time} behind the date: `T` and the time of day, of a minute of the day. */
  clockTime(ofDay: Minutes): string {
    this.clock[ofDay] ??=
      `T${twoDigits(Math.floor(ofDay / MINUTES_PER_HOUR))}:${twoDigits(ofDay % MINUTES_PER_HOUR)}`;
    return this.clock[ofDay];
  }

  /** ISO 8601 date of a day, counted from 0. */
  date(day: number): string {
    this.dates[day] ??= formatDate(this.start + day);
    return this.dates[day];
  }
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
