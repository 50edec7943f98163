import { MINUTES_PER_DAY, type Minute } from '../../../engine/time.ts';
import { formatDate, parseDate } from '../../../text/point-in-time.ts';

/** A time at which an outage may begin. */
export interface OutageStart {
  /** ISO date of its day. */
  readonly date: string;
  readonly minute: Minute;
  /** `given`: exactly in that minute; `worst`: at the hour of the day from which on an outage harms soonest. */
  readonly hour: 'given' | 'worst';
}

const DAYS_OF_YEAR = 365;

/**
 * The first days of the twelve months of the year that begins with the start of the run, each at its worst hour.
 *
 * @param start ISO date of minute 0
 */
export function outageStarts(start: string): OutageStart[] {
  const first = parseDate(start);
  return Array.from({ length: DAYS_OF_YEAR }, (_, day) => ({
    date: formatDate(first + day),
    minute: day * MINUTES_PER_DAY,
    hour: 'worst' as const,
  })).filter(({ date }) => date.endsWith('-01'));
}

/**
 * Some time of the run as the beginning of an outage.
 *
 * @param start ISO date of minute 0
 */
export function outageStartAt(minute: Minute, start: string): OutageStart {
  const date = formatDate(parseDate(start) + Math.floor(minute / MINUTES_PER_DAY));
  return { date, minute, hour: 'given' };
}
