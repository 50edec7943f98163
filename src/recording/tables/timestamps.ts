import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;
const TIME_LENGTH = 'YYYY-MM-DDTHH:MM'.length;

/**
 * Turns minutes of a run into dates and times of day. The estate's clock is local and has no daylight saving:
 * each day has 1440 minutes, and the machine's own time zone plays no part.
 */
export class Timestamps {
  private readonly start: number;
  private day = -1;
  private latestDate = '';

  /** @param start ISO date of minute 0 */
  constructor(start: string) {
    this.start = Date.parse(`${start}T00:00Z`) / MILLISECONDS_PER_MINUTE;
  }

  /** ISO 8601 local date and time, to the minute. */
  time(minute: Minute): string {
    const day = Math.floor(minute / MINUTES_PER_DAY);
    const rest = minute - day * MINUTES_PER_DAY;
    return `${this.date(day)}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`;
  }

  /** ISO 8601 date of a day, counted from 0. */
  date(day: number): string {
    if (day !== this.day) {
      this.day = day;
      this.latestDate = isoOf(this.start + day * MINUTES_PER_DAY).slice(0, DATE_LENGTH);
    }
    return this.latestDate;
  }
}

function isoOf(minutes: number): string {
  return new Date(minutes * MILLISECONDS_PER_MINUTE).toISOString().slice(0, TIME_LENGTH);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
