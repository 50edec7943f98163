import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute, type Minutes } from '../../engine/time.ts';
import { plural } from '../../text/plural.ts';
import type { Timestamps } from '../../text/timestamps.ts';

/** Times as closing words write them. */

/** A moment: `2008-04-02T01:30 (day 30)`; a midnight without its time of day. */
export function momentOf(minute: Minute, timestamps: Timestamps): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const written = minute % MINUTES_PER_DAY === 0 ? timestamps.date(day) : timestamps.time(minute);
  return `${written} (day ${day})`;
}

/** A length of time in the largest unit that says it well. */
export function lengthOf(minutes: Minutes): string {
  if (minutes >= 2 * MINUTES_PER_DAY) return `${rounded(minutes / MINUTES_PER_DAY)} days`;
  if (minutes >= 2 * MINUTES_PER_HOUR) return `${rounded(minutes / MINUTES_PER_HOUR)} hours`;
  return plural(minutes, 'minute');
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
