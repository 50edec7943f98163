import { describe, expect, it } from 'vitest';
import { contactsChart } from '../../src/charts/contacts-chart.ts';
import { NEVER } from '../../src/engine/time.ts';
import type { OutageSpan } from '../../src/recording/run-series.ts';
import { annotationsOf, subtitleOf } from './looks.ts';
import { outage, runOf } from './sample-series.ts';

const chartWith = (outages: OutageSpan[], days = 365) => contactsChart(runOf(days, { outages }));

describe('outages on a chart', () => {
  it('are shaded from their first minute to their last, and named', () => {
    const chart = chartWith([outage('kms-1 is down', 100, 112.5)]);
    expect(annotationsOf(chart, 'box')).toMatchObject([{ xMin: 100, xMax: 112.5 }]);
    expect(annotationsOf(chart, 'label')).toMatchObject([{ content: 'kms-1 is down', xValue: 100 }]);
  });

  it('end with the run when they outlast it, and are absent when they come after it', () => {
    const chart = chartWith([{ label: 'a', from: 1440, to: NEVER }, outage('b', 365, 400)]);
    expect(annotationsOf(chart, 'box')).toMatchObject([{ xMin: 1, xMax: 365 }]);
  });

  it('have labels in different lanes when these would meet', () => {
    const chart = chartWith([outage('kms-1 is down', 100, 112), outage('kms-2 is down', 105, 130)]);
    const lanes = annotationsOf(chart, 'label').map(({ yAdjust }) => yAdjust);
    expect(new Set(lanes).size).toBe(2);
  });

  it('have labels that end inside the plot near its right edge', () => {
    const [label] = annotationsOf(chartWith([outage('network site-c is down', 355, 360)]), 'label');
    expect(label).toMatchObject({ xValue: 360, position: { x: 'end' } });
  });

  it('are all shaded when there are many, the first of them named, and the rest counted', () => {
    const fifty = Array.from({ length: 50 }, (_, index) => outage(`host-${index}`, index * 7, index * 7 + 2));
    const chart = chartWith(fifty);
    expect(annotationsOf(chart, 'box')).toHaveLength(50);
    expect(annotationsOf(chart, 'label')).toHaveLength(8);
    expect(subtitleOf(chart)).toContain('50 outages shaded, 8 of them named.');
  });

  it('grow no darker the more of them overlap', () => {
    const heap = Array.from({ length: 50 }, (_, index) => outage(`host-${index}`, 10, 20 + index));
    const [box] = annotationsOf(chartWith(heap), 'box');
    expect(box.backgroundColor).toBe('rgba(0, 0, 0, 0.004)');
  });

  it('have labels that are cut when they are long', () => {
    const [label] = annotationsOf(chartWith([outage('down '.repeat(100), 1, 2)]), 'label');
    expect(label.content.length).toBeLessThanOrEqual(30);
  });
});
