import { describe, expect, it } from 'vitest';
import { MAX_GROUP_CHARTS, runCharts } from '../../src/charts/chart-set.ts';
import { thresholdsOf } from '../../src/charts/thresholds.ts';
import { Condition } from '../../src/model/definitions/conditions.ts';
import { PUBLISHED_RULES } from '../../src/model/definitions/rules.ts';
import type { RunSeries } from '../../src/recording/run-series.ts';
import { columnOf, groupOf, hostOf, makOf, runOf } from './sample-series.ts';

const groupInNotification = (name: string, machines: number) =>
  groupOf(name, 2, () => ({ [Condition.Licensed]: 100, [Condition.Notification]: machines }));
const namesOf = (series: RunSeries) =>
  runCharts(series, thresholdsOf(PUBLISHED_RULES)).charts.map(({ name }) => name);

describe('the charts of a run', () => {
  it('are one for the estate, the hosts, the keys, the contacts, and each troubled group, most affected first', () => {
    const series = runOf(2, {
      hosts: [hostOf('kms-1', 2, () => 5)],
      maks: [makOf('mak', 2, () => 5)],
      activations: columnOf(2, () => 1),
      groups: [
        groupInNotification('b-desktops', 0),
        groupInNotification('a-desktops', 0),
        groupInNotification('c-desktops', 3),
      ],
    });
    expect(namesOf(series)).toEqual(['conditions', 'counts', 'keys', 'contacts', 'conditions-c-desktops']);
    const { charts } = runCharts(series, thresholdsOf(PUBLISHED_RULES), 'all');
    expect(charts.slice(-3).map(({ name }) => name)).toEqual([
      'conditions-c-desktops',
      'conditions-b-desktops',
      'conditions-a-desktops',
    ]);
  });

  it('are of a group that is not activated at the end, and of none that is the only one', () => {
    const waiting = groupOf('waiting', 2, () => ({ [Condition.OOBGrace]: 3 }));
    const begun = groupOf('begun', 2, (day) =>
      day === 0 ? { [Condition.OOBGrace]: 3 } : { [Condition.Licensed]: 3 },
    );
    expect(namesOf(runOf(2, { groups: [waiting, begun] }))).toEqual(['conditions', 'conditions-waiting']);
    expect(namesOf(runOf(2, { groups: [waiting] }))).toEqual(['conditions']);
  });

  it('have none of counts without a KMS host, of keys without a MAK, of contacts without any', () => {
    expect(namesOf(runOf(2))).toEqual(['conditions']);
    expect(namesOf(runOf(2, { countTooLow: columnOf(2, () => 1) }))).toEqual(['conditions', 'contacts']);
  });

  it('have one of Office where an estate has it, with what it counts', () => {
    const { conditions } = groupOf('', 2, (day) =>
      day === 0 ? { [Condition.OOBGrace]: 4 } : { [Condition.Notification]: 4 },
    );
    const passed = { event: 'threshold-reached', threshold: 25 } as const;
    const marks = [{ minute: 0, subject: 'kms-1', label: 'kms-1 reaches 25', passed }];
    const series = runOf(2, { office: { conditions }, marks });
    expect(namesOf(series)).toEqual(['conditions', 'office']);
    const { configuration } = runCharts(series, []).charts[1];
    const title = JSON.stringify(configuration.options?.plugins);
    expect(title).toContain('License conditions of Office');
    expect(title).not.toContain('kms-1 reaches 25');
    expect(title).toContain('At most 4 installations in Notification');
    expect(configuration.data.datasets.map(({ label }) => label)).toEqual(['Notification', 'OOBGrace']);
  });

  it('have names that differ even where case does not count', () => {
    const groups = ['Sales', 'sales', 'SALES', 'sales-2'].map((name) => groupInNotification(name, 1));
    expect(namesOf(runOf(2, { groups })).slice(1)).toEqual([
      'conditions-Sales',
      'conditions-sales-2',
      'conditions-SALES-3',
      'conditions-sales-2-2',
    ]);
  });

  it('are of 40 groups at most, with the number of those left out', () => {
    const groups = Array.from({ length: 45 }, (_, index) => groupInNotification(`group-${index}`, index + 1));
    const { charts, groupsLeftOut } = runCharts(runOf(2, { groups }), []);
    expect(charts).toHaveLength(MAX_GROUP_CHARTS + 1);
    expect(charts[1].name).toBe('conditions-group-44');
    expect(groupsLeftOut).toBe(5);
  });
});
