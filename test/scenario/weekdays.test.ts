import { describe, expect, test } from 'vitest';
import { parseWeekdays, WEEKDAYS_PATTERN } from '../../src/scenario/schema/weekdays.ts';

function letters(text: string): string {
  return parseWeekdays(text)
    .map((on, day) => (on ? 'MTWTFSS'[day] : '-'))
    .join('');
}

describe('days of the week', () => {
  test.each([
    ['mon-fri', 'MTWTF--'],
    ['sat-sun', '-----SS'],
    ['mon,wed,fri', 'M-W-F--'],
    ['mon, wed-thu', 'M-WT---'],
    ['fri-mon', 'M---FSS'],
    ['tue', '-T-----'],
    ['all', 'MTWTFSS'],
  ])('%s is %s', (text, days) => {
    expect(letters(text)).toBe(days);
    expect(text).toMatch(new RegExp(WEEKDAYS_PATTERN));
  });

  test.each(['', 'monday', 'mon-', 'mon-tue-wed', 'mon;tue', 'Mon', 'mon,,tue'])('%s is refused', (text) => {
    expect(() => parseWeekdays(text)).toThrow(
      `expected days such as \`mon-fri\`, \`mon,wed,fri\` or \`all\`, not \`${text}\``,
    );
    expect(text).not.toMatch(new RegExp(WEEKDAYS_PATTERN));
  });
});
