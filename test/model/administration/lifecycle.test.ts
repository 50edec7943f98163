import { describe, expect, test } from 'vitest';
import type {
  GroupParameters,
  InstallParameters,
  TimelineEntry,
} from '../../../src/model/definitions/parameters.ts';
import { CRITICAL_0_001, chiSquared, frequenciesOf } from '../../engine/chi-squared.ts';
import { days, type EstateSketch } from '../estate.ts';
import { contactsOf, EASY, minutesOf, run, storyOf } from '../queries.ts';

const installations = (count: number, install: InstallParameters, group = 'pc', seed = '42') =>
  run({ seed, hosts: {}, duration: days(30), groups: { [group]: { count, install } } })
    .lines.filter(({ event }) => event === 'installed')
    .map(({ minute, subject }) => ({ minute, subject }));

describe('installation', () => {
  test('even: machine k of n comes at + floor(over * k / n)', () => {
    // Of 7 over 100 minutes from minute 5: 100 k / 7 = 0, 14.3, 28.6, 42.9, 57.1, 71.4, 85.7.
    expect(installations(7, { at: 5, over: 100, order: 'even' })).toEqual(
      [5, 19, 33, 47, 62, 76, 90].map((minute, index) => ({ minute, subject: `pc-000${index + 1}` })),
    );
  });

  test('over nothing: all come at once, in order', () => {
    expect(installations(3, { at: 9, over: 0, order: 'random' })).toEqual(
      [1, 2, 3].map((number) => ({ minute: 9, subject: `pc-000${number}` })),
    );
  });

  test('random: each comes at its own uniform draw within the time', () => {
    const minutes = installations(3000, { at: 100, over: 1000, order: 'random' }).map(({ minute }) => minute);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...minutes)).toBeLessThan(1100);
    // Ten equal parts of the time: 9 degrees of freedom, seed 42, level 0.001.
    const tenths = minutes.map((minute) => Math.floor((minute - 100) / 100));
    expect(chiSquared(frequenciesOf(tenths, 10))).toBeLessThan(CRITICAL_0_001[9]);
  });

  test('random: more machines do not shift the draws of those that were there', () => {
    const install = { at: 0, over: 5000, order: 'random' } as const;
    const few = installations(5, install);
    const many = installations(50, install).filter(({ subject }) => subject <= 'pc-0005');
    expect(many).toEqual(few);
    expect(installations(5, install, 'pc', '43')).not.toEqual(few);
  });

  test('tries to activate in the same minute', () => {
    const groups = { pc: { install: { at: 77, over: 0, order: 'even' } } } as const;
    expect(storyOf(run({ rules: EASY, groups }), 'pc-0001')).toEqual(['77 installed', '77 activated']);
  });

  test('happens in a minute after the host has come online in it', () => {
    const groups = { pc: { install: { at: 77, over: 0, order: 'even' } } } as const;
    const result = run({ rules: EASY, groups, hosts: { 'kms-1': { online: 77 } } });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([77]);
  });

  test('gives machines the names of their own where they have them', () => {
    const result = run({ rules: EASY, groups: { pc: { count: 2, names: ['ann', 'bob'] } } });
    expect(result.brief('installed')).toEqual(['0 installed ann', '0 installed bob']);
  });
});

const rebuild = (at: number): TimelineEntry => ({ at, type: 'rebuild', group: 'pc' });
const servers: Partial<GroupParameters> = { count: 4, os: 'server-2008-web' };

