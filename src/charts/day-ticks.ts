import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../engine/time.ts';
import { groupThousands } from '../text/numbers.ts';
import { formatDate, parseDate } from '../text/point-in-time.ts';

/**
 * Where the axes of days have their ticks, and the dates or numbers they show. Days count from the start of the run; dates are
 * ISO 8601, as exact as the step needs: `2008-03-03`, `2008-04` for the first of a month, `2009` for January 1st.
 */

/** A tick of the axis: the day (a number, 0 is the start) and its label. */
export interface DayTick {
  readonly value: number;
  readonly label: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const MAX_TICKS = 14;
/** Times of day that people can read off an axis. */
const MINUTE_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360];
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];
/** Graces and licenses are of 30, 60, 180 and 210 days. */
const NUMBER_STEPS = [1, 2, 5, 10, 30, 60, 90, 180, 360, 720, 1800, 3600];

/** The ISO date of a day that counts from `start`; within a day, the date of that day. */
export function isoDate(start: string, day: number): string {
  return formatDate(parseDate(start) + Math.floor(day));
}

/** A day for a sentence: `2008-09-29 (day 210)`. */
export function datedDay(start: string, day: number): string {
  return `${isoDate(start, day)} (day ${groupThousands(day)})`;
}

/** At most 14 ticks of a run of `days` that say how many days have passed, all equally far apart. */
export function dayNumberTicks(days: number): DayTick[] {
  const step = NUMBER_STEPS.find((step) => days / step < MAX_TICKS) ?? Math.ceil(days / 36_000) * 3600;
  const ticks: DayTick[] = [];
  for (let day = 0; day <= days; day += step) ticks.push({ value: day, label: `day ${groupThousands(day)}` });
  return ticks;
}

/** At most 14 ticks for a run of `days`: times of day in a short one, every day or week, else the first of months, else of years. */
export function dayTicks(start: string, days: number): DayTick[] {
  const minuteStep = MINUTE_STEPS.find((step) => (days * MINUTES_PER_DAY) / step < MAX_TICKS);
  if (minuteStep !== undefined) return everyMinutes(start, days, minuteStep);
  const dayStep = DAY_STEPS.find((step) => days / step < MAX_TICKS);
  if (dayStep !== undefined) return everyDays(start, days, dayStep);
  const months = days / 30;
  const monthStep = MONTH_STEPS.find((step) => months / step < MAX_TICKS);
  if (monthStep !== undefined) return everyMonths(start, days, monthStep);
  const yearStep = YEAR_STEPS.find((step) => months / 12 / step < MAX_TICKS) ?? 1000;
  return everyMonths(start, days, yearStep * 12);
}

/** Midnights are dates, other ticks times of day. */
function everyMinutes(start: string, days: number, step: number): DayTick[] {
  const ticks: DayTick[] = [];
  for (let minute = 0; minute <= days * MINUTES_PER_DAY; minute += step) {
    const ofDay = minute % MINUTES_PER_DAY;
    const clock = [Math.floor(ofDay / MINUTES_PER_HOUR), ofDay % MINUTES_PER_HOUR].map((part) =>
      String(part).padStart(2, '0'),
    );
    const label = ofDay === 0 ? isoDate(start, minute / MINUTES_PER_DAY) : clock.join(':');
    ticks.push({ value: minute / MINUTES_PER_DAY, label });
  }
  return ticks;
}

function everyDays(start: string, days: number, step: number): DayTick[] {
  const ticks: DayTick[] = [];
  for (let day = 0; day <= days; day += step) ticks.push({ value: day, label: isoDate(start, day) });
  return ticks;
}

function everyMonths(start: string, days: number, step: number): DayTick[] {
  const origin = parseDate(start);
  const [year, monthOfYear] = formatDate(origin).split('-').map(Number);
  const firstMonth = Math.ceil((year * 12 + monthOfYear - 1) / step) * step;
  const ticks: DayTick[] = [];
  for (let month = firstMonth; ; month += step) {
    const firstDay = Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS_PER_DAY;
    const value = firstDay - origin;
    if (value > days) return ticks;
    const letters = step % 12 === 0 ? 4 : 7;
    if (value >= 0) ticks.push({ value, label: formatDate(firstDay).slice(0, letters) });
  }
}
