import { describe, expect, test } from 'vitest';
import { chartStep } from '../../src/recording/chart-steps.ts';
import { days, estate } from '../model/estate.ts';
import { record } from './recorded.ts';

describe('the steps of charts', () => {
  test.each([
    [150, 1],
    [days(1), 1],
    [days(2), 2],
    [days(7), 10],
    [days(14), 15],
    [days(14) + 1, 1440],
    [days(365), 1440],
  ])('of a run of %i minutes are of %i minutes', (duration, step) => {
    expect(chartStep(estate({ duration }))).toBe(step);
  });

  test('are days where so many groups would need much memory', () => {
    const groups = Object.fromEntries(Array.from({ length: 401 }, (_, index) => [`g${index}`, {}]));
    expect(chartStep(estate({ groups }))).toBe(1440);
  });

  test('have what was at their ends, and what happened in them', () => {
    // A computer a minute; the third makes the count of 3, the first two come back after 120 minutes.
    const groups = { pc: { count: 3, install: { at: 0, over: 3, order: 'even' } } } as const;
    const { series, charted } = record({ duration: 150, rules: { vistaThreshold: 3 }, groups }).outcome;
    expect([series.steps, charted.steps, charted.step]).toEqual([1, 150, 1]);
    expect([...charted.hosts[0].counts.slice(0, 4)]).toEqual([1, 2, 3, 3]);
    expect([...charted.groups[0].conditions[1].slice(1, 4)]).toEqual([0, 1, 1]);
    expect(charted.groups[0].conditions[1].at(-1)).toBe(3);
    expect(charted.activations.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect([charted.activations[2], charted.activations[120], charted.activations[121]]).toEqual([1, 1, 1]);
    expect(series.activations[0]).toBe(3);
  });

  test('cut the last step where the run ends', () => {
    const { charted } = record({ duration: days(2) - 1, groups: { pc: {} } }).outcome;
    expect([charted.step, charted.steps]).toEqual([2, 1440]);
    expect(charted.hosts[0].counts.at(-1)).toBe(1);
  });
});
