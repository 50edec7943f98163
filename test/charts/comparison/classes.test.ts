import { describe, expect, it } from 'vitest';
import { valueClasses } from '../../../src/charts/comparison/classes.ts';
import { panelScale, scaleEnds } from '../../../src/charts/comparison/panel.ts';

describe('the classes of a map', () => {
  it.each([
    [[3, 17, 49]],
    [[0.001, 0.0042]],
    [[1_000_000, 9_999_999]],
    [[5, 5, 5]],
    [[-20, 30]],
    [[0.3, 0.1 + 0.2, 0.6, 0.9]],
  ])('hold each value once: %j', (values) => {
    const classes = valueClasses(values);
    expect(classes.length).toBeLessThanOrEqual(8);
    for (const value of values) expect(classes.filter((shade) => shade.holds(value))).toHaveLength(1);
  });

  it('set apart 0 and what does not exist', () => {
    expect(valueClasses([0, null, 4, 11]).map(({ label }) => label)).toEqual([
      'does not exist',
      '0',
      '4 to 6',
      '6 to 8',
      '8 to 10',
      '10 to 12',
    ]);
    expect(valueClasses([0, 0]).map(({ label }) => label)).toEqual(['0']);
  });

  it('grow darker with the values', () => {
    const greens = valueClasses([1, 60]).map(({ color }) => Number.parseInt(color.slice(3, 5), 16));
    expect(greens).toEqual([...greens].sort((one, other) => other - one));
  });
});

describe('the scale of a panel', () => {
  const row = (value: number) => ({
    label: 'a',
    value,
    interval: null,
    spread: null,
    text: '',
    color: '#000000',
    marker: 'circle' as const,
    hollow: false,
  });
  const scaleOf = (values: number[], zeroLine = false) =>
    panelScale({ title: 'x', zeroLine, rows: values.map(row) });

  it('starts at 0', () => {
    expect(scaleOf([5, 10])).toMatchObject({ low: 0, flat: false });
    expect(scaleOf([5, 10]).place(0)).toBe(0);
  });

  it('does not start at 0 where differences would vanish, and shows its ends', () => {
    const scale = scaleOf([12_000, 12_100]);
    expect(scale.low).toBeGreaterThan(11_900);
    expect(scaleEnds(scale)).toEqual(['11,992', '12,108']);
  });

  it('holds 0 for differences', () => {
    expect(scaleOf([-12_000, -12_100], true).high).toBe(0);
    expect(scaleOf([12_000, 12_100], true).low).toBe(0);
  });

  it('has only 0 where all is 0', () => {
    expect(scaleEnds(scaleOf([0, 0]))).toEqual(['0', '']);
  });
});
