import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  minuteOf,
  parseDate,
  parsePoint,
  parseTimeOfDay,
  weekdayOf,
} from '../../src/text/point-in-time.ts';

describe('a date', () => {
  test('is a day of the calendar and comes back as it was written', () => {
    const day = fc.integer({ min: parseDate('1900-01-01'), max: parseDate('2200-12-31') });
    fc.assert(fc.property(day, (number) => parseDate(formatDate(number)) === number));
  });

  test.each([
    ['2008-03-03', 0],
    ['2008-03-09', 6],
    ['1900-01-01', 0],
    ['1970-01-01', 3],
    ['2200-12-31', 2],
  ])('%s falls on weekday %i from Monday', (text, weekday) => {
    expect(weekdayOf(parseDate(text))).toBe(weekday);
  });

  test.each([
    ['2008-02-30', '`2008-02-30` is not a valid date'],
    ['2007-02-29', '`2007-02-29` is not a valid date'],
    ['2008-13-01', '`2008-13-01` is not a valid date'],
    ['1899-12-31', 'a year is 1900 to 2200, not 1899'],
    ['2201-01-01', 'a year is 1900 to 2200, not 2201'],
    ['3 March', 'expected a date such as `2008-03-03`, not `3 March`'],
  ])('%s is refused', (text, message) => {
    expect(() => parseDate(text)).toThrow(message);
  });
});

describe('a point in time', () => {
  const start = parseDate('2008-03-03');

  test.each([
    ['40 d', 57_600],
    ['3 d 8 h', 4800],
    ['0 min', 0],
    ['2008-03-03', 0],
    ['2008-03-04', 1440],
    ['2008-03-03T14:05', 845],
    ['2008-03-03 14:05', 845],
  ])('%s is minute %i of the run', (text, minute) => {
    expect(minuteOf(parsePoint(text), start)).toBe(minute);
  });

  test.each([
    ['2008-03-02T23:00', 'this is 1 h before the start of the run'],
    ['2150-01-01', 'this is more than 100 years after the start'],
    ['2008-03-03T24:00', 'expected a time of day from `00:00` to `23:59`, not `24:00`'],
    ['2008-03-03T', 'expected a time of day from `00:00` to `23:59`, not ``'],
    ['2008-3-3', 'not `2008-3-3`; write `2008-03-03` (year, month, day)'],
    [
      'tomorrow',
      'expected a point in time such as `40 d`, `2008-04-12` or `2008-04-12T14:00`, not `tomorrow`',
    ],
    ['40', 'expected a duration, and `40` has no unit; write `40 min`, `40 h` or `40 d`'],
  ])('%s is refused', (text, message) => {
    expect(() => minuteOf(parsePoint(text), start)).toThrow(message);
  });
});

describe('a time of day', () => {
  test('is minutes after midnight', () => {
    expect(['00:00', '8:05', '23:59'].map(parseTimeOfDay)).toEqual([0, 485, 1439]);
  });

  test.each(['24:00', '12:60', '12', '', '1:2'])('%s is refused', (text) => {
    expect(() => parseTimeOfDay(text)).toThrow('expected a time of day from `00:00` to `23:59`');
  });
});
