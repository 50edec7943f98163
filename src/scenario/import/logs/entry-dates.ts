import { type DateOrder, dateOrderOf, readDate } from '../basics/dates.ts';
import { clientTimeOf } from './info-line.ts';

/** When an entry of a log was written, as its tool wrote that, and its message. */
export interface DatedMessage {
  readonly date: string;
  readonly message: string;
}

/** Entries whose client's time is compared with their own. */
const LOOKED_AT = 500;

/**
 * The order that the dates of a log are written in. Messages carry the client's own time, year first, so the order
 * that brings the entries nearer to it is right, also where no day of the log is after the 12th; clocks may differ.
 */
export function entryOrderOf(entries: readonly DatedMessage[], otherwise: DateOrder): DateOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const { date, message } of entries.slice(0, LOOKED_AT)) {
    const client = clientTimeOf(message);
    if (client === null) continue;
    const distances = (['day-first', 'month-first'] as const).map((order) => {
      const time = readDate(date, order);
      return time === null ? Number.POSITIVE_INFINITY : Math.abs(time - client);
    });
    if (distances[0] < distances[1]) dayFirst++;
    if (distances[1] < distances[0]) monthFirst++;
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day-first' : 'month-first';
  return dateOrderOf(
    entries.map(({ date }) => date),
    otherwise,
  );
}
