import { describe, expect, test } from 'vitest';
import { Condition } from '../../src/model/definitions/conditions.ts';
import type { GroupParameters } from '../../src/model/definitions/parameters.ts';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

const MAK = { type: 'mak', group: 'client', activations: 100 } as const;
const KMS_KEY = { type: 'kms', group: 'client', hosts: 6, activationsPerHost: 10 } as const;
const BY_INTERNET: GroupParameters['method'] = { type: 'mak', key: 'mak', by: 'internet' };

const seriesOf = (sketch: RunSketch) => record(sketch).outcome.series;

describe('the series of a run', () => {
  test('have a place for each day, also for a last one that is cut short', () => {
    const series = seriesOf({
      title: 'Series',
      start: '2008-02-28',
      duration: days(2) + 1,
      groups: { pc: {} },
    });
    expect(series).toMatchObject({ title: 'Series', start: '2008-02-28', days: 3 });
    expect(series.activations.length).toBe(3);
    expect(series.hosts[0].counts.length).toBe(3);
    expect(series.groups[0].conditions.map((column) => column.length)).toEqual(new Array(6).fill(3));
  });

  test('have the conditions of each group at the end of each day', () => {
    const [group] = seriesOf({
      duration: days(32),
      hosts: {},
      groups: {
        pc: { count: 3, method: { type: 'none' }, install: { at: 0, over: days(3), order: 'even' } },
      },
    }).groups;
    expect(group.name).toBe('pc');
    expect([...group.conditions[Condition.OOBGrace].slice(0, 4)]).toEqual([1, 2, 3, 3]);
    expect([...group.conditions[Condition.Notification].slice(29)]).toEqual([0, 1, 2]);
  });

  test('have the counts of hosts from the day on which they are online', () => {
    const { hosts } = seriesOf({
      duration: days(4),
      hosts: { 'kms-1': { online: days(1) } },
      groups: { pc: { count: 2, install: { at: days(1), over: days(2), order: 'even' } } },
    });
    expect(hosts.map(({ name }) => name)).toEqual(['kms-1']);
    expect([...hosts[0].counts]).toEqual([-1, 1, 2, 2]);
  });

  test('have the days on which a host serves: it is up, activated and not in an end state', () => {
    const { hosts } = seriesOf({
      duration: days(40),
      networks: { core: {}, dark: { internet: false } },
      hosts: { 'kms-1': { online: days(1) }, 'kms-2': { network: 'dark' } },
      timeline: [{ at: days(2), type: 'down', target: 'kms-1', for: days(2) }],
    });
    expect([...hosts[0].serving.slice(0, 6)]).toEqual([0, 1, 0, 0, 1, 1]);
    expect([...hosts[1].serving]).not.toContain(1);
  });

  test('have what is left of each MAK at the end of each day, and nothing of other keys', () => {
    const { maks } = seriesOf({
      duration: days(3),
      keys: { 'kms-key': KMS_KEY, mak: MAK },
      groups: { pc: { count: 3, method: BY_INTERNET, install: { at: 0, over: days(3), order: 'even' } } },
      timeline: [{ at: days(2), type: 'raise', key: 'mak', activations: 10, hosts: 0 }],
    });
    expect(maks.map(({ name }) => name)).toEqual(['mak']);
    expect([...maks[0].remaining]).toEqual([99, 98, 107]);
  });

  test('have the families of KMS clients, also of those that become clients later', () => {
    const familiesOf = (timeline: RunSketch['timeline']) =>
      seriesOf({
        duration: days(3),
        keys: { 'kms-key': KMS_KEY, mak: MAK },
        groups: { server: { os: 'server-2008-standard' }, pc: { method: BY_INTERNET } },
        timeline,
      }).clientFamilies;
    expect(familiesOf([])).toEqual(['server-2008']);
    const toKms = { at: days(1), type: 'convert', group: 'pc', method: { type: 'kms' } } as const;
    expect(familiesOf([toKms])).toEqual(['server-2008', 'vista']);
  });

  test('have the contacts of each day by how they ended', () => {
    const series = seriesOf({
      duration: days(2),
      keys: { 'kms-key': KMS_KEY },
      groups: {
        low: {},
        refused: { os: 'server-2008-standard', install: { at: days(1), over: 0, order: 'even' } },
      },
      timeline: [{ at: days(1), type: 'down', target: 'kms-1', for: 600 }],
    });
    // Every 2 hours: on day 1 the host is away from 0:00 to 10:00, so of 12 tries of each machine 5 find none.
    expect([...series.countTooLow]).toEqual([12, 7]);
    expect([...series.noHost]).toEqual([0, 10]);
    expect([...series.refused]).toEqual([0, 7]);
    expect([...series.activations]).toEqual([0, 0]);
  });

  test('have the activations of each day by every method, once for each passage into Licensed', () => {
    const sketch: RunSketch = {
      duration: days(3),
      rules: EASY,
      keys: { 'kms-key': KMS_KEY, mak: MAK },
      groups: {
        pc: { count: 2, hardwareChange: { every: days(2), part: 'disk' } },
        mak: { count: 3, method: BY_INTERNET, install: { at: 0, over: days(3), order: 'even' } },
        fake: { genuine: { validate: 100, result: 'non-genuine' } },
      },
      timeline: [
        { at: days(1), type: 'validate', group: 'fake', result: 'genuine' },
        // Its machines stay Licensed all the while.
        { at: days(1), type: 'convert', group: 'pc', method: BY_INTERNET },
      ],
    };
    // Day 0: 2 by KMS, 1 by MAK, 1 found non-genuine later. Day 1: 1 by MAK, 1 found genuine. Day 2: 1 by MAK,
    // and the 2 whose disk was replaced.
    const { series, summary } = record(sketch).outcome;
    expect([...series.activations]).toEqual([4, 2, 3]);
    expect(figureAt(summary, 'machines.activations')).toBe(9);
  });
});

