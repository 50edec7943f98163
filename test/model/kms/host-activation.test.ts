import { describe, expect, test } from 'vitest';
import type { KeyId } from '../../../src/model/definitions/ids.ts';
import type { KmsKeyParameters, TimelineEntry } from '../../../src/model/definitions/parameters.ts';
import { days } from '../estate.ts';
import { minutesOf, run, storyOf } from '../queries.ts';
import type { Trace } from '../trace.ts';

const down = (target: string, at: number, length: number | null): TimelineEntry => ({
  at,
  type: 'down',
  target,
  for: length,
});
const move = (at: number): TimelineEntry => ({ at, type: 'move', host: 'kms-1' });
const byTelephone = { activateBy: 'telephone' } as const;
const key = (hosts: number, activationsPerHost: number): KmsKeyParameters => ({
  type: 'kms',
  group: 'server-c',
  hosts,
  activationsPerHost,
});

const activated = (result: Trace, host = 'kms-1') => minutesOf(result, host, 'host-activated');
/** The exchanges with Microsoft, each as `minute sender reason way`. */
const messages = (result: Trace) =>
  result.lines
    .filter(({ event }) => event === 'message')
    .map(({ minute, subject, detail }) => `${minute} ${subject} ${detail.split(' ').slice(0, 2).join(' ')}`);
const conditions = (result: Trace, host = 'kms-1') =>
  result
    .of(host)
    .filter(({ event }) => event === 'condition')
    .map(({ minute, condition, code }) => `${minute} ${condition} ${code}`);

describe('activation over the Internet', () => {
  test('takes no time and one message', () => {
    const result = run({ hosts: { 'kms-1': { online: 100 } } });
    expect(activated(result)).toEqual([100]);
    expect(messages(result)).toEqual(['100 kms-1 host-activation internet']);
  });

  test('does not expire and sends nothing more', () => {
    const result = run({ duration: days(800) });
    expect(conditions(result)).toEqual([]);
    expect(messages(result).length).toBe(1);
  });

  test.each(['internet', 'microsoft', 'core'])('is tried again every 2 hours while %s is down', (target) => {
    const result = run({ timeline: [down(target, 0, 300)] });
    expect(activated(result)).toEqual([360]);
    expect(messages(result)).toEqual(['360 kms-1 host-activation internet']);
  });

  test('happens when the host is up again if the host was down', () => {
    expect(activated(run({ timeline: [down('kms-1', 0, 77)] }))).toEqual([77]);
  });

  test('is out of reach on a network without Internet', () => {
    const result = run({ duration: days(70), networks: { core: { internet: false } } });
    expect(activated(result)).toEqual([]);
    expect(messages(result)).toEqual([]);
    expect(conditions(result)).toEqual([`${days(60)} Notification 0xC004F009`]);
  });

  test('lets a host out of Notification', () => {
    const result = run({ duration: days(70), timeline: [down('internet', 0, days(65))] });
    expect(storyOf(result, 'kms-1').slice(-3)).toEqual([
      `${days(60)} condition`,
      `${days(65)} message`,
      `${days(65)} host-activated`,
    ]);
  });
});

describe('activation by telephone', () => {
  test('takes 30 minutes and needs no Internet', () => {
    const result = run({ hosts: { 'kms-1': byTelephone }, networks: { core: { internet: false } } });
    expect(activated(result)).toEqual([30]);
    expect(messages(result)).toEqual(['30 kms-1 host-activation telephone']);
  });

  const three = { 'kms-1': byTelephone, 'kms-2': byTelephone, 'kms-3': { ...byTelephone, online: 10 } };
  const callEnds = (result: Trace) => Object.keys(three).map((host) => activated(result, host)[0]);

  test('keeps one administrator at one call, in the order asked', () => {
    expect(callEnds(run({ hosts: three }))).toEqual([30, 60, 90]);
  });

  test('goes on at several telephones where there are administrators', () => {
    // The third call is asked for in minute 10 and begins when one of the two is free.
    expect(callEnds(run({ hosts: three, rules: { telephoneAgents: 2 } }))).toEqual([30, 30, 60]);
    expect(callEnds(run({ hosts: three, rules: { telephoneAgents: 3 } }))).toEqual([30, 30, 40]);
  });

  test('is not asked for twice by a host that is moved while its call lasts', () => {
    const result = run({ hosts: { 'kms-1': byTelephone, 'kms-2': byTelephone }, timeline: [move(10)] });
    expect([activated(result), activated(result, 'kms-2')]).toEqual([[30], [60]]);
    expect(result.simulation.estate.telephone.minutes).toBe(60);
  });

  test('takes as long as the policy says', () => {
    expect(callEnds(run({ hosts: three, rules: { telephoneCall: 45 } }))).toEqual([45, 90, 135]);
  });

  test('does not care for an outage of the Internet', () => {
    const result = run({ hosts: { 'kms-1': byTelephone }, timeline: [down('internet', 0, null)] });
    expect(activated(result)).toEqual([30]);
  });

  test('is tried again 2 hours after a call that Microsoft did not answer', () => {
    // The call ends in minute 30 in vain; the next begins in minute 150.
    const result = run({ hosts: { 'kms-1': byTelephone }, timeline: [down('microsoft', 0, 100)] });
    expect(activated(result)).toEqual([180]);
  });

  test('is asked for anew when the host was down as the call ended', () => {
    const result = run({ hosts: { 'kms-1': byTelephone }, timeline: [down('kms-1', 20, 30)] });
    expect(activated(result)).toEqual([80]);
  });
});

