import { describe, expect, it } from 'vitest';
import { datedDay, dayNumberTicks, dayTicks, isoDate } from '../../src/charts/day-ticks.ts';

const START = '2008-03-03';
const labels = (days: number) => dayTicks(START, days).map(({ label }) => label);

describe('the axis of days', () => {
  it('shows times of day of a run of one day or less, and its midnights as dates', () => {
    const ticks = dayTicks(START, 1);
    expect(ticks[0]).toEqual({ value: 0, label: '2008-03-03' });
    expect(ticks[3]).toEqual({ value: 0.25, label: '06:00' });
    expect(ticks.at(-1)).toEqual({ value: 1, label: '2008-03-04' });
    expect(ticks).toHaveLength(13);
    expect(labels(150 / 1440)).toEqual([
      '2008-03-03',
      '00:15',
      '00:30',
      '00:45',
      '01:00',
      '01:15',
      '01:30',
      '01:45',
      '02:00',
      '02:15',
      '02:30',
    ]);
  });

  it('shows every day of a week and every week of two months', () => {
    expect(labels(7)).toHaveLength(8);
    expect(labels(60).slice(0, 3)).toEqual(['2008-03-03', '2008-03-10', '2008-03-17']);
  });

  it('shows the firsts of months of a year, at their days', () => {
    const ticks = dayTicks(START, 365);
    expect(ticks[0]).toEqual({ value: 29, label: '2008-04' });
    expect(ticks.at(-1)).toEqual({ value: 363, label: '2009-03' });
    expect(ticks).toHaveLength(12);
  });

  it('shows years of decades and decades of a century', () => {
    expect(labels(3652)).toEqual([
      '2009',
      '2010',
      '2011',
      '2012',
      '2013',
      '2014',
      '2015',
      '2016',
      '2017',
      '2018',
    ]);
    expect(labels(36_500).slice(0, 3)).toEqual(['2010', '2020', '2030']);
  });

  it('never has more ticks than there is room for, nor fewer than two', () => {
    for (let days = 1; days <= 36_500; days += 13) {
      const ticks = dayTicks(START, days);
      expect(ticks.length, `${days} days`).toBeLessThanOrEqual(15);
      expect(ticks.length, `${days} days`).toBeGreaterThanOrEqual(2);
    }
  });

  it('counts days in steps in which graces and licenses are told', () => {
    const numbers = (days: number) => dayNumberTicks(days).map(({ value }) => value);
    expect(numbers(1)).toEqual([0, 1]);
    expect(numbers(270)).toEqual([0, 30, 60, 90, 120, 150, 180, 210, 240, 270]);
    expect(dayNumberTicks(36_500).at(-1)).toEqual({ value: 36_000, label: 'day 36,000' });
    for (let days = 1; days <= 365_000; days += 131) {
      expect(numbers(days).length, `${days} days`).toBeLessThanOrEqual(14);
      expect(numbers(days).length, `${days} days`).toBeGreaterThanOrEqual(2);
    }
  });

  it('names a day in a sentence by date and number', () => {
    expect(datedDay(START, 210)).toBe('2008-09-29 (day 210)');
  });

  it('knows leap days', () => {
    expect(isoDate('2008-02-28', 1)).toBe('2008-02-29');
    expect(isoDate('2009-02-28', 1.9)).toBe('2009-03-01');
  });
});
