import { describe, expect, test } from 'vitest';
import type { KeyParameters, TimelineEntry } from '../../../src/model/definitions/parameters.ts';
import { days } from '../estate.ts';
import { booksOf, conditionsOf, down } from '../mak/sketches.ts';
import { contactsOf, EASY, minutesOf, outcomesOf, run, storyOf } from '../queries.ts';

const rekey = (at: number, host = 'kms-1'): TimelineEntry => ({ at, type: 'rekey', host });
const move = (at: number): TimelineEntry => ({ at, type: 'move', host: 'kms-1' });
const raiseHosts = (at: number, hosts: number): TimelineEntry => ({
  at,
  type: 'raise',
  key: 'kms-key',
  activations: 0,
  hosts,
});
const key = (hosts: number, activationsPerHost: number): Record<string, KeyParameters> => ({
  'kms-key': { type: 'kms', group: 'server-c', hosts, activationsPerHost },
});
const servers = { pc: { count: 5, os: 'server-2008-standard' } } as const;

describe('a host that is given its key anew', () => {
  test('starts at a count of 0 and gathers its clients again', () => {
    const result = run({ duration: days(9), groups: servers, timeline: [rekey(days(1))] });
    expect(result.dailyCounts['kms-1']).toEqual([5, 0, 0, 0, 0, 0, 0, 5, 5]);
    // The fifth was activated in minute 0 and the others at their second try; on day 7 it is answered 1, two
    // hours later the first four 2, 3, 4 and 5, and it in the same minute 5.
    expect(contactsOf(result, 'pc-0005').slice(1, 4)).toMatchObject([
      { minute: days(7), event: 'count-too-low', count: 1 },
      { minute: days(7) + 120, event: 'renewed', count: 5 },
    ]);
    expect(contactsOf(result, 'pc-0003').slice(2, 4)).toMatchObject([
      { minute: days(7) + 120, event: 'count-too-low', count: 4 },
      { minute: days(7) + 240, event: 'renewed', count: 5 },
    ]);
  });

  test('has forgotten those who asked shortly before', () => {
    const result = run({ groups: servers, timeline: [rekey(60)] });
    // The fifth was answered 5 in minute 0; the other four ask again in minute 120 and are answered 1 to 4.
    expect(result.brief('activated')).toEqual(['0 activated pc-0005']);
    expect(result.dailyCounts['kms-1']).toEqual([4]);
  });

  test('keeps 10 records again until a Vista machine asks', () => {
    const groups = { vista: {}, pc: { ...servers.pc, count: 12 } };
    const hosts = { 'kms-1': { renewalInterval: 100 } };
    const leave: TimelineEntry = { at: 30, type: 'retire', group: 'vista', count: null };
    const daily = (...timeline: TimelineEntry[]) => run({ hosts, groups, timeline }).dailyCounts['kms-1'];
    expect(daily(leave)).toEqual([13]);
    expect(daily(leave, rekey(60))).toEqual([10]);
  });

  test('uses one of its ten activations each time', () => {
    const timeline = Array.from({ length: 10 }, (_, index) => rekey(days(index + 1)));
    const result = run({ duration: days(12), timeline });
    expect(minutesOf(result, 'kms-1', 'host-activated')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(days));
    expect(minutesOf(result, 'kms-1', 'host-refused')).toEqual([days(10)]);
    expect(booksOf(result, 'kms-key')).toEqual({ used: 10, remaining: 50 });
  });

  test('does not take another of the six hosts', () => {
    const hosts = { 'kms-1': {}, 'kms-2': { online: days(2) } };
    const result = run({ duration: days(3), keys: key(2, 10), hosts, timeline: [rekey(days(1))] });
    expect(minutesOf(result, 'kms-2', 'host-activated')).toEqual([days(2)]);
  });

  test('refuses its clients until it is activated, and keeps no records of them', () => {
    const timeline = [down('internet', 1, days(2)), rekey(60)];
    const result = run({
      duration: days(3),
      rules: EASY,
      timeline,
      groups: {
        pc: { install: { at: 100, over: 0, order: 'even' } },
      },
    });
    // The host tries every two hours from 60 on: in 2820 in vain, in 2940 with success. So does the client.
    expect(minutesOf(result, 'kms-1', 'host-activated')).toEqual([0, 2940]);
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([2980]);
    expect(result.dailyCounts['kms-1']).toEqual([0, 0, 1]);
  });

  test('ends in Notification after its initial grace where it is not activated', () => {
    const result = run({ duration: days(80), timeline: [down('internet', 1, null), rekey(days(10))] });
    expect(storyOf(result, 'kms-1').slice(-2)).toEqual([`${days(10)} rekeyed`, `${days(70)} condition`]);
  });
});

