import { MINUTES_PER_HOUR } from '../../../engine/time.ts';
import { hourOfDay, startOfDay, weekdayOf } from '../basics/dates.ts';
import type { ClientRequest } from '../computers/request.ts';

/** Hours between which computers are on, and on which days. */
export interface Hours {
  readonly days: string;
  /** Full hours, from 0 to 24. */
  readonly on: number;
  readonly off: number;
}

/** Requests that must agree, of so many computers, for hours to be measured. */
const MIN_REQUESTS = 20;
const MIN_COMPUTERS = 3;
/** Hours that are longer are no hours of presence. */
const LONGEST = 15;

/**
 * The hours in which computers ask, where they never ask in others: then nothing says that they are on in others.
 *
 * @param requests by computer
 * @returns null where they ask at all hours, or too few requests say anything
 */
export function hoursOf(requests: readonly (readonly ClientRequest[])[]): Hours | null {
  const times = requests.flatMap((own) => own.map(({ time }) => time));
  if (times.length < MIN_REQUESTS || requests.length < MIN_COMPUTERS) return null;
  const window = narrowest(times);
  const isDaily = window !== null && window.off - window.on <= LONGEST;
  const isWeekly = times.every((time) => weekdayOf(time) < 5);
  // A weekend without requests says nothing of a log that has none.
  const days = isWeekly && spansWeekend(times) ? 'mon-fri' : 'all';
  if (!isDaily && days === 'all') return null;
  const { on, off } = isDaily ? window : { on: 0, off: 24 };
  return { days, on, off };
}

/** Whether a time is in the hours. */
export function isWithin(time: number, { days, on, off }: Hours): boolean {
  const hour = hourOfDay(time);
  return hour >= on && hour < off && (days === 'all' || weekdayOf(time) < 5);
}

/** The fewest hours of a day that all times are in. */
function narrowest(times: readonly number[]): { readonly on: number; readonly off: number } | null {
  const hours = new Array<number>(24).fill(0);
  for (const time of times) hours[hourOfDay(time)]++;
  const needed = times.length;
  for (let length = 1; length <= LONGEST; length++) {
    for (let on = 0; on + length <= 24; on++) {
      const inside = hours.slice(on, on + length).reduce((sum, count) => sum + count, 0);
      if (inside >= needed) return { on, off: on + length };
    }
  }
  return null;
}

function spansWeekend(times: readonly number[]): boolean {
  const days = new Set(times.map((time) => startOfDay(time)));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  return last - first >= 7 * 24 * MINUTES_PER_HOUR;
}
