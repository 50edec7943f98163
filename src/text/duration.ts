import { MINUTES_PER_DAY, MINUTES_PER_HOUR, MINUTES_PER_WEEK, type Minutes } from '../engine/time.ts';
import { quoted } from './plain-text.ts';
import { TextError, type TextErrorKind } from './text-error.ts';

/** Minutes in each unit of the language. */
const UNITS = {
  y: 365 * MINUTES_PER_DAY,
  w: MINUTES_PER_WEEK,
  d: MINUTES_PER_DAY,
  h: MINUTES_PER_HOUR,
  min: 1,
} as const;

/** The longest duration: 100 years of 365 days, in minutes. */
export const MAX_DURATION: Minutes = 36_500 * MINUTES_PER_DAY;

/** What a duration looks like, for messages. */
export const DURATION_EXAMPLES = '`90 min`, `2 h`, `7 d` or `3 d 8 h`';

/** Durations to begin with, for editors. */
export const DURATIONS: readonly string[] = ['90 min', '2 h', '7 d'];

/** A duration as a regular expression, for editors. */
export const DURATION_PATTERN = '^\\s*(\\d+(\\.\\d+)?\\s*(min|h|d|w|y)\\s*)+$';

/** Other ways to write a unit, with the language's. */
const OTHER_UNITS: ReadonlyMap<string, keyof typeof UNITS> = new Map([
  ...['m', 'mins', 'minute', 'minutes'].map((unit) => [unit, 'min'] as const),
  ...['hr', 'hrs', 'hour', 'hours'].map((unit) => [unit, 'h'] as const),
  ...['day', 'days'].map((unit) => [unit, 'd'] as const),
  ...['wk', 'week', 'weeks'].map((unit) => [unit, 'w'] as const),
  ...['yr', 'yrs', 'year', 'years'].map((unit) => [unit, 'y'] as const),
]);

/** Words for how often something happens, as durations. */
const RATES: ReadonlyMap<string, string> = new Map([
  ['hourly', '1 h'],
  ['daily', '1 d'],
  ['weekly', '7 d'],
  ['fortnightly', '14 d'],
  ['monthly', '30 d'],
  ['quarterly', '91 d'],
  ['yearly', '1 y'],
  ['annually', '1 y'],
]);

/** Digits that one number of a duration may have. */
const MAX_DIGITS = 12;
/** Characters that a duration may have. */
const MAX_CHARACTERS = 200;

/** Says why a text is not a duration. */
export class DurationError extends TextError {
  override readonly name = 'DurationError';

  constructor(summary: string, help?: string, kind: TextErrorKind = 'invalid-duration') {
    super(kind, summary, help);
  }
}

/**
 * Reads a duration: numbers with the units `min`, `h`, `d`, `w` and `y` (365 days), as in `3 d 8 h` or `1.5h`.
 *
 * @returns whole minutes, 0 to 100 years
 * @throws DurationError with a message for people
 */
export function parseDuration(text: string): Minutes {
  const trimmed = text.trim();
  if (trimmed.length > MAX_CHARACTERS) throw unreadable(trimmed);
  if (/^[+-]?\d+(\.\d+)?$/.test(trimmed)) throw bareNumber(trimmed);
  if (trimmed.startsWith('-'))
    throw new DurationError('a duration cannot be negative', undefined, 'out-of-range');
  const part = /(\d+)(?:\.(\d+))?\s*([\p{L}]+)\s*/uy;
  let total = 0;
  do {
    const match = part.exec(trimmed);
    if (match === null) throw unreadable(trimmed);
    total += minutesOf(match[1], match[2] ?? '', unitOf(match[3]));
  } while (part.lastIndex < trimmed.length);
  if (total > MAX_DURATION) {
    throw new DurationError('a duration is at most 100 years (36,500 d)', undefined, 'out-of-range');
  }
  return total;
}

/** The error about a number without a unit. */
export function bareNumber(number: string): DurationError {
  return new DurationError(
    `expected a duration, and \`${number}\` has no unit`,
    `write \`${number} min\`, \`${number} h\` or \`${number} d\``,
  );
}

/** Writes minutes as `parseDuration` reads them, in days, hours and minutes: `3 d 8 h`. */
export function formatDuration(minutes: Minutes): string {
  const parts: string[] = [];
  let rest = minutes;
  for (const unit of ['d', 'h', 'min'] as const) {
    const count = Math.floor(rest / UNITS[unit]);
    rest -= count * UNITS[unit];
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.length === 0 ? '0 min' : parts.join(' ');
}

function unreadable(text: string): DurationError {
  const meant = RATES.get(text.toLowerCase());
  const help = meant === undefined ? undefined : `write \`${meant}\``;
  return new DurationError(`expected a duration such as ${DURATION_EXAMPLES}, not ${quoted(text)}`, help);
}

function unitOf(written: string): keyof typeof UNITS {
  if (Object.hasOwn(UNITS, written)) return written as keyof typeof UNITS;
  const meant = OTHER_UNITS.get(written.toLowerCase());
  if (/^mo(nths?|s)?$/i.test(written))
    throw new DurationError(
      'months are not units of time, because they differ in length',
      'write days: a month is about `30 d`',
    );
  const help = meant === undefined ? 'use `min`, `h`, `d`, `w` or `y`' : `write \`${meant}\``;
  throw new DurationError(`unknown time unit ${quoted(written)}`, help);
}

/** Exact, in whole numbers: 1.1 h is 66 minutes. */
function minutesOf(whole: string, fraction: string, unit: keyof typeof UNITS): Minutes {
  if (whole.length + fraction.length > MAX_DIGITS) {
    throw new DurationError(`a number in a duration has at most ${MAX_DIGITS} digits`);
  }
  const scale = 10 ** fraction.length;
  const scaled = BigInt(whole + fraction) * BigInt(UNITS[unit]);
  if (scaled % BigInt(scale) !== 0n) {
    throw new DurationError(`\`${whole}.${fraction} ${unit}\` is not a whole number of minutes`);
  }
  return Number(scaled / BigInt(scale));
}
