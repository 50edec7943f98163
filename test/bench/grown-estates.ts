import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { days, estate } from '../model/estate.ts';

const MACHINES = 20_000;
const install = { at: 0, over: days(7), order: 'random' } as const;

/** Some names, each with a value. */
function each<Value>(count: number, name: string, value: (index: number) => Value): Record<string, Value> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}-${index}`, value(index)]));
}

/**
 * An estate that is so large in one respect; all else stays the same, but what must grow with it: a network has a group.
 * Time and memory should grow in proportion, or less.
 */
export const GROWN_ESTATES = {
  machines: (size) =>
    estate({ duration: days(60), groups: { desktops: { count: size * MACHINES, install } } }),
  hosts: (size) =>
    estate({
      duration: days(60),
      hosts: each(size * 10, 'kms', () => ({})),
      keys: { 'kms-key': { type: 'kms', group: 'server-c', hosts: size * 10, activationsPerHost: 10 } },
      groups: { desktops: { count: MACHINES, install } },
    }),
  networks: (size) =>
    estate({
      duration: days(60),
      networks: { core: {}, ...each(size * 50, 'site', () => ({ zone: 'corp' })) },
      links: each(size * 50, 'wan', (index) => ({
        from: `site-${index}`,
        to: 'core',
        allow: ['kms', 'dns'],
      })),
      groups: each(size * 50, 'pc', (index) => ({ count: 100, network: `site-${index}`, install })),
    }),
  groups: (size) =>
    estate({ duration: days(60), groups: each(size * 200, 'pc', () => ({ count: 25, install })) }),
  timeline: (size) =>
    estate({
      duration: days(200),
      groups: { desktops: { count: MACHINES, install } },
      timeline: Array.from({ length: size * 500 }, (_, index) => ({
        at: days(8) + index * 10,
        type: 'down' as const,
        target: 'kms-1',
        for: 5,
      })),
    }),
  years: (size) =>
    estate({ duration: days(365 * size), groups: { desktops: { count: MACHINES / 4, install } } }),
} as const satisfies Record<string, (size: number) => EstateParameters>;
export type Growth = keyof typeof GROWN_ESTATES;

/** Sizes whose runs take longer than the process and its compiler. More hosts than 320 leave each too few clients for a count. */
export const SMALL_SIZES: Readonly<Record<Growth, number>> = {
  machines: 32,
  hosts: 8,
  networks: 32,
  groups: 32,
  timeline: 16,
  years: 16,
};
