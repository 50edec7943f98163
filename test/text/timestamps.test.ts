import { describe, expect, test } from 'vitest';
import { Timestamps } from '../../src/text/timestamps.ts';

describe('the time of a minute', () => {
  test.each([
    ['2008-03-03', 0, '2008-03-03T00:00'],
    ['2008-03-03', 9, '2008-03-03T00:09'],
    ['2008-03-03', 60, '2008-03-03T01:00'],
    ['2008-03-03', 1439, '2008-03-03T23:59'],
    ['2008-03-03', 1440, '2008-03-04T00:00'],
    // Day 40 after 3 March: 28 days to the 31st, 12 more.
    ['2008-03-03', 40 * 1440 + 14 * 60, '2008-04-12T14:00'],
    ['2008-12-31', 1439, '2008-12-31T23:59'],
    ['2008-12-31', 1440, '2009-01-01T00:00'],
    // Clocks went forward in Europe at 02:00 of this day; the estate's did not.
    ['2008-03-30', 150, '2008-03-30T02:30'],
  ])('from %s on, minute %i is %s', (start, minute, time) => {
    expect(new Timestamps(start).time(minute)).toBe(time);
  });
});

describe('the date of a day', () => {
  test.each([
    ['2008-02-28', 1, '2008-02-29'],
    ['2008-02-28', 2, '2008-03-01'],
    ['2007-02-28', 1, '2007-03-01'],
    // 1900 was no leap year, 2000 was one.
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2008-03-03', 365, '2009-03-03'],
    ['2007-03-03', 366, '2008-03-03'],
    ['2200-12-31', 1, '2201-01-01'],
  ])('from %s on, day %i is %s', (start, day, date) => {
    expect(new Timestamps(start).date(day)).toBe(date);
  });

  test('does not depend on what was asked before', () => {
    const timestamps = new Timestamps('2008-02-28');
    expect([1, 0, 2, 2, 1].map((day) => timestamps.date(day))).toEqual([
      '2008-02-29',
      '2008-02-28',
      '2008-03-01',
      '2008-03-01',
      '2008-02-29',
    ]);
  });
});
