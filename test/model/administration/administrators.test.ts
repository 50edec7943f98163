import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { byProxy, conditionsOf, down, pool, runMak, VAMT } from '../mak/sketches.ts';
import { countsOf, EASY, HOURLY, minutesOf, outcomesOf, run } from '../queries.ts';

/** What administrators do to machines and hosts through the timeline. */

describe('`slmgr /rearm` and a restart', () => {
  const rearm = (at: number): TimelineEntry => ({ at, type: 'rearm', group: 'pc' });
  const lonely: EstateSketch = {
    duration: days(200),
    hosts: {},
    groups: { pc: { os: 'vista-business-sp1' } },
  };

  test('begins OOBGrace anew; three times on Vista Business, and then an event says that none is left', () => {
    const result = run({ ...lonely, timeline: [20, 40, 60, 80].map((day) => rearm(days(day))) });
    expect(minutesOf(result, 'pc-0001', 'rearmed')).toEqual([20, 40, 60].map(days));
    expect(minutesOf(result, 'pc-0001', 'rearm-refused')).toEqual([days(80)]);
    // The third OOBGrace runs from day 60 to day 90.
    expect(conditionsOf(result).at(-1)).toBe(`${days(90)} Notification`);
  });

  test('lifts a machine out of Notification, and takes the license of an activated one', () => {
    expect(conditionsOf(run({ ...lonely, timeline: [rearm(days(50))] }))).toEqual([
      '0 OOBGrace',
      `${days(30)} Notification`,
      `${days(50)} OOBGrace`,
      `${days(80)} Notification`,
    ]);
    const licensed = run({ ...lonely, rules: EASY, hosts: { 'kms-1': {} }, timeline: [rearm(days(50))] });
    expect(conditionsOf(licensed).slice(-2)).toEqual([`${days(50)} OOBGrace`, `${days(50)} Licensed`]);
  });

  test('gives each clone a CMID of its own (KB 929829)', () => {
    const result = run({
      duration: 200,
      groups: { pc: { count: 30, os: 'vista-business-sp1', image: 'cloned' } },
      timeline: [rearm(100)],
    });
    // One record before, and 1 + 30 after: the 24th is answered 25.
    expect(
      countsOf(result)
        .slice(0, 30)
        .every((line) => line === '0 1'),
    ).toBe(true);
    expect(result.brief('activated')[0]).toBe('100 activated pc-0024');
  });
});

describe('an image that was in use', () => {
  test('hands on the grace and the rearms that were spent in it', () => {
    const result = run({
      duration: days(100),
      hosts: {},
      groups: {
        pc: { os: 'vista-business-sp1', rearm: 'at-expiry', image: { graceUsed: days(10), rearmsUsed: 2 } },
      },
    });
    // 30 - 10 = 20 days, then the one rearm of three that is left: 30 more.
    expect(minutesOf(result, 'pc-0001', 'rearmed')).toEqual([days(20)]);
    expect(conditionsOf(result).at(-1)).toBe(`${days(50)} Notification`);
  });

  test('whose grace was used up is in its end state at the end of its first minute', () => {
    const result = run({ hosts: {}, groups: { pc: { image: { graceUsed: days(31), rearmsUsed: 0 } } } });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', '0 Notification']);
  });

  test('is replaced by a rebuild from another', () => {
    const result = run({
      duration: 200,
      groups: { pc: { count: 30, os: 'vista-business-sp1', image: 'cloned' } },
      timeline: [
        { at: 100, type: 'rebuild', group: 'pc', image: { cmid: 'own', graceUsed: 0, rearmsUsed: 0 } },
      ],
    });
    expect(result.brief('activated')[0]).toBe('100 activated pc-0024');
  });
});

describe('`slmgr /skms` and `/ckms`', () => {
  test('set the host of the next contact by hand, and turn discovery on again', () => {
    const result = run({
      duration: 400,
      rules: EASY,
      hosts: { 'kms-1': HOURLY, 'kms-2': { ...HOURLY, publish: false } },
      groups: { pc: {} },
      timeline: [
        { at: 90, type: 'point', group: 'pc', host: 'kms-2' },
        { at: 210, type: 'point', group: 'pc', host: null },
      ],
    });
    const asked = result.of('pc-0001').filter(({ host }) => host !== '');
    expect(asked.map(({ host }) => host)).toEqual([
      'kms-1',
      'kms-1',
      'kms-2',
      'kms-2',
      'kms-1',
      'kms-1',
      'kms-1',
    ]);
  });
});

