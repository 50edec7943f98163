import { describe, expect, test } from 'vitest';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

const MAK = { type: 'mak', group: 'client', activations: 3 } as const;
const KMS_KEY = { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 } as const;

describe('daily.csv', () => {
  test('has a row for each group and day, also for a last day that is cut short', () => {
    const { lines } = record({
      start: '2008-02-28',
      duration: 3600,
      rules: EASY,
      groups: {
        early: { count: 2 },
        late: { install: { at: 1440, over: 0, order: 'even' } },
        none: { method: { type: 'none' } },
      },
      timeline: [{ at: 2879, type: 'retire', group: 'early', count: 1 }],
    });
    // The machine that is installed in the first minute of day 1 is not there at the end of day 0; the one that
    // is retired in the last minute of day 1 is not there at its end.
    expect(lines('daily.csv')).toEqual([
      '0,2008-02-28,early,2,2,0,0,0,0,0',
      '0,2008-02-28,late,0,0,0,0,0,0,0',
      '0,2008-02-28,none,1,0,1,0,0,0,0',
      '1,2008-02-29,early,1,1,0,0,0,0,0',
      '1,2008-02-29,late,1,1,0,0,0,0,0',
      '1,2008-02-29,none,1,0,1,0,0,0,0',
      '2,2008-03-01,early,1,1,0,0,0,0,0',
      '2,2008-03-01,late,1,1,0,0,0,0,0',
      '2,2008-03-01,none,1,0,1,0,0,0,0',
    ]);
  });

  test('has each condition in its column', () => {
    const { lines } = record({
      duration: days(36),
      rules: EASY,
      groups: {
        kms: {},
        old: { os: 'vista-business', method: { type: 'none' } },
        sp1: { method: { type: 'none' } },
        server: { os: 'server-2008-web', method: { type: 'none' } },
        fake: { genuine: { validate: days(30), result: 'non-genuine' } },
        broken: { hardwareChange: { every: days(35), part: 'disk' } },
      },
      timeline: [{ at: days(34), type: 'down', target: 'kms-1', for: null }],
    });
    expect(lines('daily.csv').filter((line) => line.startsWith('35,'))).toEqual([
      '35,2008-04-07,kms,1,1,0,0,0,0,0',
      '35,2008-04-07,old,1,0,0,0,0,0,1',
      '35,2008-04-07,sp1,1,0,0,0,0,1,0',
      '35,2008-04-07,server,1,0,1,0,0,0,0',
      '35,2008-04-07,fake,1,0,0,0,1,0,0',
      '35,2008-04-07,broken,1,0,0,1,0,0,0',
    ]);
  });
});

describe('hosts.csv', () => {
  test('begins with the day that a host is online, and has no capacity before its first request', () => {
    const { lines } = record({
      duration: days(4),
      rules: EASY,
      hosts: { 'kms-1': { online: days(1) } },
      groups: {
        pc: { install: { at: days(2) + 10, over: 0, order: 'even' } },
        server: { os: 'server-2008-web', install: { at: days(3), over: 0, order: 'even' } },
      },
    });
    // Twice the largest threshold asked with, which is 1.
    expect(lines('hosts.csv')).toEqual([
      '1,2008-03-04,kms-1,Licensed,0,0,0,0,0,0',
      '2,2008-03-05,kms-1,Licensed,1,2,1,1,0,0',
      '3,2008-03-06,kms-1,Licensed,2,2,1,1,0,0',
    ]);
  });

  test('has the condition of the host itself', () => {
    const { lines } = record({ duration: days(61), networks: { core: { internet: false } } });
    expect(lines('hosts.csv')[59]).toBe('59,2008-05-01,kms-1,OOBGrace,0,0,0,0,0,0');
    expect(lines('hosts.csv')[60]).toBe('60,2008-05-02,kms-1,Notification,0,0,0,0,0,0');
  });

  test('tells refusals and renewals apart', () => {
    const { lines } = record({
      duration: 1440,
      rules: EASY,
      keys: { 'kms-key': { ...KMS_KEY, group: 'client' } },
      hosts: { 'kms-1': { renewalInterval: 600 } },
      groups: { pc: {}, server: { os: 'server-2008-standard' } },
    });
    // The desktop: activated at 0, renewed at 600 and 1200. The server is refused 12 times.
    expect(lines('hosts.csv')).toEqual(['0,2008-03-03,kms-1,Licensed,1,2,15,1,2,12']);
  });

  test('has shares of days that add up to the totals of the run', () => {
    const sketch: RunSketch = {
      duration: days(20) + 7,
      hosts: { 'kms-1': {}, 'kms-2': { online: days(3) } },
      groups: {
        pc: { count: 60, install: { at: 0, over: days(6), order: 'random' } },
        server: { os: 'server-2008-standard', count: 7 },
      },
    };
    const { rows, outcome } = record(sketch);
    for (const host of ['kms-1', 'kms-2']) {
      const own = rows('hosts.csv').filter((row) => row[2] === host);
      const sum = (column: number) => own.reduce((total, row) => total + Number(row[column]), 0);
      expect(outcome.summary).toMatchObject({
        hosts: { [host]: { requests: sum(6), activations: sum(7), renewals: sum(8), refusals: sum(9) } },
      });
      expect(sum(6)).toBeGreaterThan(0);
      for (const row of own) expect(Number(row[4])).toBeLessThanOrEqual(Number(row[5]));
    }
  });
});

describe('keys.csv', () => {
  test('has what is used and what remains, and both make up what was granted', () => {
    const { lines } = record({
      duration: days(4),
      rules: EASY,
      keys: { 'kms-key': KMS_KEY, mak: MAK },
      groups: {
        pc: {
          count: 4,
          install: { at: 0, over: 4000, order: 'even' },
          method: { type: 'mak', key: 'mak', by: 'internet' },
        },
      },
      timeline: [
        { at: days(1), type: 'rekey', host: 'kms-1' },
        { at: days(2) + 1000, type: 'raise', key: 'mak', activations: 5, hosts: 0 },
      ],
    });
    // Machines of minute 0 and 1000, then 2000, then 3000, which finds the pool empty and tries again a day
    // later, in minute 4440. The KMS key has 6 hosts x 10.
    expect(lines('keys.csv')).toEqual([
      '0,2008-03-03,kms-key,kms,1,59',
      '0,2008-03-03,mak,mak,2,1',
      '1,2008-03-04,kms-key,kms,2,58',
      '1,2008-03-04,mak,mak,3,0',
      '2,2008-03-05,kms-key,kms,2,58',
      '2,2008-03-05,mak,mak,3,5',
      '3,2008-03-06,kms-key,kms,2,58',
      '3,2008-03-06,mak,mak,4,4',
    ]);
  });
});
