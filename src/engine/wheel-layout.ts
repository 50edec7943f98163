/**
 * How the calendar and its wheel number moments and lay out buckets. The file imports nothing, so that the bundler writes
 * its constants into the code that uses them.
 */

/** A moment is a phase of a minute: the minute times two to this power, and the phase. */
export const PHASE_BITS = 3;
/** Phases that a minute can have. */
export const MAX_PHASES = 1 << PHASE_BITS;
export const PHASE_MASK = MAX_PHASES - 1;
/** The largest end of a run: a moment has 31 bits. It is 510 years. */
export const MAX_END = 1 << (31 - PHASE_BITS);

/** Buckets are lists of two numbers: two to this power. */
export const LIST_BITS = 1;
/** Pages that a wheel holds at once. */
export const OPEN_PAGES = 4;
/** Minutes whose first lines are read ahead together: two to this power. Their lists are a line of the processor's cache. */
export const MINUTES_AHEAD_BITS = 3;
/** The entry of a light event that was withdrawn. */
export const WITHDRAWN = -0x80000000;

/** The moment of a phase of a minute. */
export function momentAt(minute: number, phase: number): number {
  return (minute << PHASE_BITS) | phase;
}
