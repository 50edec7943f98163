import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DURATION_PATTERN, formatDuration, MAX_DURATION, parseDuration } from '../../src/text/duration.ts';

describe('a duration', () => {
  test.each([
    ['90 min', 90],
    ['2h', 120],
    ['7 d', 10_080],
    ['1 w', 10_080],
    ['3 d 8 h', 4800],
    ['3d8h', 4800],
    ['1.5 h', 90],
    ['1.1 h', 66],
    ['0.25 d', 360],
    ['  5 min  ', 5],
    ['0 d', 0],
    ['36500 d', MAX_DURATION],
  ])('%s is read', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  test.each([
    ['5', 'expected a duration, and `5` has no unit; write `5 min`, `5 h` or `5 d`'],
    ['', 'expected a duration such as `90 min`, `2 h`, `7 d` or `3 d 8 h`, not ``'],
    ['soon', 'expected a duration such as `90 min`, `2 h`, `7 d` or `3 d 8 h`, not `soon`'],
    ['5 h 3', 'expected a duration such as `90 min`, `2 h`, `7 d` or `3 d 8 h`, not `5 h 3`'],
    ['5 days', 'unknown time unit `days`; write `d`'],
    ['5 m', 'unknown time unit `m`; write `min`'],
    ['5 D', 'unknown time unit `D`; use `min`, `h`, `d`, `w` or `y`'],
    ['5 years', 'unknown time unit `years`; write `y`'],
    ['5 constructor', 'unknown time unit `constructor`; use `min`, `h`, `d`, `w` or `y`'],
    ['-5 d', 'a duration cannot be negative'],
    ['0.5 min', '`0.5 min` is not a whole number of minutes'],
    ['36501 d', 'a duration is at most 100 years (36,500 d)'],
    ['9999999999999 d', 'a number in a duration has at most 12 digits'],
  ])('%s is refused with what to write', (text, message) => {
    expect(() => parseDuration(text)).toThrow(message);
  });

  test('comes back from what it is written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_DURATION }), (minutes) => {
        expect(parseDuration(formatDuration(minutes))).toBe(minutes);
        expect(formatDuration(minutes)).toMatch(new RegExp(DURATION_PATTERN));
      }),
    );
  });

  test('is the sum of its parts', () => {
    const count = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(count, count, count, count, (weeks, days, hours, minutes) => {
        const text = `${weeks} w ${days} d ${hours} h ${minutes} min`;
        expect(parseDuration(text)).toBe(((weeks * 7 + days) * 24 + hours) * 60 + minutes);
      }),
    );
  });

  test.each([
    [0, '0 min'],
    [90, '1 h 30 min'],
    [4800, '3 d 8 h'],
    [43_200, '30 d'],
  ])('%i minutes are written with days, hours and minutes', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });
});
