import { describe, expect, test } from 'vitest';
import { Design } from '../../../src/advice/design/design.ts';
import { warningsOf } from '../../../src/advice/warnings/warnings.ts';
import type { EstateParameters, TimelineEntry } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch, estate, type GroupSketch } from '../../model/estate.ts';

/** Some names, each with a value. */
function each<Value>(size: number, name: string, value: (index: number) => Value): Record<string, Value> {
  return Object.fromEntries(Array.from({ length: size }, (_, index) => [`${name}-${index}`, value(index)]));
}

function entries(size: number, entry: (index: number) => TimelineEntry): TimelineEntry[] {
  return Array.from({ length: size }, (_, index) => entry(index));
}

const LATE = days(300);
const groups = (size: number, group: GroupSketch = {}) => each(size, 'pc', () => ({ count: 30, ...group }));
const hosts = (size: number) => each(size, 'kms', () => ({}));
const KEY = { type: 'kms', group: 'server-c', hosts: 10_000, activationsPerHost: 10 } as const;
const keys = { 'kms-key': KEY };
/** Sites with a link to the core, each with a group. */
const sites = (size: number) => ({
  networks: { core: {}, ...each(size, 'site', () => ({})) },
  links: each(size, 'wan', (index) => ({
    from: `site-${index}`,
    to: 'core',
    allow: ['kms', 'dns'] as const,
  })),
  groups: each(size, 'pc', (index) => ({ count: 30, network: `site-${index}` })),
});
/** Sites with a zone and a host of their own. */
const islands = (size: number) => ({
  keys,
  networks: each(size, 'site', (index) => ({ zone: `zone-${index}` })),
  zones: each(size, 'zone', (index) => ({ network: `site-${index}` })),
  hosts: each(size, 'kms', (index) => ({ network: `site-${index}` })),
  groups: each(size, 'pc', (index) => ({ count: 30, network: `site-${index}` })),
});

