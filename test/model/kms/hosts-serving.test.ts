import { describe, expect, test } from 'vitest';
import type { KeyGroup } from '../../../src/model/definitions/key-groups.ts';
import { CLIENT_SYSTEMS, KEY_GROUP_NAMES } from '../../../src/model/definitions/system-lookups.ts';
import type { SystemName } from '../../../src/model/definitions/systems.ts';
import { days, type EstateSketch } from '../estate.ts';
import { countsOf, EASY, outcomesOf, run } from '../queries.ts';

/** A client asks a host of a system with a key of a group; whether it is served. */
function isServed(hostOs: SystemName, keyGroup: KeyGroup, clientOs: SystemName): boolean {
  const result = run({
    duration: 10,
    rules: EASY,
    keys: { 'kms-key': { type: 'kms', group: keyGroup, hosts: 6, activationsPerHost: 10 } },
    hosts: { 'kms-1': { os: hostOs } },
    groups: { client: { os: clientOs } },
  });
  const outcomes = outcomesOf(result, 'client-0001');
  expect(outcomes.length).toBe(1);
  if (outcomes[0] === '0 activated') return true;
  expect(outcomes[0]).toBe('0 refused 0xC004F042');
  return false;
}

describe('the hierarchy of key groups', () => {
  // Planning Guide, Volume License Product Key Groups: rows are keys, columns client, server A, B, C.
  const SERVES = {
    client: [true, false, false, false],
    'server-a': [true, true, false, false],
    'server-b': [true, true, true, false],
    'server-c': [true, true, true, true],
  } as const;
  const KEYS = Object.keys(SERVES) as (keyof typeof SERVES)[];
  const CLIENTS: readonly SystemName[] = [
    'vista-business-sp1',
    'server-2008-web',
    'server-2008-standard',
    'server-2008-itanium',
  ];
  const pairs = KEYS.flatMap((group) =>
    CLIENTS.map((client, column) => [group, client, SERVES[group][column]] as const),
  );

  test.each(pairs)(
    'a %s key on Server 2008 or 2003 and a %s client: served is %s',
    (group, client, served) => {
      expect(isServed('server-2008-standard', group, client)).toBe(served);
      expect(isServed('server-2003', group, client)).toBe(served);
    },
  );

  test.each(KEYS)('a %s key on a Vista host serves Vista only', (group) => {
    expect(CLIENTS.map((client) => isServed('vista-enterprise-sp1', group, client))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('every system belongs to the least key group that serves it', () => {
    const systems = CLIENT_SYSTEMS.filter((system) => /^vista|^server-2008-(?!r2)/.test(system));
    const leastGroups = systems.map((system) => [
      system,
      KEY_GROUP_NAMES.find((group) => isServed('server-2008-standard', group, system)),
    ]);
    expect(Object.fromEntries(leastGroups)).toEqual({
      'vista-business': 'client',
      'vista-enterprise': 'client',
      'vista-business-sp1': 'client',
      'vista-enterprise-sp1': 'client',
      'server-2008-web': 'server-a',
      'server-2008-standard': 'server-b',
      'server-2008-enterprise': 'server-b',
      'server-2008-datacenter': 'server-c',
      'server-2008-itanium': 'server-c',
    });
  });
});

describe('refusals', () => {
  const isolated: EstateSketch = {
    duration: days(3),
    rules: EASY,
    networks: { core: { internet: false } },
    groups: { pc: {} },
  };

  test('a host that was never activated answers and refuses', () => {
    const result = run({ ...isolated, duration: 300 });
    expect(outcomesOf(result, 'pc-0001')).toEqual([
      '0 refused 0xC004F041',
      '120 refused 0xC004F041',
      '240 refused 0xC004F041',
    ]);
    expect(countsOf(result)).toEqual([]);
  });

  test('a host that was never activated refuses before its own grace ends and after', () => {
    const result = run({ ...isolated, duration: days(61) });
    const host = result.of('kms-1').filter(({ event }) => event === 'condition');
    expect(host.map(({ minute, condition }) => [minute, condition])).toEqual([[days(60), 'Notification']]);
    expect(new Set(outcomesOf(result, 'pc-0001').map((line) => line.split(' ')[2]))).toEqual(
      new Set(['0xC004F041']),
    );
  });

  test('leave no record', () => {
    const result = run({
      duration: 300,
      rules: EASY,
      keys: { 'kms-key': { type: 'kms', group: 'client', hosts: 6, activationsPerHost: 10 } },
      groups: { servers: { count: 9, os: 'server-2008-web' }, pc: { install: at(60) } },
    });
    expect(countsOf(result)).toEqual(['60 1']);
    expect(result.dailyCounts['kms-1']).toEqual([1]);
  });

  test('do not enlarge the table either', () => {
    // The host is activated by telephone in minute 30. Had the Vista of minute 0 counted, 50 were kept.
    const result = run({
      duration: 120,
      hosts: { 'kms-1': { activateBy: 'telephone' } },
      groups: { pc: {}, servers: { count: 30, os: 'server-2008-web', install: at(60) } },
    });
    expect(outcomesOf(result, 'pc-0001')).toEqual(['0 refused 0xC004F041']);
    expect(result.dailyCounts['kms-1']).toEqual([10]);
  });

  test('end with the activation of the host', () => {
    const result = run({ ...isolated, hosts: { 'kms-1': { activateBy: 'telephone' } } });
    expect(outcomesOf(result, 'pc-0001').slice(0, 2)).toEqual(['0 refused 0xC004F041', '120 activated']);
  });

  test('a host serves in OOTGrace and refuses in Notification', () => {
    const result = run({
      ...isolated,
      duration: days(40),
      networks: { core: {} },
      hosts: { 'kms-1': { renewalInterval: days(1), activationInterval: days(1) } },
      timeline: [
        { at: days(2), type: 'down', target: 'internet', for: null },
        { at: days(3) - 60, type: 'move', host: 'kms-1' },
      ],
    });
    // 30 days of OOTGrace from an hour before day 3: served on day 32, refused on day 33.
    const outcomes = outcomesOf(result, 'pc-0001');
    expect(outcomes[32]).toBe(`${days(32)} renewed`);
    expect(outcomes[33]).toBe(`${days(33)} refused 0xC004F041`);
    expect(outcomes.at(-1)).toBe(`${days(39)} refused 0xC004F041`);
  });

  function at(minute: number) {
    return { at: minute, over: 0, order: 'even' } as const;
  }
});
