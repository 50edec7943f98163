import { describe, expect, test } from 'vitest';
import { Condition } from '../../src/model/definitions/conditions.ts';
import { days } from '../model/estate.ts';
import { type RunSketch, record } from './recorded.ts';

const key = (group: 'server-2022' | 'office-2016') =>
  ({ type: 'kms', group, hosts: 6, activationsPerHost: 10 }) as const;

const sketch = (office: 2016 | null, more: RunSketch = {}): RunSketch => ({
  duration: days(8),
  keys: { 'kms-key': key('server-2022'), office: key('office-2016') },
  hosts: { 'kms-1': { os: 'server-2022-standard', officeKeys: office === null ? [] : ['office'] } },
  groups: { pc: { os: 'windows-10-pro', count: 6, office } },
  ...more,
});

describe('a run with Office', () => {
  test('has a row for each installation in office.csv', () => {
    const { lines } = record(sketch(2016));
    const rows = lines('office.csv');
    expect(rows.length).toBe(6);
    // The first is answered 1, tries again after 2 hours, and is renewed 7 days later.
    expect(rows[0]).toBe('pc-0001,pc,2016,Licensed,120,269400,120,1,1,0,1,11400,120,0,0,2008-03-03T02:00');
    expect(rows[5]).toBe('pc-0006,pc,2016,Licensed,0,269280,0,1,1,0,0,11520,0,0,0,2008-03-03T00:00');
  });

  test('has figures of Office by hand: five in the end, one count of 6', () => {
    const { outcome } = record(sketch(2016));
    expect(outcome.summary.office).toEqual({
      ...{ total: 6, everLicensed: 6, everNotification: 0, licensedAtEnd: 6, notificationDays: 0 },
      ...{ activations: 6, renewals: 6, countTooLow: 4, failedAttempts: 0 },
    });
    expect(outcome.summary.hosts).toMatchObject({
      'kms-1': { office: { requests: 16, activations: 6, renewals: 6, refusals: 0, maxCount: 6 } },
    });
  });

  test('has its changes among the events, and its contacts only where all are wanted', () => {
    const events = (choice: 'changes' | 'all') =>
      record({ ...sketch(2016), events: choice })
        .lines('events.csv')
        .filter((line) => line.includes(',pc-0001,') && line.includes(',office-'));
    expect(events('changes')).toEqual([
      '0,2008-03-03T00:00,office-installed,pc-0001,pc,core,,,OOBGrace,,0x4004F00C,2016',
      '120,2008-03-03T02:00,office-activated,pc-0001,pc,core,kms-1,6,Licensed,OOBGrace,0x0,2016',
    ]);
    expect(events('all').length).toBe(4);
  });

  test('has a series of Office by condition, in step with rebuilding and retirement', () => {
    const { outcome } = record(
      sketch(2016, {
        hosts: { 'kms-1': { os: 'server-2022-standard' } },
        duration: days(40),
        timeline: [
          { at: days(3), type: 'rebuild', group: 'pc' },
          { at: days(34), type: 'retire', group: 'pc', count: 2 },
        ],
      }),
    );
    const conditions = outcome.series.office?.conditions ?? [];
    const on = (day: number) => conditions.map((column) => column[day]);
    // Refused for want of a key: 30 days of grace after the second installation, then Notification, of 4 after 2 left.
    expect(on(0)[Condition.OOBGrace]).toBe(6);
    expect(on(32)[Condition.OOBGrace]).toBe(6);
    expect(on(33)[Condition.Notification]).toBe(6);
    expect(on(34)[Condition.Notification]).toBe(4);
    expect(on(39).reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(record(sketch(null)).outcome.series.office).toBeNull();
  });

  test('leaves the tables and figures of one without Office as they are', () => {
    const without = record(sketch(null));
    expect(without.lines('office.csv')).toEqual([]);
    expect(without.outcome.summary).not.toHaveProperty('office');
    expect(without.outcome.summary.hosts).not.toHaveProperty('kms-1.office');
    expect(record(sketch(2016)).lines('machines.csv')).toEqual(without.lines('machines.csv'));
    expect(record(sketch(2016)).lines('hosts.csv')).toEqual(without.lines('hosts.csv'));
  });
});
