import type { Chart } from 'chart.js';
import { describe, expect, it } from 'vitest';
import type { BoxAnnotation, Placed } from '../../src/charts/annotations.ts';
import { conditionsChart } from '../../src/charts/conditions-chart.ts';
import { contactsChart } from '../../src/charts/contacts-chart.ts';
import { NEVER } from '../../src/engine/time.ts';
import type { OutageSpan } from '../../src/recording/run-series.ts';
import { annotationsOf, partsOf, subtitleOf } from './looks.ts';
import { groupOf, outage, runOf } from './sample-series.ts';

const chartWith = (outages: OutageSpan[], days = 365) => contactsChart(runOf(days, { outages }));

describe('outages on a chart', () => {
  it('are shaded from their first minute to their last, and named', () => {
    const chart = chartWith([outage('kms-1 is down', 100, 112.5)]);
    expect(partsOf(chart, 'outageShade')).toMatchObject([{ xMin: 100, xMax: 112.5 }]);
    expect(annotationsOf(chart, 'label')).toMatchObject([{ content: 'kms-1 is down', xValue: 100 }]);
  });

  it('leave the colors of the data as they are: only thin lines at both ends lie over them', () => {
    const chart = chartWith([outage('kms-1 is down', 100, 112.5)]);
    expect(partsOf(chart, 'outageShade')).toMatchObject([{ drawTime: 'beforeDatasetsDraw' }]);
    expect(annotationsOf(chart, 'line')).toMatchObject([
      { scaleID: 'x', value: 100, borderWidth: 1 },
      { scaleID: 'x', value: 112.5, borderWidth: 1 },
    ]);
  });

  it('have a bar above the plot, each lane above the one before', () => {
    const chart = chartWith([outage('kms-1 is down', 100, 112), outage('kms-2 is down', 105, 130)]);
    const bars = partsOf(chart, 'outageBar') as BoxAnnotation[];
    expect(bars).toMatchObject([
      { xMin: 100, xMax: 112 },
      { xMin: 105, xMax: 130 },
    ]);
    const [first, second] = bars.map(({ yMin, yMax }) => [pixelsAbovePlot(yMin), pixelsAbovePlot(yMax)]);
    expect(first[0]).toBeGreaterThan(0);
    expect(first[1]).toBeGreaterThan(first[0]);
    expect(second[0]).toBeGreaterThan(first[1]);
  });

  it('end with the run when they outlast it, and are absent when they come after it', () => {
    const chart = chartWith([{ ...outage('a', 1, 2), to: NEVER }, outage('b', 365, 400)]);
    expect(partsOf(chart, 'outageShade')).toMatchObject([{ xMin: 1, xMax: 365 }]);
  });

  it('have names in different lanes when these would meet', () => {
    const chart = chartWith([outage('kms-1 is down', 100, 112), outage('kms-2 is down', 105, 130)]);
    const lanes = annotationsOf(chart, 'label').map(({ yAdjust }) => yAdjust);
    expect(new Set(lanes).size).toBe(2);
  });

  it('have no name on the bar of another, however far apart they begin', () => {
    const chart = chartWith([outage('kms-1 is down', 10, 300), outage('kms-2 is down', 200, 210)]);
    const lanes = annotationsOf(chart, 'label').map(({ yAdjust }) => yAdjust);
    expect(new Set(lanes).size).toBe(2);
  });

  it('have names that end inside the plot near its right edge', () => {
    const [label] = annotationsOf(chartWith([outage('network site-c is down', 355, 360)]), 'label');
    expect(label).toMatchObject({ xValue: 360, position: { x: 'end' } });
  });

  it('are all shaded when there are many, the first of them named, and the rest counted', () => {
    const fifty = Array.from({ length: 50 }, (_, index) => outage(`host-${index}`, index * 7, index * 7 + 2));
    const chart = chartWith(fifty);
    expect(partsOf(chart, 'outageShade')).toHaveLength(50);
    expect(partsOf(chart, 'outageBar')).toHaveLength(50);
    expect(annotationsOf(chart, 'label')).toHaveLength(8);
    expect(annotationsOf(chart, 'line')).toHaveLength(16);
    expect(subtitleOf(chart)).toContain('50 outages shaded, 8 of them named.');
  });

  it('grow no darker the more of them overlap', () => {
    const heap = Array.from({ length: 50 }, (_, index) => outage(`host-${index}`, 10, 20 + index));
    const [shade] = partsOf(chartWith(heap), 'outageShade');
    expect(shade).toMatchObject({ backgroundColor: 'rgba(0, 0, 0, 0.004)' });
  });

  it('have names that are cut when they are long', () => {
    const [label] = annotationsOf(chartWith([outage('down '.repeat(100), 1, 2)]), 'label');
    expect(label.content.length).toBeLessThanOrEqual(30);
  });
});

/** Where a mark stands in a plot whose top is at pixel 100, on a scale that says pixels. */
function pixelsAbovePlot(placed: Placed): number {
  if (typeof placed === 'number') throw new Error('a mark above the plot is placed once the plot is');
  const scales = { strip: { getValueForPixel: (pixel: number) => pixel } };
  return 100 - placed({ chart: { scales, chartArea: { top: 100 } } as unknown as Chart });
}

describe('marks on a chart', () => {
  const marks = [
    { minute: 50 * 1440, subject: 'pc', label: 'pc rebuilt', passed: null },
    { minute: 90 * 1440, subject: 'kms-1', label: 'kms-1 loses 25', passed: null },
  ];

  it('are thin lines with names, without shade', () => {
    const chart = contactsChart(runOf(365, { marks }));
    expect(partsOf(chart, 'mark')).toMatchObject([
      { type: 'line', scaleID: 'x', value: 50 },
      { type: 'line', scaleID: 'x', value: 90 },
    ]);
    expect(annotationsOf(chart, 'label').map(({ content }) => content)).toEqual([
      'pc rebuilt',
      'kms-1 loses 25',
    ]);
    expect(annotationsOf(chart, 'box')).toEqual([]);
  });

  it('of a group are its own and those of what it depends on, like its outages', () => {
    const group = { ...groupOf('pc', 365, () => ({})), surroundings: ['kms-2'] };
    const outages = [outage('kms-1 down', 100, 110), outage('kms-2 down', 120, 130)];
    const chart = conditionsChart(runOf(365, { groups: [group], marks, outages }), 'pc');
    expect(annotationsOf(chart, 'label').map(({ content }) => content)).toEqual(['pc rebuilt', 'kms-2 down']);
  });
});
