import { describe, expect, test } from 'vitest';
import { Condition } from '../../../src/model/definitions/conditions.ts';
import { days } from '../estate.ts';
import { minutesOf, storyOf } from '../queries.ts';
import {
  BY_INTERNET,
  booksOf,
  conditionsOf,
  down,
  makBy,
  messagesOf,
  OFFICE_HOURS,
  pool,
  raise,
  rebuild,
  runMak,
} from './sketches.ts';

const PC = { method: BY_INTERNET };

describe('a MAK machine on the Internet', () => {
  test('is activated in the minute of its installation with one message', () => {
    const result = runMak({ groups: { pc: { ...PC, install: { at: 77, over: 0, order: 'even' } } } });
    expect(storyOf(result, 'pc-0001')).toEqual(['77 installed', '77 message', '77 activated']);
    expect(messagesOf(result)).toEqual(['77 pc-0001 mak-activation internet accepted']);
  });

  test('never renews and never expires', () => {
    // Ten times the validity of a KMS activation.
    const result = runMak({ duration: days(1800), groups: { pc: PC } });
    expect(storyOf(result, 'pc-0001')).toEqual(['0 installed', '0 message', '0 activated']);
    const { history, attempts } = result.simulation.estate;
    const machine = result.machine('pc-0001');
    expect(history.minutesIn(machine, Condition.Licensed, days(1800))).toBe(days(1800));
    expect([attempts.renewals(machine), attempts.failures(machine)]).toEqual([0, 0]);
  });

  test('takes one activation of the pool, as does every other', () => {
    expect(booksOf(runMak({ groups: { pc: { ...PC, count: 5 } } }))).toEqual({ used: 5, remaining: 95 });
  });

  test('takes one more each time it is rebuilt', () => {
    // Installed on day 0, rebuilt on days 10, 20 and 30.
    const result = runMak({ duration: days(35), groups: { pc: { ...PC, rebuildEvery: days(10) } } });
    expect(booksOf(result)).toEqual({ used: 4, remaining: 96 });
    expect(messagesOf(result)).toEqual([
      '0 pc-0001 mak-activation internet accepted',
      ...[10, 20, 30].map((day) => `${days(day)} pc-0001 mak-reactivation internet accepted`),
    ]);
  });

  test('that is off waits for its next presence', () => {
    const result = runMak({ groups: { pc: { ...PC, uptime: OFFICE_HOURS } } });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([480]);
  });

  test('has nothing to do when an administrator activates it again', () => {
    const timeline = [{ at: 100, type: 'activate', group: 'pc' } as const];
    expect(booksOf(runMak({ groups: { pc: PC }, timeline })).used).toBe(1);
  });
});