describe('the outages of a series', () => {
  const outagesOf = (timeline: RunSketch['timeline']) =>
    seriesOf({
      duration: 1000,
      networks: { core: {}, lab: {} },
      links: { wan: { from: 'lab', to: 'core', allow: ['kms', 'dns'] } },
      timeline,
    }).outages;

  test('are those of the timeline, in its order', () => {
    expect(
      outagesOf([
        { at: 200, type: 'block', link: 'wan', services: ['kms', 'dns'], for: 50 },
        { at: 100, type: 'down', target: 'kms-1', for: 100 },
        { at: 300, type: 'rekey', host: 'kms-1' },
      ]),
    ).toEqual([
      { label: 'wan blocks kms, dns', subject: 'wan', services: ['kms', 'dns'], from: 200, to: 250 },
      { label: 'kms-1 down', subject: 'kms-1', services: [], from: 100, to: 200 },
    ]);
  });

  test('end with the run when they are open or last longer', () => {
    expect(
      outagesOf([
        { at: 100, type: 'down', target: 'kms-1', for: null },
        { at: 900, type: 'block', link: 'wan', services: ['kms'], for: 500 },
        { at: 900, type: 'down', target: 'corp', for: 100 },
      ]),
    ).toEqual([
      { label: 'kms-1 down', subject: 'kms-1', services: [], from: 100, to: 1000 },
      { label: 'wan blocks kms', subject: 'wan', services: ['kms'], from: 900, to: 1000 },
      { label: 'corp down', subject: 'corp', services: [], from: 900, to: 1000 },
    ]);
  });

  test('are left out when they begin after the end', () => {
    expect(
      outagesOf([
        { at: 1000, type: 'down', target: 'kms-1', for: null },
        { at: 999, type: 'down', target: 'corp', for: 10 },
      ]),
    ).toEqual([{ label: 'corp down', subject: 'corp', services: [], from: 999, to: 1000 }]);
  });
});

test('random failures are outages like those of the timeline, also one that lasts to the end', () => {
  const { outages } = record({
    duration: 1000,
    failures: { 'kms-1': { every: 400, for: 150, distribution: 'fixed', first: 400 } },
  }).outcome.series;
  // Up for 400 minutes, down for 150, up for 400, and down again until the end of the run.
  expect(outages).toEqual([
    { label: 'kms-1 fails', subject: 'kms-1', services: [], from: 400, to: 550 },
    { label: 'kms-1 fails', subject: 'kms-1', services: [], from: 950, to: 1000 },
  ]);
});
