import { MINUTES_PER_DAY, MINUTES_PER_WEEK, type Minutes } from '../../engine/time.ts';
import type { UptimeParameters } from '../definitions/presence-parameters.ts';

/** The wait of a machine that is never on. */
export const NEVER_ON = 0xffff;

/** Most minutes by which a machine keeps its hours later. */
const MAX_LATENESS = MINUTES_PER_DAY;

const DAYS_PER_WEEK = 7;

/**
 * Hours of the week in which a machine is on, as a table: for each minute of the week, how long it is until the
 * machine is on. Looking it up takes a twentieth of the time of working it out.
 */
export class WeeklyHours {
  /** By minute since the Sunday before, 00:00: the last day of a week comes before it again, for machines that are late. */
  private readonly waits = new Uint16Array(MAX_LATENESS + MINUTES_PER_WEEK).fill(NEVER_ON);

  constructor(uptime: UptimeParameters) {
    const on = minutesOn(uptime);
    if (!on.includes(1)) return;
    // Twice around, since the wait of Sunday evening depends on Monday.
    let wait = NEVER_ON;
    for (let minute = 2 * MINUTES_PER_WEEK - 1; minute >= 0; minute -= 1) {
      const inWeek = minute % MINUTES_PER_WEEK;
      if (on[inWeek] === 1) wait = 0;
      else if (wait !== NEVER_ON) wait += 1;
      this.waits[MAX_LATENESS + inWeek] = wait;
    }
    this.waits.copyWithin(0, MINUTES_PER_WEEK);
  }

  /**
   * How long it is until the machine is on: 0 while it is.
   *
   * @param minute minutes since Monday, 00:00
   * @param lateness minutes by which the machine keeps the hours later, at most a day
   * @returns {@link NEVER_ON} when it never is
   */
  waitFrom(minute: number, lateness: Minutes): Minutes {
    return this.waits[MAX_LATENESS + minute - lateness];
  }
}

/** By minute of the week: 1 while a machine is on. Hours that end after midnight reach into the next day. */
function minutesOn({ days, on, off }: UptimeParameters): Uint8Array {
  const minutes = new Uint8Array(MINUTES_PER_WEEK);
  const length = off > on ? off - on : off + MINUTES_PER_DAY - on;
  for (let day = 0; day < DAYS_PER_WEEK; day += 1) {
    if (!days[day]) continue;
    const start = day * MINUTES_PER_DAY + on;
    for (let minute = start; minute < start + length; minute += 1) minutes[minute % MINUTES_PER_WEEK] = 1;
  }
  return minutes;
}
