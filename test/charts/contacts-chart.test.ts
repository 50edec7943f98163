import { describe, expect, it } from 'vitest';
import { contactsChart } from '../../src/charts/contacts-chart.ts';
import { datasetsOf, labelsOf, subtitleOf, valuesOf } from './looks.ts';
import { columnOf, runOf } from './sample-series.ts';

describe('the chart of contacts', () => {
  it('shows activations and each kind of failed attempt that occurs', () => {
    const chart = contactsChart(
      runOf(3, {
        activations: columnOf(3, (day) => 5 - day),
        noHost: columnOf(3, () => 2),
        countTooLow: columnOf(3, (day) => (day === 0 ? 7 : 0)),
      }),
    );
    expect(labelsOf(chart)).toEqual(['activations', 'no host or Microsoft not reached', 'count too low']);
    expect(valuesOf(chart, 'activations')).toEqual([5, 4, 3, 3]);
    expect(valuesOf(chart, 'count too low')).toEqual([7, 0, 0, 0]);
    expect(subtitleOf(chart)).toContain(
      '12 activations, 13 failed attempts (6 no host or Microsoft not reached, 7 count too low).',
    );
  });

  it('stacks the failed attempts in a panel of their own', () => {
    const chart = contactsChart(
      runOf(3, { activations: columnOf(3, () => 1), refused: columnOf(3, () => 1) }),
    );
    expect(chart.options?.scales?.failed).toMatchObject({
      stacked: true,
      stack: 'panels',
      title: { text: 'failed attempts a day' },
    });
    expect(chart.data.datasets[1]).toMatchObject({ label: 'refused', yAxisID: 'failed' });
  });

  it('has no panel of activations when there were none, and says so', () => {
    const chart = contactsChart(runOf(3, { countTooLow: columnOf(3, () => 2) }));
    expect(labelsOf(chart)).toEqual(['count too low']);
    expect(chart.options?.scales).not.toHaveProperty('y');
    expect(subtitleOf(chart)).toContain('No activations, 6 failed attempts (count too low).');
  });

  it('draws areas no higher than their value: without an outline', () => {
    const chart = contactsChart(
      runOf(3, { activations: columnOf(3, () => 1), refused: columnOf(3, () => 1) }),
    );
    expect(datasetsOf(chart).map(({ borderWidth }) => borderWidth)).toEqual([0, 0]);
  });

  it('has no panel of failed attempts when there were none', () => {
    const chart = contactsChart(runOf(3, { activations: columnOf(3, () => 1) }));
    expect(labelsOf(chart)).toEqual(['activations']);
    expect(chart.options?.scales).not.toHaveProperty('failed');
  });

  it('never counts in fractions', () => {
    const scales = contactsChart(
      runOf(3, { activations: columnOf(3, () => 1), noHost: columnOf(3, () => 1) }),
    ).options?.scales;
    expect(scales?.y?.ticks).toMatchObject({ precision: 0 });
    expect(scales?.failed?.ticks).toMatchObject({ precision: 0 });
  });
});
