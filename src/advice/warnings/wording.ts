import { MINUTES_PER_DAY, type Minutes } from '../../engine/time.ts';
import { groupThousands } from '../../text/numbers.ts';

/** Names that a list shows. */
const SHOWN = 3;

/** Names between backquotes with commas: `a`, `b` and 3 more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${groupThousands(more)} more`;
}

/** A length of time in days, with one decimal where it is not whole. */
export function inDays(minutes: Minutes): string {
  const days = Math.round((minutes / MINUTES_PER_DAY) * 10) / 10;
  return `${groupThousands(days)} ${days === 1 ? 'day' : 'days'}`;
}

/** Days as a scenario writes them, rounded up. */
export function daysUp(minutes: Minutes): string {
  return `${Math.ceil(minutes / MINUTES_PER_DAY)} d`;
}

/** A chance in percent: two digits of it. */
export function percent(chance: number): string {
  const value = chance * 100;
  return `${value >= 10 ? Math.round(value) : Math.round(value * 10) / 10} %`;
}
