import { describe, expect, it } from 'vitest';
import { contactsChart } from '../../src/charts/contacts-chart.ts';
import { labelsOf, subtitleOf, valuesOf } from './looks.ts';
import { columnOf, runOf } from './sample-series.ts';

describe('the chart of contacts', () => {
  it('shows activations and each kind of failure that occurs', () => {
    const chart = contactsChart(
      runOf(3, {
        activations: columnOf(3, (day) => 5 - day),
        noHost: columnOf(3, () => 2),
        countTooLow: columnOf(3, (day) => (day === 0 ? 7 : 0)),
      }),
    );
    expect(labelsOf(chart)).toEqual(['activations', 'no host found', 'count too low']);
    expect(valuesOf(chart, 'activations')).toEqual([5, 4, 3, 3]);
    expect(valuesOf(chart, 'count too low')).toEqual([7, 0, null, null]);
    expect(subtitleOf(chart)).toContain('12 activations, 13 failed contacts in all.');
  });

  it('stacks the failures in a panel of their own', () => {
    const chart = contactsChart(runOf(3, { refused: columnOf(3, () => 1) }));
    expect(chart.options?.scales?.failures).toMatchObject({
      stacked: true,
      title: { text: 'failed contacts a day' },
    });
    expect(chart.data.datasets[1]).toMatchObject({ label: 'refused by the host', yAxisID: 'failures' });
  });

  it('has no panel of failures when nothing failed', () => {
    const chart = contactsChart(runOf(3, { activations: columnOf(3, () => 1) }));
    expect(labelsOf(chart)).toEqual(['activations']);
    expect(chart.options?.scales).not.toHaveProperty('failures');
  });

  it('never counts in fractions', () => {
    const scales = contactsChart(runOf(3, { noHost: columnOf(3, () => 1) })).options?.scales;
    expect(scales?.y?.ticks).toMatchObject({ precision: 0 });
    expect(scales?.failures?.ticks).toMatchObject({ precision: 0 });
  });
});