describe('a host moved to other hardware', () => {
  test('is activated again at once where Microsoft is in reach', () => {
    const result = run({ duration: days(2), timeline: [move(500)] });
    expect(storyOf(result, 'kms-1').filter((line) => line.startsWith('500 '))).toEqual([
      '500 moved',
      '500 condition',
      '500 message',
      '500 host-activated',
    ]);
    expect(messages(result)).toEqual([
      '0 kms-1 host-activation internet',
      '500 kms-1 host-reactivation internet',
    ]);
    expect(conditions(result)).toEqual(['500 OOTGrace 0xC004F00F']);
  });

  test('has 30 days of OOTGrace and is then in Notification', () => {
    const result = run({ duration: days(60), timeline: [down('internet', 100, null), move(500)] });
    expect(conditions(result)).toEqual([
      '500 OOTGrace 0xC004F00F',
      `${500 + days(30)} Notification 0xC004F009`,
    ]);
  });

  test('a second time during its grace gets no longer grace', () => {
    const timeline = [down('internet', 100, null), move(500), move(days(20))];
    const result = run({ duration: days(60), timeline });
    expect(conditions(result)[1]).toBe(`${500 + days(30)} Notification 0xC004F009`);
  });

  test('and activated again in its grace has nothing to fear', () => {
    const result = run({ duration: days(90), timeline: [down('internet', 100, days(10)), move(500)] });
    expect(activated(result).length).toBe(2);
    expect(conditions(result)).toEqual(['500 OOTGrace 0xC004F00F']);
  });
});

describe('the activations of a KMS key', () => {
  test('are ten for one host: the first and nine more', () => {
    const moves = Array.from({ length: 11 }, (_, index) => move(days(index + 1)));
    const result = run({ duration: days(60), timeline: moves });
    expect(activated(result)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(days));
    const refused = result.of('kms-1').filter(({ event }) => event === 'host-refused');
    expect(refused.map(({ minute, code }) => [minute, code])).toEqual([
      [days(10), '0xC004C008'],
      [days(11), '0xC004C008'],
    ]);
    expect(conditions(result).at(-1)).toBe(`${days(40)} Notification 0xC004F009`);
    expect(messages(result).at(-1)).toBe(`${days(11)} kms-1 host-reactivation internet`);
    expect(result.simulation.estate.keys.used(0 as KeyId)).toBe(10);
    expect(result.simulation.estate.keys.remaining(0 as KeyId)).toBe(50);
  });

  test('are for six hosts; a seventh is refused and ends in Notification', () => {
    const hosts = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`kms-${n}`, {}]));
    const result = run({ duration: days(70), hosts });
    expect(result.brief('host-refused')).toEqual(['0 host-refused kms-7']);
    expect(result.brief('host-activated').length).toBe(6);
    expect(conditions(result, 'kms-7')).toEqual([`${days(60)} Notification 0xC004F009`]);
  });

  test('of one host are not spent by another', () => {
    const result = run({
      duration: days(5),
      keys: { 'kms-key': key(2, 2) },
      hosts: { 'kms-1': {}, 'kms-2': { online: days(3) } },
      timeline: [move(days(1)), move(days(2))],
    });
    expect(activated(result)).toEqual([0, days(1)]);
    expect(minutesOf(result, 'kms-1', 'host-refused')).toEqual([days(2)]);
    expect(activated(result, 'kms-2')).toEqual([days(3)]);
    expect(result.simulation.estate.keys.remaining(0 as KeyId)).toBe(1);
  });
});

describe('the grace of a host that is never activated', () => {
  test.each([
    ['server-2008-standard', 60, 'Notification'],
    ['server-2003', 30, 'Notification'],
    ['vista-enterprise-sp1', 30, 'Notification'],
    ['vista-business', 30, 'Unlicensed'],
  ] as const)('on %s is %s days and ends in %s', (os, length, condition) => {
    const hosts = { 'kms-1': { os, online: 100 } };
    const result = run({ duration: days(70), hosts, networks: { core: { internet: false } } });
    expect(conditions(result)).toEqual([`${100 + days(length)} ${condition} 0xC004F009`]);
  });
});
