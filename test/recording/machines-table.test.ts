import { describe, expect, test } from 'vitest';
import type { GroupParameters } from '../../src/model/definitions/parameters.ts';
import { TABLES } from '../../src/recording/tables/columns.ts';
import type { Cell } from '../../src/recording/tables/tables.ts';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

const MAK = { type: 'mak', group: 'client', activations: 10 } as const;
const KMS_KEY = { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 } as const;
const BY_INTERNET: GroupParameters['method'] = { type: 'mak', key: 'mak', by: 'internet' };

/** Two days of an estate whose host has its clients back every day. */
const ESTATE: RunSketch = {
  duration: 2880,
  rules: EASY,
  networks: { core: {}, island: { zone: null, internet: false } },
  keys: { 'kms-key': KMS_KEY, mak: MAK },
  hosts: { 'kms-1': { renewalInterval: 1440 } },
  groups: {
    kept: {},
    never: { network: 'island' },
    mak: { method: BY_INTERNET },
    later: { install: { at: 5000, over: 0, order: 'even' } },
    gone: {},
    server: { os: 'server-2008-standard', virtual: true, install: { at: 100, over: 0, order: 'even' } },
    none: { os: 'vista-business', method: { type: 'none' } },
  },
  timeline: [{ at: 1000, type: 'retire', group: 'gone', count: null }],
};

