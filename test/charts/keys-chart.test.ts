import { describe, expect, it } from 'vitest';
import { keysChart } from '../../src/charts/keys-chart.ts';
import { labelsOf, subtitleOf, valuesOf } from './looks.ts';
import { makOf, runOf } from './sample-series.ts';

describe('the chart of keys', () => {
  it('shows what is used of each pool, against the pool', () => {
    const chart = keysChart(
      runOf(3, { maks: [makOf('mak', 3, (day) => 20 - day), makOf('spare', 3, () => 5)] }),
    );
    expect(labelsOf(chart)).toEqual(['mak: pool', 'mak', 'spare: pool', 'spare']);
    expect(valuesOf(chart, 'mak')).toEqual([0, 1, 2, 2]);
    expect(valuesOf(chart, 'mak: pool')).toEqual([20, 20, 20, 20]);
    expect(subtitleOf(chart)).toContain('No pool ran dry; 23 activations left at the end.');
  });

  it('says which pool ran dry first, and when', () => {
    const maks = [
      makOf('late', 9, (day) => Math.max(0, 5 - day)),
      makOf('early', 9, (day) => (day < 3 ? 1 : 0)),
    ];
    const chart = keysChart(runOf(9, { maks }));
    expect(subtitleOf(chart)).toContain(
      'The pool of early was empty first on 2008-03-06 (day 3), the first of 2 pools; none left at the end.',
    );
  });

  it('of many keys draws the eight that came closest to empty, and says how many it does not', () => {
    const maks = Array.from({ length: 20 }, (_, key) => makOf(`mak-${key}`, 9, () => 100 - key));
    const chart = keysChart(runOf(9, { maks }));
    expect(labelsOf(chart)).toEqual(
      [12, 13, 14, 15, 16, 17, 18, 19].flatMap((key) => [`mak-${key}: pool`, `mak-${key}`]),
    );
    expect(subtitleOf(chart)).toContain('The 8 keys that came closest to empty, and 12 more not drawn.');
  });
});
