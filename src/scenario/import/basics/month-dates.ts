import { foldLetters } from './fold-letters.ts';

/** How the months begin in the languages of Windows, accents folded away. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen|sty|янв)/,
  /^(?:feb|fev|lut|фев)/,
  /^(?:mar|mrt|maa|мар)/,
  /^(?:apr|avr|abr|kwi|апр)/,
  /^(?:mai|may|mag|maj|mei|май|мая)/,
  /^(?:jun|juin|giu|cze|июн)/,
  /^(?:jul|juil|lug|lip|июл)/,
  /^(?:aug|aou|ago|sie|авг)/,
  /^(?:sep|set|wrz|сен)/,
  /^(?:oct|okt|out|ott|paz|окт)/,
  /^(?:nov|lis|ноя)/,
  /^(?:dec|dez|dic|gru|дек)/,
];

const TIME = /(\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*([ap]\.?\s?m\b)?/i;
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/u;

/** A date in numbers; hours are of the whole day. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * A date whose month is a word, in whatever order: `12. März 2009`, `March 3, 2008`, `3-Mar-09`, `Thu Mar 12 08:00:00
 * 2009`, `12 de marzo de 2009`, `2009年3月12日`.
 *
 * @returns null for what is none
 */
export function readMonthDate(written: string): WrittenDate | null {
  const text = written.slice(0, 100);
  const time = timeIn(text);
  const eastern = EAST_ASIAN.exec(text);
  if (eastern !== null) {
    const [year, month, day] = eastern.slice(1, 4).map(Number);
    return { year, month, day, ...time };
  }
  // A weekday may look like a month (`mar. 12 mai`), but comes before it.
  const month = foldLetters(text)
    .split(/[^\p{L}]+/u)
    .map((word) => MONTHS.findIndex((start) => start.test(word)) + 1)
    .findLast((found) => found > 0);
  if (month === undefined) return null;
  const numbers = text.replace(TIME, ' ').match(/\d+/g) ?? [];
  if (numbers.length !== 2) return null;
  const [first, second] = numbers;
  const [day, year] = first.length === 4 ? [second, first] : [first, second];
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return null;
  return { year: fullYear(year), month, day: Number(day), ...time };
}

/** A year of two digits is one of 1970 to 2069. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < 70 ? 2000 : 1900);
}

function timeIn(text: string): { hour: number; minute: number } {
  const found = TIME.exec(text);
  if (found === null) return { hour: 0, minute: 0 };
  const hour = Number(found[1]);
  const isAfternoon = /^p/i.test(found[3] ?? '') || /午後|下午|오후/u.test(text);
  const isHalved = found[3] !== undefined || /午[前後]|[上下]午|오[전후]/u.test(text);
  return { hour: isHalved ? (hour % 12) + (isAfternoon ? 12 : 0) : hour, minute: Number(found[2]) };
}