describe('a MAK machine that does not reach Microsoft', () => {
  test.each(['microsoft', 'internet', 'core'])('tries again a day later when %s is down', (target) => {
    const result = runMak({
      duration: days(3),
      groups: { pc: PC },
      timeline: [down(target, 0, 1500)],
    });
    // Tries in minutes 0 and 1440 are in vain; nothing leaves before that of 2880.
    expect(storyOf(result, 'pc-0001')).toEqual([
      '0 installed',
      '0 no-host',
      '1440 no-host',
      '2880 message',
      '2880 activated',
    ]);
  });

  test('is activated in the very minute in which Microsoft is back', () => {
    const result = runMak({ duration: days(2), groups: { pc: PC }, timeline: [down('microsoft', 0, 1440)] });
    expect(storyOf(result, 'pc-0001').slice(-1)).toEqual(['1440 activated']);
    expect(result.of('pc-0001')[1]).toMatchObject({ event: 'no-host', code: '0x80072EE7' });
  });

  test('tries again as often as the policy says', () => {
    const result = runMak({
      rules: { makRetry: 100 },
      groups: { pc: PC },
      timeline: [down('internet', 0, 250)],
    });
    expect(minutesOf(result, 'pc-0001', 'no-host')).toEqual([0, 100, 200]);
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([300]);
  });

  test('makes a try that is due while it is off in the first minute of its next presence', () => {
    const result = runMak({
      duration: days(2),
      rules: { makRetry: 700 },
      groups: { pc: { ...PC, uptime: OFFICE_HOURS } },
      timeline: [down('internet', 0, 600)],
    });
    // In vain at 08:00; due again at 19:40, made at 08:00 of the next day.
    expect(minutesOf(result, 'pc-0001', 'no-host', 'activated')).toEqual([480, 1440 + 480]);
  });

  test('on a network without Internet passes through its grace to its end state', () => {
    const result = runMak({
      duration: days(31),
      networks: { core: { internet: false } },
      groups: { pc: PC },
    });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Notification`]);
    // Once when installed and on each of the 30 days after.
    expect(result.simulation.estate.attempts.failures(result.machine('pc-0001'))).toBe(31);
  });
});

describe('an empty pool', () => {
  const THREE = { pc: { ...PC, count: 3 } };

  test('refuses the next machine with 0xC004C020, which tries again every day', () => {
    const result = runMak({ duration: days(3), keys: { mak: pool(2) }, groups: THREE });
    expect(result.brief('activated')).toEqual(['0 activated pc-0001', '0 activated pc-0002']);
    const told = result.of('pc-0003').filter(({ event }) => event !== 'message');
    expect(told.map(({ minute, event, code }) => [minute, event, code])).toEqual([
      [0, 'installed', '0x4004F00C'],
      [0, 'key-exhausted', '0xC004C020'],
      [1440, 'refused', '0xC004C020'],
      [2880, 'refused', '0xC004C020'],
    ]);
    expect(messagesOf(result).slice(2)).toEqual(
      [0, 1440, 2880].map((minute) => `${minute} pc-0003 mak-activation internet refused`),
    );
  });

  test('is announced once for each machine', () => {
    const result = runMak({ duration: days(20), keys: { mak: pool(0) }, groups: THREE });
    expect(result.brief('key-exhausted')).toEqual(
      [1, 2, 3].map((number) => `0 key-exhausted pc-000${number}`),
    );
  });

  test.each([
    ['vista-business-sp1', 30, 'Notification'],
    ['vista-business', 30, 'Unlicensed'],
    ['server-2008-standard', 60, 'Notification'],
  ] as const)('lets %s go through %s days of grace to %s', (os, length, endState) => {
    const result = runMak({ duration: days(70), keys: { mak: pool(0) }, groups: { pc: { ...PC, os } } });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(length)} ${endState}`]);
    expect(result.of('pc-0001').find(({ event }) => event === 'condition')?.code).toBe('0xC004F009');
  });

  test('that is raised lets a machine in at its next try, also out of Notification', () => {
    const result = runMak({
      duration: days(40),
      keys: { mak: pool(0) },
      groups: { pc: PC },
      timeline: [raise(days(35) + 700, 1)],
    });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Notification`, `${days(36)} Licensed`]);
    expect(booksOf(result)).toEqual({ used: 1, remaining: 0 });
  });

  test('that is raised by too little lets in as many as it can', () => {
    const result = runMak({
      duration: days(4),
      keys: { mak: pool(1) },
      groups: { pc: { ...PC, count: 4 } },
      timeline: [raise(1000, 1), raise(days(2), 1)],
    });
    expect(result.brief('activated')).toEqual([
      '0 activated pc-0001',
      '1440 activated pc-0002',
      '2880 activated pc-0003',
    ]);
    expect(booksOf(result)).toEqual({ used: 3, remaining: 0 });
  });

  test('costs a rebuilt machine its activation', () => {
    const result = runMak({
      duration: days(50),
      keys: { mak: pool(1) },
      groups: { pc: PC },
      timeline: [rebuild(days(10))],
    });
    expect(conditionsOf(result)).toEqual([
      '0 OOBGrace',
      '0 Licensed',
      `${days(10)} OOBGrace`,
      `${days(40)} Notification`,
    ]);
    expect(messagesOf(result)[1]).toBe(`${days(10)} pc-0001 mak-reactivation internet refused`);
  });

  test('of one key does not touch another', () => {
    const result = runMak({
      keys: { mak: pool(1), other: pool(1) },
      groups: { pc: { ...PC, count: 2 }, notebook: { method: makBy('internet', 'other') } },
    });
    expect(result.brief('activated')).toEqual(['0 activated pc-0001', '0 activated notebook-0001']);
    expect([booksOf(result, 'mak'), booksOf(result, 'other')]).toEqual([
      { used: 1, remaining: 0 },
      { used: 1, remaining: 0 },
    ]);
  });
});
