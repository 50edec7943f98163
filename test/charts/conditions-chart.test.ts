import { describe, expect, it } from 'vitest';
import { conditionsChart } from '../../src/charts/conditions-chart.ts';
import { CONDITION_COLORS } from '../../src/charts/palette.ts';
import { Condition } from '../../src/model/definitions/conditions.ts';
import { datasetOf, datasetsOf, labelsOf, subtitleOf, titleOf, valuesOf } from './looks.ts';
import { groupOf, lapsingGroup, runOf } from './sample-series.ts';

const two = runOf(3, {
  groups: [
    groupOf('desktops', 3, (day) => ({ [Condition.Licensed]: 10 - day, [Condition.Notification]: day })),
    groupOf('servers', 3, () => ({ [Condition.Licensed]: 5 })),
  ],
});

describe('the chart of license conditions', () => {
  it('adds up the groups of the estate', () => {
    expect(valuesOf(conditionsChart(two), 'Licensed')).toEqual([15, 14, 13, 13]);
  });

  it('shows one group alone when asked to', () => {
    const chart = conditionsChart(two, 'servers');
    expect(valuesOf(chart, 'Licensed')).toEqual([5, 5, 5, 5]);
    expect(subtitleOf(chart)).toContain('group servers');
  });

  it('refuses a group that the run does not have', () => {
    expect(() => conditionsChart(two, 'laptops')).toThrow('no group laptops');
  });

  it('leaves out conditions that never occur and stands end states on the axis', () => {
    expect(labelsOf(conditionsChart(two))).toEqual(['Notification', 'Licensed']);
  });

  it('gives every condition a color of its own, the same in every chart', () => {
    expect(new Set(CONDITION_COLORS).size).toBe(6);
    for (const chart of [conditionsChart(two), conditionsChart(two, 'desktops')]) {
      expect(datasetOf(chart, 'Notification').backgroundColor).toBe(CONDITION_COLORS[Condition.Notification]);
    }
  });

  it('draws end states like the others: no higher than they are, without an outline', () => {
    const series = runOf(5, {
      groups: [
        groupOf('desktops', 5, (day) => ({
          [Condition.Licensed]: 9,
          [Condition.Notification]: day === 2 ? 1 : 0,
        })),
      ],
    });
    const chart = conditionsChart(series);
    expect(valuesOf(chart, 'Notification')).toEqual([0, 0, 1, 0, 0, 0]);
    expect(datasetsOf(chart).map(({ borderWidth }) => borderWidth)).toEqual([0, 0]);
    expect(subtitleOf(chart)).not.toContain('one pixel high');
  });

  it('draws one computer in Notification among thousands one pixel high, and says so', () => {
    const group = groupOf('desktops', 3, () => ({
      [Condition.Licensed]: 9999,
      [Condition.Notification]: 1,
    }));
    const chart = conditionsChart(runOf(3, { groups: [group] }));
    const drawn = valuesOf(chart, 'Notification')[0] ?? 0;
    const pixels = (drawn / 10_000) * 400;
    expect(pixels).toBeGreaterThanOrEqual(1);
    expect(pixels).toBeLessThan(2);
    expect(drawn + (valuesOf(chart, 'Licensed')[0] ?? 0)).toBe(10_000);
    expect(subtitleOf(chart)).toContain('At most 1 computer in Notification or Unlicensed');
    expect(subtitleOf(chart)).toContain('one pixel high');
  });

  it('draws a day of trouble of a long run a pixel wide', () => {
    const days = 36_500;
    const group = groupOf('desktops', days, (day) => ({
      [Condition.OOTGrace]: day === 778 ? 1 : 0,
      [Condition.Notification]: day === 777 ? 1 : 0,
    }));
    const { data } = datasetOf(conditionsChart(runOf(days, { groups: [group] })), 'Notification');
    const next = data.find(({ x }) => x > 777);
    expect(next?.x).toBeGreaterThanOrEqual(777 + days / 1100);
  });

  it('tells the worst day in words', () => {
    expect(subtitleOf(conditionsChart(two))).toContain(
      'At most 2 computers in Notification or Unlicensed, reached on 2008-03-05 (day 2).',
    );
    expect(subtitleOf(conditionsChart(two, 'servers'))).toContain('No computer ended a day');
  });

  it('draws the only day of a run as wide as the plot', () => {
    const chart = conditionsChart(
      runOf(1, { groups: [groupOf('desktops', 1, () => ({ [Condition.Licensed]: 4 }))] }),
    );
    expect(datasetOf(chart, 'Licensed').data).toEqual([
      { x: 0, y: 4 },
      { x: 1, y: 4 },
    ]);
  });

  it('keeps a day of trouble of a run of a hundred years', () => {
    const days = 36_500;
    const group = groupOf('desktops', days, (day) => ({
      [Condition.Licensed]: day === 777 ? 7 : 8,
      [Condition.Unlicensed]: day === 777 ? 1 : 0,
    }));
    const chart = conditionsChart(runOf(days, { groups: [group] }));
    expect(datasetOf(chart, 'Unlicensed').data).toContainEqual({ x: 777, y: 1 });
    expect(datasetOf(chart, 'Unlicensed').data.length).toBeLessThanOrEqual(1501);
  });

  it('cuts a title that is too long', () => {
    const chart = conditionsChart(
      runOf(40, { title: 'long '.repeat(100), groups: [lapsingGroup('desktops', 40, 20, 5)] }),
    );
    expect(titleOf(chart).length).toBeLessThanOrEqual(80);
    expect(titleOf(chart)).toMatch(/…$/);
  });

  it('has something to show for an estate without machines', () => {
    expect(labelsOf(conditionsChart(runOf(10)))).toEqual([]);
  });
});
