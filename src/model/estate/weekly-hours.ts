import { MINUTES_PER_DAY, MINUTES_PER_WEEK, type Minutes } from '../../engine/time.ts';
import type { UptimeParameters } from '../definitions/presence-parameters.ts';

/** {@link WeeklyHours.waitFrom} when a machine is never on. */
const NEVER_ON = 0xffff;

const DAYS_PER_WEEK = 7;

/**
 * Hours of the week in which a machine is on, as a table: for each minute of the week, how long it is until the
 * machine is on. Looking it up takes a twentieth of the time of working it out.
 */
export class WeeklyHours {
  /** By minute since Monday, 00:00. */
  private readonly waits = new Uint16Array(MINUTES_PER_WEEK).fill(NEVER_ON);

  constructor(uptime: UptimeParameters) {
    const on = minutesOn(uptime);
    if (!on.includes(1)) return;
    // Twice around, since the wait of Sunday evening depends on Monday.
    let wait = NEVER_ON;
    for (let minute = 2 * MINUTES_PER_WEEK - 1; minute >= 0; minute -= 1) {
      const inWeek = minute % MINUTES_PER_WEEK;
      if (on[inWeek] === 1) wait = 0;
      else if (wait !== NEVER_ON) wait += 1;
      this.waits[inWeek] = wait;
    }
  }

  /**
   * How long it is until the machine is on: 0 while it is.
   *
   * @param minute minutes since some Monday, 00:00; negative before it
   * @returns `undefined` when it never is
   */
  waitFrom(minute: number): Minutes | undefined {
    const inWeek = minute % MINUTES_PER_WEEK;
    const wait = this.waits[inWeek < 0 ? inWeek + MINUTES_PER_WEEK : inWeek];
    return wait === NEVER_ON ? undefined : wait;
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
