/**
 * Simulated time: whole minutes since the start of the run. Microsoft states every interval of Volume
 * Activation in minutes, so nothing finer is ever needed.
 */

/** A point in simulated time: whole minutes since the start. */
export type Minute = number;

/** A length of simulated time in whole minutes. */
export type Minutes = number;

export const MINUTES_PER_HOUR = 60;
export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 10_080;

/** A minute that never comes: later than any that a calendar can hold. */
export const NEVER: Minute = 0x7fffffff;