describe('a host that is moved and cannot be activated again', () => {
  const install = { at: 77, over: 0, order: 'even' } as const;
  const result = run({
    duration: days(300),
    rules: EASY,
    groups: { pc: { install } },
    timeline: [down('internet', days(1), null), move(days(10))],
  });

  test('is in OOTGrace, and in Notification 30 days later', () => {
    const conditions = result.of('kms-1').filter(({ event }) => event === 'condition');
    expect(conditions.map(({ minute, condition }) => `${minute} ${condition}`)).toEqual([
      `${days(10)} OOTGrace`,
      `${days(40)} Notification`,
    ]);
  });

  test('serves in its grace and refuses from then on', () => {
    const outcomes = outcomesOf(result, 'pc-0001');
    // Every 7 days from minute 77 on; day 42 is the first renewal after day 40.
    expect(outcomes.slice(0, 6)).toEqual([
      '77 activated',
      ...[7, 14, 21, 28, 35].map((day) => `${days(day) + 77} renewed`),
    ]);
    expect(outcomes.slice(6, 8)).toEqual([
      `${days(42) + 77} refused 0xC004F041`,
      `${days(42) + 77 + 120} refused 0xC004F041`,
    ]);
  });

  test('loses its clients months later: OOTGrace 180 days after the last renewal, Notification 30 days on', () => {
    // Renewed last on day 35: 35 + 180 = 215, 215 + 30 = 245.
    expect(conditionsOf(result)).toEqual([
      '77 OOBGrace',
      '77 Licensed',
      `${days(215) + 77} OOTGrace`,
      `${days(245) + 77} Notification`,
    ]);
  });

  test('takes them back at their next try once it is activated, also out of Notification', () => {
    const timeline = [down('internet', days(1), days(249)), move(days(10))];
    const back = run({ duration: days(300), rules: EASY, groups: { pc: { install } }, timeline });
    // The host tries every 2 hours from day 10 on, so in the very minute in which the Internet is back.
    expect(minutesOf(back, 'kms-1', 'host-activated')).toEqual([0, days(250)]);
    // The client tries at 77 minutes past every second hour, that is at 01:17 first.
    expect(conditionsOf(back).at(-1)).toBe(`${days(250) + 77} Licensed`);
  });
});

describe('more hosts for a KMS key', () => {
  const hosts = { 'kms-1': {}, 'kms-2': {}, 'kms-3': {} };

  test('let in those that were refused, in the minute of the raise and in order', () => {
    const timeline = [raiseHosts(500, 1), raiseHosts(800, 1)];
    const result = run({ keys: key(1, 10), hosts, timeline });
    expect(result.brief('host-activated')).toEqual([
      '0 host-activated kms-1',
      '500 host-activated kms-2',
      '800 host-activated kms-3',
    ]);
    expect(booksOf(result, 'kms-key')).toEqual({ used: 3, remaining: 27 });
  });

  test('let a host out of Notification', () => {
    const two = { 'kms-1': {}, 'kms-2': {} };
    const timeline = [raiseHosts(days(70), 1)];
    const result = run({ duration: days(71), keys: key(1, 10), hosts: two, timeline });
    expect(storyOf(result, 'kms-2').filter((line) => !/publish|message/.test(line))).toEqual([
      '0 host-online',
      '0 host-refused',
      `${days(60)} condition`,
      `${days(70)} host-activated`,
    ]);
  });

  test('do not help a host that has used up its own activations', () => {
    const timeline = [move(days(1)), raiseHosts(days(2), 5)];
    const result = run({ duration: days(40), keys: key(1, 1), timeline });
    expect(minutesOf(result, 'kms-1', 'host-refused')).toEqual([days(1), days(2)]);
    expect(minutesOf(result, 'kms-1', 'host-activated')).toEqual([0]);
  });
});
