import { MINUTES_PER_DAY, type Minutes } from '../../engine/time.ts';
import type { Rules } from '../definitions/rules.ts';

/** Days before the end of a grace period from which reminders come more often (Windows 7's schedule). */
const LATE_DAYS = 3;
const LAST_DAY = 1;

/**
 * How many reminders a user saw in the first part of a grace period. The model: one every `reminderInterval`
 * until three days remain, then every `lateReminderInterval`, and every `lastDayReminderInterval` on the last
 * day; the computer is taken to be in use whenever one is due.
 *
 * @param elapsed minutes of the grace period that have passed
 * @param length minutes of the whole grace period
 */
export function remindersWithin(elapsed: Minutes, length: Minutes, rules: Rules): number {
  const lateFrom = Math.max(0, length - LATE_DAYS * MINUTES_PER_DAY);
  const lastDayFrom = Math.max(0, length - LAST_DAY * MINUTES_PER_DAY);
  return (
    remindersBetween(0, Math.min(elapsed, lateFrom), rules.reminderInterval) +
    remindersBetween(lateFrom, Math.min(elapsed, lastDayFrom), rules.lateReminderInterval) +
    remindersBetween(lastDayFrom, Math.min(elapsed, length), rules.lastDayReminderInterval)
  );
}

/** Reminders at `from`, `from + interval` and so on, before `to`. */
function remindersBetween(from: Minutes, to: Minutes, interval: Minutes): number {
  return to <= from ? 0 : Math.ceil((to - from) / interval);
}
