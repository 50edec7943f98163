import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute } from '../../engine/time.ts';

/** Links within a page to a day of the run, or to a minute of it: `#day-60`, `#day-0-01:55`. */

const DAY_LINK = /^#day-(\d{1,6})(?:-([01]\d|2[0-3]):([0-5]\d))?$/;

/** The link to a minute of the run, or to its day. */
export function dayLink(minute: Minute, timed: boolean): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  return timed ? `#day-${day}-${clockTime(minute % MINUTES_PER_DAY)}` : `#day-${day}`;
}

/** The minute of the run that a link goes to, of a day its last; `null` of any other link. */
export function linkedMinute(hash: string): Minute | null {
  const [, day, hours, minutes] = DAY_LINK.exec(hash) ?? [];
  if (day === undefined) return null;
  const ofDay =
    hours === undefined ? MINUTES_PER_DAY - 1 : Number(hours) * MINUTES_PER_HOUR + Number(minutes);
  return Number(day) * MINUTES_PER_DAY + ofDay;
}

/** A minute of a day as a clock shows it: `01:55`. */
export function clockTime(minuteOfDay: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minuteOfDay / MINUTES_PER_HOUR))}:${twoDigits(minuteOfDay % MINUTES_PER_HOUR)}`;
}
