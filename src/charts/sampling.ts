import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../engine/time.ts';
import type { RunSeries } from '../recording/run-series.ts';
import { plural } from '../text/plural.ts';
import { datedDay, isoDate } from './day-ticks.ts';

/** How charts speak of the steps of a series: days, or minutes of a short run. */

/** The steps of a series. */
export type Steps = Pick<RunSeries, 'step' | 'steps'>;

/** The day, as a number with a fraction, at which a step begins. */
export function dayOf({ step }: Pick<RunSeries, 'step'>, index: number): number {
  return (index * step) / MINUTES_PER_DAY;
}

/** When values are shown: `at the end of each day`, `every 15 minutes`. */
export function whenShown({ step }: Pick<RunSeries, 'step'>): string {
  return isDaily(step) ? 'at the end of each day' : `every ${span(step)}`;
}

/** What a step is called: `day`, or `step` of a short run. */
export function stepName({ step }: Pick<RunSeries, 'step'>): string {
  return isDaily(step) ? 'day' : 'step';
}

/** What sums are over: `of each day`, `in each 15 minutes`. */
export function inEach({ step }: Pick<RunSeries, 'step'>): string {
  if (isDaily(step)) return 'of each day';
  return step === 1 ? 'of each minute' : `in each ${span(step)}`;
}

/** The unit of sums: `a day`, `in 15 minutes`. */
export function perStep({ step }: Pick<RunSeries, 'step'>): string {
  if (isDaily(step)) return 'a day';
  return step === 1 ? 'a minute' : `in ${span(step)}`;
}

/** A step for a sentence: `2008-09-29 (day 210)`, `2008-03-03 01:55 (day 0)`. */
export function datedStep({ start, step }: Pick<RunSeries, 'start' | 'step'>, index: number): string {
  if (isDaily(step)) return datedDay(start, index);
  const day = Math.floor((index * step) / MINUTES_PER_DAY);
  return `${momentOn(start, dayOf({ step }, index))} (day ${day})`;
}

/** Date and time of day of a moment in days from the start. */
export function momentOn(start: string, day: number): string {
  const minute = Math.round((day - Math.floor(day)) * MINUTES_PER_DAY);
  const clock = [Math.floor(minute / MINUTES_PER_HOUR), minute % MINUTES_PER_HOUR];
  return `${isoDate(start, Math.floor(day))} ${clock.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

function isDaily(step: number): boolean {
  return step === MINUTES_PER_DAY;
}

function span(step: number): string {
  return step === 1 ? 'minute' : plural(step, 'minute');
}
