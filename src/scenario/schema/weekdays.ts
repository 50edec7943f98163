import { quoted } from '../../text/plain-text.ts';
import { TextError } from '../../text/text-error.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const EVERY_DAY = 'all';

/** Days of the week as a regular expression, for editors. */
export const WEEKDAYS_PATTERN = `^(${EVERY_DAY}|(DAY(-DAY)?)(\\s*,\\s*DAY(-DAY)?)*)$`.replaceAll(
  'DAY',
  `(${WEEKDAYS.join('|')})`,
);

/** Says why a text does not name days of the week. */
export class WeekdaysError extends TextError {
  override readonly name = 'WeekdaysError';
}

/**
 * Reads days of the week: `mon-fri`, `mon,wed,fri`, `fri-mon` (through Sunday) or `all`.
 *
 * @returns seven switches, Monday first
 * @throws WeekdaysError with a message for people
 */
export function parseWeekdays(text: string): readonly boolean[] {
  const days = new Array<boolean>(WEEKDAYS.length).fill(text.trim() === EVERY_DAY);
  if (days[0]) return days;
  for (const part of text.split(',')) {
    const [first, last = first, more] = part.trim().split(/\s*-\s*/);
    const from = WEEKDAYS.indexOf(first);
    const to = WEEKDAYS.indexOf(last);
    if (from < 0 || to < 0 || more !== undefined) {
      throw new WeekdaysError(
        'invalid-weekdays',
        `expected days such as \`mon-fri\`, \`mon,wed,fri\` or \`${EVERY_DAY}\`, not ${quoted(text)}`,
      );
    }
    for (let day = from; day !== to; day = (day + 1) % WEEKDAYS.length) days[day] = true;
    days[to] = true;
  }
  return days;
}
