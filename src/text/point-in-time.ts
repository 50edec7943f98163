import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute } from '../engine/time.ts';
import { isoHelp } from './date-help.ts';
import { DURATION_PATTERN, formatDuration, MAX_DURATION, parseDuration } from './duration.ts';
import { quoted } from './plain-text.ts';
import { TextError } from './text-error.ts';

/** A moment of the run as it is written: minutes after the start, or a local date and time of the calendar. */
export type PointInTime =
  | { readonly afterStart: Minute }
  /** Minutes from 1970-01-01 00:00 of the same clock. */
  | { readonly calendar: number };

/** What a point in time looks like, for messages. */
export const POINT_EXAMPLES = '`40 d`, `2008-04-12` or `2008-04-12T14:00`';

/** Points in time to begin with, for editors. */
export const POINTS_IN_TIME: readonly string[] = ['40 d', '2008-04-12', '2008-04-12T14:00'];

/** A point in time as a regular expression, for editors. */
export const POINT_PATTERN = `${DURATION_PATTERN}|^\\s*\\d{4}-\\d{2}-\\d{2}(?!\\d)`;

/** A time of day whose seconds are 0. */
const WHOLE_MINUTE = /^(\d{2}:\d{2}):00$/;

/** What begins as an ISO 8601 date. */
const DATE = /^\d{4}-\d{2}-\d{2}(?!\d)/;

/** Years that a scenario may speak of. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const MILLISECONDS_PER_DAY = 86_400_000;
/** 1970-01-01 was a Thursday; weekdays count from Monday, 0. */
const WEEKDAY_OF_1970 = 3;

/** Says why a text is not a date or a point in time. */
export class CalendarError extends TextError {
  override readonly name = 'CalendarError';
}

/**
 * Reads an ISO 8601 date, as in `2008-03-03`.
 *
 * @returns days from 1970-01-01
 * @throws CalendarError with a message for people
 */
export function parseDate(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null)
    throw new CalendarError(
      'invalid-date',
      `expected a date such as \`2008-03-03\`, not ${quoted(text)}`,
      isoHelp(text),
    );
  const [year, month, day] = match.slice(1).map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new CalendarError('invalid-date', `a year is ${FIRST_YEAR} to ${LAST_YEAR}, not ${year}`);
  }
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) {
    throw new CalendarError('invalid-date', `\`${match[0]}\` is not a valid date`);
  }
  return midnight.getTime() / MILLISECONDS_PER_DAY;
}

/** The ISO date of a day counted from 1970-01-01. */
export function formatDate(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The day of the week of a day counted from 1970-01-01: 0 is Monday, 6 Sunday. */
export function weekdayOf(day: number): number {
  return (((day + WEEKDAY_OF_1970) % 7) + 7) % 7;
}

/**
 * Reads a point in time: a duration after the start, or an ISO 8601 local date or date-time.
 *
 * @throws CalendarError or DurationError with a message for people
 */
export function parsePoint(text: string): PointInTime {
  const trimmed = text.trim();
  if (!/^\d/.test(trimmed) || isoHelp(trimmed.split(/[T ]/)[0]) !== undefined) {
    if (DATE.test(trimmed)) return calendarPoint(trimmed);
    throw new CalendarError(
      'invalid-point',
      `expected a point in time such as ${POINT_EXAMPLES}, not ${quoted(text)}`,
      isoHelp(trimmed.split(/[T ]/)[0]),
    );
  }
  if (!/^\d+-/.test(trimmed)) return { afterStart: parseDuration(text) };
  return calendarPoint(trimmed);
}

function calendarPoint(text: string): PointInTime {
  const [day, time] = text.split(/[T ](.*)/s);
  const minuteOfDay = time === undefined ? 0 : parseTimeOfDay(time.replace(WHOLE_MINUTE, '$1'));
  return { calendar: parseDate(day) * MINUTES_PER_DAY + minuteOfDay };
}

/**
 * Reads a time of day, as in `08:00`.
 *
 * @returns minutes after midnight
 * @throws CalendarError with a message for people
 */
export function parseTimeOfDay(text: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const [hour, minute] = match === null ? [24, 0] : [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) {
    throw new CalendarError(
      'invalid-time',
      `expected a time of day from \`00:00\` to \`23:59\`, not ${quoted(text)}`,
    );
  }
  return hour * MINUTES_PER_HOUR + minute;
}

/**
 * The minute of the run that a point in time is.
 *
 * @param startDay the day of minute 0, counted from 1970-01-01
 * @throws CalendarError with a message for people, for a moment before the start or 100 years after it
 */
export function minuteOf(point: PointInTime, startDay: number): Minute {
  if ('afterStart' in point) return point.afterStart;
  const minute = point.calendar - startDay * MINUTES_PER_DAY;
  if (minute < 0)
    throw new CalendarError(
      'outside-the-run',
      `this is ${formatDuration(-minute)} before the start of the run`,
    );
  if (minute > MAX_DURATION)
    throw new CalendarError('outside-the-run', 'this is more than 100 years after the start');
  return minute;
}