describe('machines.csv', () => {
  test('tells of each machine what became of it', () => {
    expect(record(ESTATE).lines('machines.csv')).toEqual([
      // Licensed in minute 0 and renewed in minute 1440, for 259,200 more.
      'kept-0001,kept,core,vista-enterprise-sp1,no,kms,Licensed,0,260640,0,0,1,1,0,2880,0,0,0,0,0,0,,LocalGenuine,2008-08-31T00:00,2008-03-03T00:00,2008-03-03T00:00',
      // It finds no host every 2 hours from minute 0 to minute 2760: 24 times.
      'never-0001,never,island,vista-enterprise-sp1,no,kms,OOBGrace,0,,0,,0,0,24,0,2880,0,0,0,0,0,,LocalGenuine,,,2008-03-03T00:00',
      // Licensed without limit.
      'mak-0001,mak,core,vista-enterprise-sp1,no,mak,Licensed,0,,0,0,1,0,0,2880,0,0,0,0,0,0,,LocalGenuine,,2008-03-03T00:00,2008-03-03T00:00',
      'later-0001,later,core,vista-enterprise-sp1,no,kms,,,,,,0,0,0,0,0,0,0,0,0,0,,,,,',
      // Licensed until it was retired.
      'gone-0001,gone,core,vista-enterprise-sp1,no,kms,,,,0,0,1,0,0,1000,0,0,0,0,0,0,1000,,,2008-03-03T00:00,',
      // Its renewal in minute 1540 is good for 259,200 minutes more.
      'server-0001,server,core,server-2008-standard,yes,kms,Licensed,100,260740,100,100,1,1,0,2780,0,0,0,0,0,0,,,2008-08-31T01:40,2008-03-03T01:40,2008-03-03T01:40',
      'none-0001,none,core,vista-business,no,none,OOBGrace,0,,0,,0,0,0,0,2880,0,0,0,0,0,,LocalGenuine,,,2008-03-03T00:00',
    ]);
  });

  test('adds up the minutes in every condition', () => {
    const lines = record({
      duration: days(260),
      groups: { pc: {}, old: { os: 'vista-business' }, fake: {} },
      timeline: [
        { at: days(10), type: 'down', target: 'kms-1', for: null },
        { at: days(5), type: 'validate', group: 'fake', result: 'non-genuine' },
      ],
      rules: EASY,
    }).lines('machines.csv');
    // Renewed on day 7: Licensed to day 187, OOTGrace to day 217, the end state to day 260. The third is in
    // NonGenuineGrace from day 5 to day 35 and in Notification from then on.
    expect(lines.map((line) => line.split(',').slice(14, 20))).toEqual([
      [days(187), 0, days(30), 0, days(43), 0].map(String),
      [days(187), 0, days(30), 0, 0, days(43)].map(String),
      [days(5), 0, 0, days(30), days(225), 0].map(String),
    ]);
  });

  test('counts a machine that leaves Licensed and comes back as activated again', () => {
    const { rows } = record({
      duration: 700,
      rules: EASY,
      groups: { pc: { hardwareChange: { every: 300, part: 'disk' } } },
    });
    // Activated when installed and in minutes 300 and 600; since then it is Licensed.
    const row = rows('machines.csv')[0];
    expect({ since: row[7], until: row[8], first: row[10], activations: row[11], renewals: row[12] }).toEqual(
      {
        since: 600,
        until: 600 + 259_200,
        first: 0,
        activations: 3,
        renewals: 0,
      },
    );
  });

  test('has the first installation of a machine that is rebuilt, and its minutes in all its lives', () => {
    const { rows } = record({ duration: 1000, hosts: {}, groups: { pc: { rebuildEvery: 400 } } });
    const row = rows('machines.csv')[0];
    expect({ since: row[7], installed: row[9], oobGrace: row[15] }).toEqual({
      since: 800,
      installed: 0,
      oobGrace: 1000,
    });
  });

  test('counts contacts that were answered with too low a count apart from failures', () => {
    // At 0 and 120 of two computers: answered 1, 2, 2, 2; refused or unanswered none.
    const { rows } = record({ duration: 200, groups: { pc: { count: 2 } } });
    expect(rows('machines.csv').map((row) => [row[13], row[20]])).toEqual([
      [0, 2],
      [0, 2],
    ]);
  });

  test('has the machines of a large estate in their order', () => {
    const { rows } = record({
      duration: 1,
      hosts: {},
      groups: { a: { count: 10_001, method: { type: 'none' } }, b: { method: { type: 'none' } } },
    });
    const names = rows('machines.csv').map(([name]) => name);
    expect(names.length).toBe(10_002);
    expect(new Set(names).size).toBe(10_002);
    expect([names[0], names[9999], names[10_000], names[10_001]]).toEqual([
      'a-0001',
      'a-10000',
      'a-10001',
      'b-0001',
    ]);
  });

  test('has what was found of each machine online, and what that left of its condition', () => {
    const sketch: RunSketch = {
      duration: days(40),
      rules: EASY,
      groups: {
        good: { genuine: { validate: days(1), result: 'genuine' } },
        bad: { genuine: { validate: days(2), result: 'non-genuine' } },
        server: { os: 'server-2008-standard' },
      },
    };
    const { rows, outcome } = record(sketch);
    const columns = Object.keys(TABLES['machines.csv'].columns);
    const cell = (row: readonly Cell[], column: string) => row[columns.indexOf(column)];
    const found = rows('machines.csv').map((row) =>
      ['group', 'genuine', 'condition', 'condition_since'].map((column) => cell(row, column)).join(' '),
    );
    // Found Non-Genuine on day 2, the machine is in its end state 30 days later.
    expect(found).toEqual([
      'good Genuine Licensed 2008-03-03T00:00',
      'bad NonGenuine Notification 2008-04-04T00:00',
      'server  Licensed 2008-03-03T00:00',
    ]);
    expect(outcome.summary.machines).toMatchObject({
      genuine: { localGenuine: 0, genuine: 1, nonGenuine: 1 },
    });
  });

  test('has a condition since it began, not since it was entered again', () => {
    // Not activated, it is in Notification from day 30; found Non-Genuine on day 40, it stays there.
    const lost: RunSketch = {
      duration: days(80),
      hosts: {},
      groups: { pc: { genuine: { validate: days(10), result: 'non-genuine' } } },
      timeline: [{ at: days(70), type: 'validate', group: 'pc', result: 'genuine' }],
    };
    const [row] = record(lost).rows('machines.csv');
    const columns = Object.keys(TABLES['machines.csv'].columns);
    // NonGenuineGrace ends on day 40, its own grace on day 30; the validation of day 70 changes nothing.
    expect(Number(row[columns.indexOf('condition_since_minute')])).toBeLessThanOrEqual(days(40));
  });
});