/** Estates that are so large in one respect, and in what must grow with it. */
const GROWN: Readonly<Record<string, (size: number) => EstateSketch>> = {
  'groups that are retired late': (size) => ({
    groups: groups(size),
    timeline: entries(size, (index) => ({ at: LATE, type: 'retire', group: `pc-${index}`, count: null })),
  }),
  'sites whose links are blocked late': (size) => ({
    ...sites(size),
    timeline: entries(size, (index) => ({
      at: LATE,
      type: 'block',
      link: `wan-${index}`,
      services: ['kms'],
      for: null,
    })),
  }),
  'sites whose links are lost late': (size) => ({
    ...sites(size),
    timeline: entries(size, (index) => ({ at: LATE, type: 'down', target: `wan-${index}`, for: null })),
  }),
  'hosts that are lost late': (size) => ({
    keys,
    hosts: hosts(size),
    groups: groups(1),
    timeline: entries(size, (index) => ({ at: LATE, type: 'down', target: `kms-${index}`, for: null })),
  }),
  'hosts of one zone': (size) => ({ keys, hosts: hosts(size), groups: groups(1) }),
  'hosts that are moved': (size) => ({
    keys,
    hosts: each(size, 'kms', () => ({ virtual: true })),
    timeline: entries(size, (index) => ({ at: days(9), type: 'move', host: `kms-${index}` })),
  }),
  'hosts that their own keys do not activate': (size) => ({
    keys: each(size, 'key', () => ({ ...KEY, hosts: 0 })),
    hosts: each(size, 'kms', (index) => ({ key: `key-${index}` })),
  }),
  'hosts for which more is asked': (size) => ({
    keys: { 'kms-key': { ...KEY, hosts: 1 } },
    hosts: hosts(size),
    timeline: entries(size, () => ({ at: 0, type: 'raise', key: 'kms-key', hosts: 1, activations: 0 })),
  }),
  'hosts that are granted a zone': (size) => ({
    keys,
    zones: { corp: { updateRights: 'first-host' } },
    hosts: hosts(size),
    timeline: entries(size, (index) => ({ at: 0, type: 'grant', zone: 'corp', to: `kms-${index}` })),
  }),
  'keys of one host, and its groups': (size) => ({
    groups: groups(size, { install: { at: days(9), over: 0, order: 'even' } }),
    timeline: entries(size, (index) => ({ at: days(1) + index, type: 'rekey', host: 'kms-1' })),
  }),
  'sites with their own hosts': islands,
  'sites with their own hosts, and Office': (size) => ({
    ...islands(size),
    keys: { ...keys, office: { ...KEY, group: 'office-2010' } },
    groups: each(size, 'pc', (index) => ({ count: 30, network: `site-${index}`, office: 2010 })),
  }),
  'sites whose counts conversions drain': (size) => ({
    ...islands(size),
    keys: { ...keys, mak: { type: 'mak', group: 'client', activations: 9_000_000 } },
    groups: {
      ...each(size, 'pc', (index) => ({ count: 30, network: `site-${index}` })),
      ...each(size, 'old', (index) => ({ count: 9, network: `site-${index}` })),
    },
    timeline: entries(size, (index) => ({
      at: days(40),
      type: 'convert',
      group: `pc-${index}`,
      method: { type: 'mak', key: 'mak', by: 'internet' },
    })),
  }),
  'sites whose counts Active Directory drains': (size) => {
    const base = islands(size);
    return {
      ...base,
      keys: { 'kms-key': { ...KEY, group: 'windows-8.1' } },
      hosts: each(size, 'kms', (index) => ({ network: `site-${index}`, os: 'windows-8.1-pro' })),
      domains: { ad: { controllers: Object.keys(base.networks), objects: { one: { key: 'kms-key' } } } },
      groups: {
        ...each(size, 'pc', (index) => ({
          count: 30,
          network: `site-${index}`,
          os: 'windows-8.1-pro',
          domain: 'ad',
        })),
        ...each(size, 'old', (index) => ({ count: 9, network: `site-${index}` })),
      },
    };
  },
  'sites without a zone': (size) => ({
    networks: { middle: {}, ...each(size, 'site', () => ({ zone: null })) },
    zones: { corp: { network: 'middle' } },
    hosts: { 'kms-1': { network: 'middle' } },
    groups: each(size, 'pc', (index) => ({ count: 30, network: `site-${index}` })),
  }),
  'sites whose zones have no hosts': (size) => ({ ...islands(size), hosts: {} }),
  'sites whose links let no DNS through': (size) => ({
    ...sites(size),
    links: each(size, 'wan', (index) => ({ from: `site-${index}`, to: 'core', allow: ['kms'] as const })),
  }),
  'laboratories that are rebuilt': (size) => ({
    groups: groups(size, { method: { type: 'none' } }),
    timeline: entries(size, (index) => ({ at: days(40), type: 'rebuild', group: `pc-${index}` })),
  }),
  'groups with keys of their own, which are raised': (size) => ({
    keys: {
      ...keys,
      ...each(size, 'mak', () => ({ type: 'mak', group: 'client', activations: 9 }) as const),
    },
    groups: each(size, 'pc', (index) => ({
      count: 30,
      method: { type: 'mak', key: `mak-${index}`, by: 'internet' } as const,
    })),
    timeline: entries(size, (index) => ({
      at: days(9),
      type: 'raise',
      key: `mak-${index}`,
      activations: 1,
      hosts: 0,
    })),
  }),
  'roaming groups': (size) => ({
    groups: groups(size, { connects: { every: days(200), for: days(1), first: 'random' } }),
  }),
  'groups without a grace, one after the other': (size) => ({
    keys: { 'kms-key': { ...KEY, group: 'windows-8.1' } },
    hosts: { 'kms-1': { os: 'windows-8.1-pro' } },
    groups: each(size, 'pc', (index) => ({
      count: 30,
      os: 'windows-8.1-pro',
      install: { at: index, over: days(30), order: 'even' } as const,
    })),
  }),
};

/** How often entries of an estate are looked at. */
class Looks {
  count = 0;

  /** A map, or list, that counts. */
  at<Collection>(collection: Collection): Collection {
    const looks = this;
    if (collection instanceof Map) {
      const counted = new Map(collection);
      counted.get = (key) => {
        looks.count += 1;
        return collection.get(key);
      };
      const walk = function* <Value>(values: Iterable<Value>) {
        for (const value of values) {
          looks.count += 1;
          yield value;
        }
      };
      counted[Symbol.iterator] = () => walk(collection) as MapIterator<[unknown, unknown]>;
      counted.keys = () => walk(collection.keys()) as MapIterator<unknown>;
      counted.values = () => walk(collection.values()) as MapIterator<unknown>;
      return counted as Collection;
    }
    if (!Array.isArray(collection)) return collection;
    return new Proxy(collection, {
      get: (target, name) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) looks.count += 1;
        return Reflect.get(target, name) as unknown;
      },
    });
  }
}

/** How often the warnings look at the entries of an estate. */
function looksOf(sketch: EstateSketch): number {
  const looks = new Looks();
  const parameters = estate({ duration: days(365), ...sketch });
  const counted = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, looks.at(value)]),
  ) as unknown as EstateParameters;
  warningsOf({ design: new Design(counted), written: {} });
  return looks.count;
}

describe('the work of all warnings', () => {
  test.each(Object.keys(GROWN))('grows in proportion to %s', (name) => {
    const [first, second, third] = [25, 50, 100].map((size) => looksOf(GROWN[name](size)));
    // Twice as many more are twice as much more work; four times as much where each is compared with all.
    expect((third - second) / (second - first)).toBeLessThan(2.2);
  });
});