describe('SRV records', () => {
  const late = { pc: { install: { at: 100, over: 0, order: 'even' } } } as const;

  test('are gone when a host is unpublished, and do not come back', () => {
    const result = run({
      duration: days(3),
      groups: { pc: { install: { at: days(2), over: 0, order: 'even' } } },
      timeline: [{ at: 50, type: 'unpublish', host: 'kms-1' }],
    });
    expect(outcomesOf(result, 'pc-0001')[0]).toBe(`${days(2)} no-host 0x8007232B`);
  });

  test('cannot be made by hosts where the zone takes no dynamic updates, only by hand', () => {
    const zone = (records: string[]): EstateSketch => ({
      duration: 101,
      rules: EASY,
      zones: { corp: { dynamicUpdate: false, records } },
      groups: late,
    });
    expect(
      run(zone([]))
        .of('kms-1')
        .find(({ event }) => event === 'published')?.code,
    ).not.toBe('0x0');
    expect(outcomesOf(run(zone([])), 'pc-0001')).toEqual(['100 no-host 0x8007232B']);
    expect(outcomesOf(run(zone(['kms-1'])), 'pc-0001')).toEqual(['100 activated']);
  });

  test('made by hand stay where they are for a host that is down', () => {
    const result = run({
      duration: 101,
      zones: { corp: { records: ['kms-1'] } },
      hosts: { 'kms-1': { online: 1000 } },
      groups: late,
    });
    expect(outcomesOf(result, 'pc-0001')).toEqual(['100 no-host 0x800706BA']);
  });

  test('of a first host may be joined by the one host that is given rights', () => {
    const sketch: EstateSketch = {
      duration: days(3),
      zones: { corp: { updateRights: 'first-host' } },
      hosts: { 'kms-1': {}, 'kms-2': {}, 'kms-3': {} },
      timeline: [{ at: 100, type: 'grant', zone: 'corp', to: 'kms-3' }],
    };
    const { estate } = run(sketch).simulation;
    const zone = estate.zones.table.idOf('corp');
    expect(estate.zones.records(zone).map((host) => estate.hosts.all[host].name)).toEqual(['kms-1', 'kms-3']);
  });
});

describe('a KMS host', () => {
  test('counts virtual machines once it is updated (KB 968915)', () => {
    const result = run({
      duration: 400,
      groups: { vm: { count: 5, virtual: true, os: 'server-2008-standard' } },
      timeline: [{ at: 100, type: 'update', host: 'kms-1' }],
    });
    // Five servers' requests in minute 0 count for nothing, those of minute 120 for one each: the fifth gets 5.
    expect(countsOf(result).slice(0, 10)).toEqual([
      ...Array.from({ length: 5 }, () => '0 0'),
      ...[1, 2, 3, 4, 5].map((count) => `120 ${count}`),
    ]);
    expect(result.brief('activated')[0]).toBe('120 activated vm-0005');
  });

  test('counts virtual machines where its parameters say so, whatever the policy', () => {
    const hosts = { 'kms-1': { countsVirtual: true } };
    const result = run({ duration: 10, hosts, groups: { vm: { count: 2, virtual: true } } });
    expect(countsOf(result)).toEqual(['0 1', '0 2']);
  });

  test('with another key serves what that serves, from a count of 0, activated anew', () => {
    const result = run({
      duration: 400,
      rules: EASY,
      keys: {
        'kms-key': { type: 'kms', group: 'client', hosts: 6, activationsPerHost: 10 },
        better: { type: 'kms', group: 'server-b', hosts: 6, activationsPerHost: 10 },
      },
      groups: { srv: { os: 'server-2008-standard' } },
      timeline: [{ at: 100, type: 'rekey', host: 'kms-1', key: 'better' }],
    });
    expect(outcomesOf(result, 'srv-0001').slice(0, 2)).toEqual(['0 refused 0xC004F042', '120 activated']);
    const messages = result.lines.filter(({ event }) => event === 'message');
    expect(messages.map(({ minute, detail }) => `${minute} ${detail.split(' ')[0]}`)).toEqual([
      '0 host-activation',
      '100 host-activation',
    ]);
  });

  test('of more than a key allows is refused with 0xC004C008', () => {
    const result = run({
      keys: { 'kms-key': { type: 'kms', group: 'server-c', hosts: 1, activationsPerHost: 10 } },
      hosts: { 'kms-1': {}, 'kms-2': {} },
    });
    expect(result.brief('host-activated', 'host-refused')).toEqual([
      '0 host-activated kms-1',
      '0 host-refused kms-2',
    ]);
    expect(result.of('kms-2').find(({ event }) => event === 'host-refused')?.code).toBe('0xC004C008');
  });
});

