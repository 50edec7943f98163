import { MINUTES_PER_DAY, type Minutes } from '../engine/time.ts';
import type { EstateParameters } from '../model/definitions/parameters.ts';

/** A run of at most so many days is charted in steps shorter than a day. */
const MAX_DAYS_IN_STEPS = 14;
/** Lengths of steps that people can read off an axis. */
const STEPS: readonly Minutes[] = [1, 2, 3, 5, 10, 15];
/** Entries of a column: more than the pixels of a chart show. */
const MAX_STEPS = 1500;
/** Columns of short steps are kept of so many groups and hosts at most: memory grows with their number. */
const MAX_SUBJECTS = 400;

/**
 * In which steps a run is charted: a day, or the shortest step of a short run, so that a day's story can be seen.
 *
 * @returns minutes
 */
export function chartStep({ duration, groups, hosts }: EstateParameters): Minutes {
  if (duration > MAX_DAYS_IN_STEPS * MINUTES_PER_DAY || groups.size + hosts.size > MAX_SUBJECTS)
    return MINUTES_PER_DAY;
  return STEPS.find((step) => duration / step <= MAX_STEPS) ?? MINUTES_PER_DAY;
}
