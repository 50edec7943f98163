import { describe, expect, it } from 'vitest';
import { countsChart } from '../../src/charts/counts-chart.ts';
import { thresholdsOf } from '../../src/charts/thresholds.ts';
import { PUBLISHED_RULES } from '../../src/model/rules.ts';
import { annotationsOf, datasetsOf, labelsOf, subtitleOf, valuesOf } from './looks.ts';
import { hostOf, runOf } from './sample-series.ts';

const published = thresholdsOf(PUBLISHED_RULES);

/** Twenty hosts, of which those with an even number have too few clients. */
const twenty = runOf(60, {
  hosts: Array.from({ length: 20 }, (_, host) =>
    hostOf(`kms-${host}`, 60, () => (host % 2 === 0 ? host : 50)),
  ),
});

describe('the chart of activation counts', () => {
  it('draws and names the published thresholds', () => {
    const lines = annotationsOf(countsChart(twenty, published), 'line');
    expect(lines.map(({ value, label }) => [value, label.content])).toEqual([
      [25, '25: Windows Vista'],
      [5, '5: Windows Server 2008'],
    ]);
  });

  it('puts labels of thresholds at different places along the lines', () => {
    const places = annotationsOf(countsChart(twenty, published), 'line').map(({ label }) => label.position);
    expect(new Set(places).size).toBe(2);
  });

  it('draws thresholds that are equal as one line', () => {
    const rules = { ...PUBLISHED_RULES, serverThreshold: 10, vistaThreshold: 10 };
    const lines = annotationsOf(countsChart(twenty, thresholdsOf(rules)), 'line');
    expect(lines.map(({ label }) => label.content)).toEqual(['10: Windows Server 2008, Windows Vista']);
  });

  it('keeps room for the thresholds above hosts that never reach them', () => {
    const chart = countsChart(runOf(9, { hosts: [hostOf('kms-1', 9, () => 2)] }), published);
    expect(chart.options?.scales?.y).toMatchObject({ min: 0, suggestedMax: 30 });
  });

  it('draws nothing for the days before a host was online', () => {
    const late = hostOf('kms-1', 4, (day) => (day < 2 ? -1 : day));
    const never = hostOf('kms-2', 4, () => -1);
    const chart = countsChart(runOf(4, { hosts: [late, never] }), published);
    expect(valuesOf(chart, 'kms-1')).toEqual([null, null, 2, 3, 3]);
    expect(labelsOf(chart)).toEqual(['kms-1', 'kms-2 (never online)']);
  });

  it('of many hosts draws the eight that were short of clients, and says how many it does not', () => {
    const chart = countsChart(twenty, published);
    expect(labelsOf(chart)).toEqual([0, 2, 4, 6, 8, 10, 12, 14].map((host) => `kms-${host}`));
    expect(subtitleOf(chart)).toContain(
      'The 8 hosts that were below 25 on the most days, and 12 more not drawn.',
    );
  });

  it('tells every two lines apart by color and also by dash or marker', () => {
    const datasets = datasetsOf(countsChart(twenty, published));
    const looks = datasets.map(({ borderDash, pointStyle }) => JSON.stringify([borderDash, pointStyle]));
    expect(new Set(datasets.map(({ borderColor }) => borderColor)).size).toBe(8);
    expect(new Set(looks).size).toBe(8);
  });

  it('puts the markers of equal lines at different days', () => {
    const eight = runOf(365, {
      hosts: Array.from({ length: 8 }, (_, host) => hostOf(`kms-${host}`, 365, () => 50)),
    });
    const marked = datasetsOf(countsChart(eight, published)).map(({ pointRadius }) =>
      (pointRadius as number[]).findIndex((radius) => radius > 0),
    );
    expect(new Set(marked).size).toBe(8);
  });
});