describe('an upgrade in place', () => {
  const upgrade: TimelineEntry = { at: days(40), type: 'upgrade', group: 'pc', os: 'vista-business-sp1' };

  test('from the first Vista to SP1 ends reduced functionality, and keeps an activation', () => {
    const pc = { os: 'vista-business' } as const;
    const lapsed = run({ duration: days(50), hosts: {}, groups: { pc }, timeline: [upgrade] });
    expect(conditionsOf(lapsed)).toEqual([
      '0 OOBGrace',
      `${days(30)} Unlicensed`,
      `${days(40)} Notification`,
    ]);
    const licensed = run({ duration: days(50), rules: EASY, groups: { pc }, timeline: [upgrade] });
    expect(conditionsOf(licensed)).toEqual(['0 OOBGrace', '0 Licensed']);
    expect(countsOf(licensed).at(-1)).toMatch(/ 1$/);
  });
});

describe('outages of one network and of a VAMT', () => {
  test('take the Internet from one network alone', () => {
    const result = run({
      duration: 200,
      networks: { core: {}, site: {} },
      hosts: { 'kms-1': { online: 10 }, 'kms-2': { network: 'site', online: 10 } },
      timeline: [{ at: 0, type: 'down', target: 'internet', network: 'site', for: 100 }],
    });
    expect(minutesOf(result, 'kms-1', 'host-activated')).toEqual([10]);
    expect(minutesOf(result, 'kms-2', 'host-activated')).toEqual([130]);
  });

  test('let the rounds of a VAMT pass', () => {
    const result = runMak({
      duration: 2000,
      vamts: { vamt: VAMT },
      groups: { pc: { method: byProxy() } },
      timeline: [down('vamt', 500, 200)],
    });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([1200]);
  });
});

describe('confirmations of a VAMT', () => {
  test('are its own: another asks Microsoft again for the same machine', () => {
    const result = runMak({
      duration: days(3),
      keys: { mak: pool(9) },
      vamts: { vamt: VAMT, other: VAMT },
      groups: { pc: { method: byProxy('mak', 'vamt') } },
      timeline: [
        { at: 700, type: 'convert', group: 'pc', method: byProxy('mak', 'other') },
        { at: 710, type: 'rebuild', group: 'pc' },
        { at: 1300, type: 'convert', group: 'pc', method: byProxy('mak', 'vamt') },
        { at: 1310, type: 'rebuild', group: 'pc' },
      ],
    });
    // vamt asks in minute 600, other in 1200; back with vamt, in 1800, its own confirmation of 600 is good.
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([600, 1200, 1800]);
    const messages = result.lines.filter(({ event }) => event === 'message');
    expect(messages.map(({ minute, subject }) => `${minute} ${subject}`)).toEqual(['600 vamt', '1200 other']);
  });
});

test('machines stay off in closed times, such as holidays', () => {
  const result = run({
    duration: 4000,
    rules: EASY,
    hosts: { 'kms-1': { activationInterval: 1000, renewalInterval: 1000 } },
    groups: {
      pc: {
        uptime: {
          days: new Array<boolean>(7).fill(true),
          on: 0,
          off: 0,
          jitter: 0,
          closed: [{ from: 900, for: 600 }],
        },
      },
    },
  });
  // Always on but from 900 to 1499: the contact of minute 1000 is made in minute 1500.
  expect(minutesOf(result, 'pc-0001', 'activated', 'renewed')).toEqual([0, 1500, 2500, 3500]);
});
