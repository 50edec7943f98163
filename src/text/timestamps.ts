import { MINUTES_PER_DAY, type Minute } from '../engine/time.ts';
import { formatDate, parseDate } from './point-in-time.ts';

/**
 * Turns minutes of a run into dates and times of day. The estate's clock is local and has no daylight saving:
 * each day has 1440 minutes, and the machine's own time zone plays no part.
 */
export class Timestamps {
  /** The day of minute 0, counted from 1970-01-01. */
  private readonly start: number;
  private day = -1;
  private latestDate = '';
  private minute = -1;
  private latestTime = '';

  /** @param start ISO date of minute 0 */
  constructor(start: string) {
    this.start = parseDate(start);
  }

  /** ISO 8601 local date and time, to the minute. */
  time(minute: Minute): string {
    // Much happens in the same minute.
    if (minute !== this.minute) {
      const day = Math.floor(minute / MINUTES_PER_DAY);
      const rest = minute - day * MINUTES_PER_DAY;
      this.minute = minute;
      this.latestTime = `${this.date(day)}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`;
    }
    return this.latestTime;
  }

  /** ISO 8601 date of a day, counted from 0. */
  date(day: number): string {
    if (day !== this.day) {
      this.day = day;
      this.latestDate = formatDate(this.start + day);
    }
    return this.latestDate;
  }
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
