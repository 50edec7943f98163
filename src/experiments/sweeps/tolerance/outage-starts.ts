import { MINUTES_PER_DAY, type Minute } from '../../../engine/time.ts';
import { formatDate, parseDate } from '../../../text/point-in-time.ts';

/** A day on which an outage may begin, at 00:00. */
export interface OutageStart {
  /** ISO date. */
  readonly date: string;
  readonly minute: Minute;
}

const DAYS_OF_YEAR = 365;

/**
 * The first days of the twelve months of the year that begins with the start of the run.
 *
 * @param start ISO date of minute 0
 */
export function outageStarts(start: string): OutageStart[] {
  const first = parseDate(start);
  return Array.from({ length: DAYS_OF_YEAR }, (_, day) => ({
    date: formatDate(first + day),
    minute: day * MINUTES_PER_DAY,
  })).filter(({ date }) => date.endsWith('-01'));
}
