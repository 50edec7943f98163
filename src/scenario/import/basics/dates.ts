import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../../engine/time.ts';
import { fullYear, readMonthDate } from './month-dates.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
/** Minutes from 1601, where file times of Windows begin, to 1970; and their units in a minute. */
const FILE_TIME_EPOCH = 11_644_473_600 / 60;
const FILE_TIMES_PER_MINUTE = 600_000_000n;
/** No computer was seen before: such dates mean never (0001, 1601, 1970). */
const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;

/** Which of two numbers in `3/4/2009` is the day. */
export type DateOrder = 'day-first' | 'month-first';

const NUMBERS =
  /^\D*?(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\.?(?:[T,\s]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?|上午|下午|午前|午後)?)?/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2}(?:[.,]\d+)?)?)?(?:Z|[+-]\d{2,4})?$/;
const JSON_DATE = /^\/Date\((\d{9,15})/;

/**
 * The order that a column's dates are written in: a first number above 12 is a day, a second one too; with points it
 * is the day that comes first. Where nothing decides it, what the file's other habits say.
 */
export function dateOrderOf(cells: Iterable<string>, otherwise: DateOrder): DateOrder {
  for (const cell of cells) {
    const found = NUMBERS.exec(cell.trim());
    if (found === null || found[1].length > 2) continue;
    if (Number(found[1]) > 12) return 'day-first';
    if (Number(found[2]) > 12 || found[7] !== undefined) return 'month-first';
    if (/^\d+\./.test(cell.trim())) return 'day-first';
  }
  return otherwise;
}

/**
 * The minutes since 1970 that a date says, in its own time of day: ISO 8601, with slashes, points or hyphens, AM and
 * PM, with months in words, LDAP's and WMI's compact ones, file times of Windows.
 *
 * @returns null for what is no date, and for dates that mean never
 */
export function readDate(written: string, order: DateOrder): number | null {
  const text = written.trim();
  if (/^\d{16,19}$/.test(text))
    return plausible(Number(BigInt(text) / FILE_TIMES_PER_MINUTE) - FILE_TIME_EPOCH);
  const json = JSON_DATE.exec(text);
  if (json !== null) return plausible(Math.floor(Number(json[1]) / MILLISECONDS_PER_MINUTE));
  const compact = COMPACT.exec(text);
  if (compact !== null) return minutesOf(compact.slice(1, 6).map(numberOf));
  const found = NUMBERS.exec(text);
  if (found === null) return ofWords(text);
  const [first, second, third] = found.slice(1, 4).map(numberOf);
  const hour = hourOf(numberOf(found[4]), found[7]);
  const minute = numberOf(found[5]);
  if (found[1].length > 2) return minutesOf([first, second, third, hour, minute]);
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return minutesOf([fullYear(found[3]), month, day, hour, minute]);
}

function ofWords(text: string): number | null {
  const date = readMonthDate(text);
  return date === null ? null : minutesOf([date.year, date.month, date.day, date.hour, date.minute]);
}

function numberOf(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits);
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const afternoon = /^p|下午|午後/i.test(half);
  return (hour % 12) + (afternoon ? 12 : 0);
}

function minutesOf([year, month, day, hour, minute]: readonly number[]): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return null;
  const milliseconds = Date.UTC(year, month - 1, day, hour, minute);
  const date = new Date(milliseconds);
  if (hour < 24 && date.getUTCDate() !== day) return null;
  return plausible(milliseconds / MILLISECONDS_PER_MINUTE);
}

function plausible(minutes: number): number | null {
  const year = new Date(minutes * MILLISECONDS_PER_MINUTE).getUTCFullYear();
  // Two digits of a year that mean 0001 are read as 2001: Windows Vista is later, so nothing was seen then.
  return year >= EARLIEST_YEAR && year !== 2001 && year <= LATEST_YEAR ? minutes : null;
}

/** `2009-03-01`. */
export function isoDate(minutes: number): string {
  return new Date(minutes * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 10);
}

/** `2009-03-01T08:05`. */
export function isoMinute(minutes: number): string {
  return new Date(minutes * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 16);
}

/** The first minute of the day that a minute is in. */
export function startOfDay(minutes: number): number {
  return Math.floor(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

/** Hours since midnight, from 0 to 23. */
export function hourOfDay(minutes: number): number {
  return Math.floor((minutes - startOfDay(minutes)) / MINUTES_PER_HOUR);
}

/** 0 for Monday. The first of January 1970 was a Thursday. */
export function weekdayOf(minutes: number): number {
  return (Math.floor(minutes / MINUTES_PER_DAY) + 3) % 7;
}
