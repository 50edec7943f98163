import type { ChartConfiguration } from 'chart.js';
import { describe, expect, it } from 'vitest';
import { conditionsChart } from '../../src/charts/conditions-chart.ts';
import { countsChart } from '../../src/charts/counts-chart.ts';
import type { DayDataset } from '../../src/charts/frame.ts';
import { withoutRepeats } from '../../src/charts/still-lines.ts';
import { thresholdsOf } from '../../src/charts/thresholds.ts';
import { Condition } from '../../src/model/definitions/conditions.ts';
import { PUBLISHED_RULES } from '../../src/model/definitions/rules.ts';
import { groupOf, hostOf, runOf } from './sample-series.ts';

const linesOf = ({ data }: ChartConfiguration) => data.datasets as DayDataset[];
const daysOf = (configuration: ChartConfiguration) =>
  linesOf(withoutRepeats(configuration)).map(({ data }) => data.map(({ x }) => x));

/** What a stepped line shows on each day: the value at its last point that is not later. */
const shownBy = ({ data }: DayDataset, days: number) =>
  Array.from({ length: days }, (_, day) => data.filter(({ x }) => x <= day).at(-1)?.y);

describe('lines of a picture', () => {
  it('keep the points at which one of a stack changes, the first and the last', () => {
    const group = groupOf('a', 30, (day) => ({
      [Condition.OOBGrace]: day < 10 ? 4 : 0,
      [Condition.Licensed]: day < 10 ? 0 : day < 20 ? 4 : 5,
    }));
    const configuration = conditionsChart(runOf(30, { groups: [group] }));
    expect(daysOf(configuration)).toEqual([
      [0, 10, 20, 30],
      [0, 10, 20, 30],
    ]);
    const still = linesOf(withoutRepeats(configuration));
    expect(still.map((line) => shownBy(line, 30))).toEqual(
      linesOf(configuration).map((line) => shownBy(line, 30)),
    );
  });

  it('keep markers, both ends of a gap, and where a line becomes faint', () => {
    const host = hostOf(
      'kms-1',
      40,
      (day) => (day < 5 ? -1 : 25),
      (day) => day === 17,
    );
    const configuration = countsChart(runOf(40, { hosts: [host] }), thresholdsOf(PUBLISHED_RULES));
    const [line] = linesOf(configuration);
    const sizes = line.pointRadius as number[];
    const marked = line.data.filter((_, point) => sizes[point] > 0).map(({ x }) => x);
    expect(marked.length).toBeGreaterThan(4);
    const [days] = daysOf(configuration);
    expect(days).toEqual([...new Set([0, 5, 17, 18, 40, ...marked])].sort((a, b) => a - b));
    const [still] = linesOf(withoutRepeats(configuration));
    expect((still.pointRadius as number[]).filter((size) => size > 0)).toHaveLength(marked.length);
  });

  it('that are not stepped are left as they are', () => {
    const configuration: ChartConfiguration = {
      type: 'line',
      data: { datasets: [{ data: [1, 1, 1] }] },
    };
    expect(withoutRepeats(configuration)).toBe(configuration);
  });
});
