import { describe, expect, it } from 'vitest';
import { countsChart } from '../../src/charts/counts-chart.ts';
import { thresholdsOf } from '../../src/charts/thresholds.ts';
import { PUBLISHED_RULES } from '../../src/model/definitions/rules.ts';
import type { RunSeries } from '../../src/recording/run-series.ts';
import { annotationsOf, datasetOf, datasetsOf, labelsOf, subtitleOf, valuesOf } from './looks.ts';
import { hostOf, runOf } from './sample-series.ts';

const published = thresholdsOf(PUBLISHED_RULES);

/** The color of a line from a point on; nothing for its usual color. */
interface SegmentLook {
  readonly borderColor: (from: {
    readonly p0: { readonly parsed: { readonly x: number } };
  }) => string | undefined;
}

/** Twenty hosts, of which those with an even number have too few clients. */
const twenty = runOf(60, {
  hosts: Array.from({ length: 20 }, (_, host) =>
    hostOf(`kms-${host}`, 60, () => (host % 2 === 0 ? host : 50)),
  ),
});

describe('the chart of activation counts', () => {
  it('draws and names the published thresholds', () => {
    const chart = countsChart(twenty, published);
    expect(annotationsOf(chart, 'line').map(({ value }) => value)).toEqual([5, 25]);
    expect(annotationsOf(chart, 'label').map(({ content }) => content)).toEqual([
      ['threshold 5:', 'Windows Server 2008'],
      ['threshold 25:', 'Windows Vista'],
    ]);
  });

  it('names thresholds to the right of the plot, where no line runs', () => {
    const chart = countsChart(twenty, published);
    for (const label of annotationsOf(chart, 'label')) {
      expect(label).toMatchObject({ xValue: 60, position: { x: 'start' } });
      expect(label.xAdjust).toBeGreaterThan(0);
    }
    expect(chart.options?.layout?.padding).toMatchObject({ right: expect.toSatisfy((right) => right > 100) });
  });

  it('keeps apart the names of thresholds that are close together', () => {
    const rules = { ...PUBLISHED_RULES, serverThreshold: 24 };
    const [server, vista] = annotationsOf(countsChart(twenty, thresholdsOf(rules)), 'label');
    expect(server.yAdjust - vista.yAdjust).toBeGreaterThanOrEqual(15);
  });

  it('draws only the thresholds of systems that are clients', () => {
    const levels = (clientFamilies: RunSeries['clientFamilies']) =>
      annotationsOf(countsChart({ ...twenty, clientFamilies }, published), 'line').map(({ value }) => value);
    expect(levels(['vista'])).toEqual([25]);
    expect(levels(['server-2008'])).toEqual([5]);
    expect(levels([])).toEqual([]);
  });

  it('draws thresholds that are equal as one line', () => {
    const rules = { ...PUBLISHED_RULES, serverThreshold: 10, vistaThreshold: 10 };
    const chart = countsChart(twenty, thresholdsOf(rules));
    expect(annotationsOf(chart, 'line')).toHaveLength(1);
    expect(annotationsOf(chart, 'label').map(({ content }) => content)).toEqual([
      ['threshold 10:', 'Windows Server 2008', 'Windows Vista'],
    ]);
  });

  it('says how many computers a host remembers, so that a flat line is not read as their number', () => {
    const note = (clientFamilies: RunSeries['clientFamilies'], thresholds = published) =>
      subtitleOf(countsChart({ ...twenty, clientFamilies }, thresholds));
    expect(note(['vista', 'server-2008'])).toContain(
      'at most twice the largest threshold that it was asked with: 50 computers, or 10 if only Windows Server 2008',
    );
    expect(note(['server-2008'])).toContain('asked with: 10 computers.');
    expect(note([])).not.toContain('remembers');
    expect(note(['vista'], thresholdsOf({ ...PUBLISHED_RULES, recordsPerThreshold: 3 }))).toContain(
      '3 times the largest threshold that it was asked with: 75 computers.',
    );
  });

  it('draws the line of a host faint while it is down or refuses everybody', () => {
    const away = hostOf(
      'kms-1',
      9,
      () => 30,
      (day) => day >= 4 && day < 6,
    );
    const chart = countsChart(runOf(9, { hosts: [away] }), published);
    const { borderColor: colorFrom } = datasetOf(chart, 'kms-1').segment as SegmentLook;
    const faint = [0, 1, 2, 3, 4, 5, 6, 7, 8].filter(
      (point) => colorFrom({ p0: { parsed: { x: point } } }) !== undefined,
    );
    expect(faint).toEqual([4, 5]);
    expect(subtitleOf(chart)).toContain('A faint line: the host is down or refuses everybody.');
    expect(subtitleOf(countsChart(twenty, published))).not.toContain('faint');
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