describe('a rebuilt machine', () => {
  test('counts again with its new CMID until the old record is 30 days old', () => {
    const result = run({ duration: days(40), groups: { pc: servers }, timeline: [rebuild(days(1) + 60)] });
    const counts = result.dailyCounts['kms-1'];
    // The old CMIDs asked last on day 1, 0:00; their records are gone on day 31, 0:00.
    expect(counts.slice(0, 32)).toEqual([4, ...new Array(30).fill(8), 4]);
    // The first one rebuilt is answered 5: four servers activate one another.
    expect(contactsOf(result, 'pc-0001').find(({ event }) => event === 'activated')).toMatchObject({
      minute: days(1) + 60,
      count: 5,
    });
  });

  test('from a cloned image keeps the CMID of the image', () => {
    const pc = { ...servers, image: 'cloned' } as const;
    const result = run({ duration: days(5), groups: { pc }, timeline: [rebuild(days(1) + 60)] });
    expect(result.dailyCounts['kms-1']).toEqual([1, 1, 1, 1, 1]);
  });

  test('begins OOBGrace anew', () => {
    const result = run({
      duration: days(90),
      hosts: {},
      groups: { pc: {} },
      timeline: [rebuild(days(20)), rebuild(days(60))],
    });
    // 30 days from day 20, then from day 60, out of Notification.
    expect(storyOf(result, 'pc-0001').filter((line) => !line.endsWith('no-host'))).toEqual([
      '0 installed',
      `${days(20)} rebuilt`,
      `${days(50)} condition`,
      `${days(60)} rebuilt`,
    ]);
    expect(result.of('pc-0001').at(-1)?.condition).toBe('OOBGrace');
  });

  test('that was Licensed for long has no more than its new grace', () => {
    const result = run({
      duration: days(300),
      rules: EASY,
      groups: { pc: {} },
      timeline: [{ at: days(39), type: 'down', target: 'kms-1', for: null }, rebuild(days(40))],
    });
    // Licensed until day 215, as renewed on day 35, when it is rebuilt on day 40: 30 days of OOBGrace.
    expect(minutesOf(result, 'pc-0001', 'condition')).toEqual([days(70)]);
  });

  test('is not Licensed any more, contacts a host at once and has one contact pending', () => {
    const result = run({ duration: days(10), rules: EASY, groups: { pc: {} }, timeline: [rebuild(days(1))] });
    expect(storyOf(result, 'pc-0001')).toEqual([
      '0 installed',
      '0 activated',
      `${days(1)} rebuilt`,
      `${days(1)} activated`,
      `${days(8)} renewed`,
    ]);
    expect(result.of('pc-0001')[2].condition).toBe('OOBGrace');
  });

  test('has forgotten its cached host and chooses again', () => {
    const result = run({
      rules: EASY,
      hosts: { 'kms-1': {}, 'kms-2': { online: 60 } },
      groups: { pc: { count: 30 } },
      timeline: [rebuild(100)],
    });
    const hosts = result.lines.filter(({ minute, event }) => minute === 100 && event === 'activated');
    expect(new Set(hosts.map(({ host }) => host))).toEqual(new Set(['kms-1', 'kms-2']));
  });

  test('is rebuilt again and again where its group says so, counted from the rebuild before', () => {
    const result = run({
      duration: days(10),
      groups: { pc: { rebuildEvery: days(3) } },
      timeline: [rebuild(days(4))],
    });
    expect(minutesOf(result, 'pc-0001', 'rebuilt')).toEqual([3, 4, 7].map(days));
  });
});

describe('a retired machine', () => {
  const retire = (at: number, count: number | null): TimelineEntry => ({
    at,
    type: 'retire',
    group: 'pc',
    count,
  });

  test('does nothing from then on', () => {
    const result = run({
      duration: days(90),
      groups: { pc: { rebuildEvery: days(7) } },
      timeline: [retire(days(3), null)],
    });
    expect(storyOf(result, 'pc-0001').at(-1)).toBe(`${days(3)} retired`);
  });

  test('is one of those with the highest numbers, as many as the entry says', () => {
    const result = run({ groups: { pc: { count: 5 } }, timeline: [retire(10, 2), retire(20, 1)] });
    expect(result.brief('retired')).toEqual([
      '10 retired pc-0005',
      '10 retired pc-0004',
      '20 retired pc-0003',
    ]);
  });

  test('is never installed if it was not yet', () => {
    const install = { at: 0, over: 1000, order: 'even' } as const;
    const result = run({ groups: { pc: { count: 5, install } }, timeline: [retire(500, null)] });
    // Installed in minutes 0, 200, 400; two were to come in 600 and 800.
    expect(result.brief('installed').length).toBe(3);
    expect(result.brief('retired').length).toBe(3);
  });

  test('is not rebuilt and not activated by the timeline', () => {
    const timeline: EstateSketch['timeline'] = [
      retire(10, null),
      rebuild(20),
      { at: 20, type: 'activate', group: 'pc' },
    ];
    expect(storyOf(run({ groups: { pc: {} }, timeline }), 'pc-0001').at(-1)).toBe('10 retired');
  });
});

describe('activate now', () => {
  const activate = (at: number): TimelineEntry => ({ at, type: 'activate', group: 'pc' });

  test('makes each machine of the group contact a host in that minute, and again an interval later', () => {
    const result = run({
      rules: EASY,
      groups: { pc: {} },
      duration: days(10),
      timeline: [activate(days(2))],
    });
    expect(storyOf(result, 'pc-0001').slice(1)).toEqual([
      '0 activated',
      `${days(2)} renewed`,
      `${days(9)} renewed`,
    ]);
  });

  test('activates those that wait for their next try after the threshold was reached', () => {
    const groups = { pc: { count: 25, install: { at: 0, over: 25, order: 'even' } } } as const;
    const result = run({ groups, timeline: [activate(30)] });
    const activated = result.lines.filter(({ event }) => event === 'activated').map(({ minute }) => minute);
    expect(activated).toEqual([24, ...new Array(24).fill(30)]);
  });

  test('leaves machines that are not installed yet alone', () => {
    const groups = { pc: { install: { at: 77, over: 0, order: 'even' } } } as const;
    expect(storyOf(run({ rules: EASY, groups, timeline: [activate(30)] }), 'pc-0001')[0]).toBe(
      '77 installed',
    );
  });
});
