import { describe, expect, test } from 'vitest';
import type { EstateParameters } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { contactsOf, run } from '../queries.ts';
import type { Trace } from '../trace.ts';

const SEVEN = { windows7Threshold: 1, vistaThreshold: 1 };
const KEYS: EstateSketch['keys'] = {
  'kms-key': { type: 'kms', group: 'server-2008-r2-c', hosts: 6, activationsPerHost: 10 },
};
const host = { os: 'server-2008-r2-standard' } as const;
const down = (target: string, at: number, length: number) =>
  ({ at, type: 'down', target, for: length }) as const satisfies EstateParameters['timeline'][number];

/** How many machines of a group were answered first by each host. */
function firstAnswers(result: Trace, group: string, count: number): Record<string, number> {
  const shares: Record<string, number> = {};
  for (let index = 1; index <= count; index += 1) {
    const name = `${group}-${String(index).padStart(4, '0')}`;
    const asked = contactsOf(result, name)[0].host;
    shares[asked] = (shares[asked] ?? 0) + 1;
  }
  return shares;
}

describe('priority and weight of SRV records', () => {
  const hosts = {
    first: { ...host, priority: 0, weight: 30 },
    second: { ...host, priority: 0, weight: 10 },
    spare: { ...host, priority: 10, weight: 100 },
  };
  const groups = {
    seven: { os: 'windows-7-professional', count: 400 },
    vista: { os: 'vista-enterprise-sp1', count: 400 },
  } as const;

  test('Windows 7 asks the lowest priority only, by weight; Vista asks any host', () => {
    const result = run({ rules: SEVEN, keys: KEYS, hosts, groups });
    const seven = firstAnswers(result, 'seven', 400);
    // 300 of 400 are expected, with a standard deviation of 8.7.
    expect(seven.first).toBeGreaterThan(270);
    expect(seven.first).toBeLessThan(330);
    expect(seven.first + seven.second).toBe(400);
    const vista = firstAnswers(result, 'vista', 400);
    for (const name of ['first', 'second', 'spare']) expect(vista[name]).toBeGreaterThan(100);
  });

  test('a host of a higher priority answers when no other does', () => {
    const timeline = [down('first', 0, days(1)), down('second', 0, days(1))];
    const result = run({
      rules: SEVEN,
      keys: KEYS,
      hosts,
      groups: { seven: { ...groups.seven, count: 5, install: { at: 120, over: 0, order: 'even' } } },
      timeline,
    });
    expect(firstAnswers(result, 'seven', 5)).toEqual({ spare: 5 });
  });

  test('hosts without weight are asked after those that have one, and equally without any', () => {
    const seven = { seven: { os: 'windows-7-professional', count: 200 } } as const;
    const some = { first: host, second: { ...host, weight: 1 } };
    expect(firstAnswers(run({ rules: SEVEN, keys: KEYS, hosts: some, groups: seven }), 'seven', 200)).toEqual(
      { second: 200 },
    );
    const none = firstAnswers(
      run({ rules: SEVEN, keys: KEYS, hosts: { first: host, second: host }, groups: seven }),
      'seven',
      200,
    );
    const equal = { first: { ...host, weight: 7 }, second: { ...host, weight: 7 } };
    expect(
      firstAnswers(run({ rules: SEVEN, keys: KEYS, hosts: equal, groups: seven }), 'seven', 200),
    ).toEqual(none);
    expect(none.first).toBeGreaterThan(70);
    expect(none.second).toBeGreaterThan(70);
  });

  test('do not bring back a client that has another host in its cache, but one that keeps none', () => {
    const asked = (cacheHost: boolean) => {
      const result = run({
        duration: days(10),
        rules: SEVEN,
        keys: KEYS,
        hosts: { first: hosts.first, spare: hosts.spare },
        groups: {
          seven: {
            os: 'windows-7-professional',
            count: 1,
            cacheHost,
            install: { at: 60, over: 0, order: 'even' },
          },
        },
        timeline: [down('first', 0, days(1))],
      });
      return contactsOf(result, 'seven-0001').map((contact) => contact.host);
    };
    expect(asked(true)).toEqual(['spare', 'spare']);
    expect(asked(false)).toEqual(['spare', 'first']);
  });
});

describe('a KMS domain set by hand', () => {
  const estate: EstateSketch = {
    rules: SEVEN,
    keys: KEYS,
    networks: { core: { zone: 'corp' }, lab: { zone: 'lab' } },
    zones: { corp: {}, lab: { network: 'lab' } },
    hosts: { corporate: host, own: { ...host, network: 'lab' } },
    links: { out: { from: 'lab', to: 'core', allow: ['kms', 'dns', 'wmi'] } },
  };
  const first = (group: NonNullable<EstateSketch['groups']>[string]) =>
    contactsOf(
      run({ ...estate, groups: { pc: { os: 'windows-7-professional', network: 'lab', ...group } } }),
      'pc-0001',
    )[0].host;

  test('is asked instead of the zone of the network, and a host set by hand comes before it', () => {
    expect(first({})).toBe('own');
    expect(first({ kmsDomain: 'corp' })).toBe('corporate');
    expect(first({ kmsDomain: 'corp', host: 'own' })).toBe('own');
  });
});
