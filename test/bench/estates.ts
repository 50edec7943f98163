import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { days, estate } from '../model/estate.ts';

/** Days over which the clients of both estates are installed. */
export const INSTALLED_OVER = days(7);

const WEEKDAYS = [true, true, true, true, true, false, false];
const OFFICE_HOURS = { days: WEEKDAYS, on: 480, off: 1080, jitter: 30 };

/** In which order machines are installed: of their numbers, or none, as other simulators' benchmarks start them. */
export type Order = 'even' | 'random';

/** One host, Vista clients, everything in reach: what other simulators were measured with. */
export function minimalEstate(machines: number, length: number, order: Order = 'even'): EstateParameters {
  const install = { at: 0, over: INSTALLED_OVER, order };
  return estate({ duration: days(length), groups: { desktops: { count: machines, install } } });
}

/** The same in no order, on for ten hours of a working day. */
export function officeEstate(machines: number, length: number): EstateParameters {
  const install = { at: 0, over: INSTALLED_OVER, order: 'random' } as const;
  const groups = { desktops: { count: machines, install, uptime: OFFICE_HOURS } };
  return estate({ duration: days(length), groups });
}

/** Office hours, roaming, two hosts, outages, MAK and labs in one estate. */
export function mixedEstate(machines: number, length: number): EstateParameters {
  const part = (share: number) => Math.max(1, Math.round(machines * share));
  const install = { at: 0, over: INSTALLED_OVER, order: 'even' } as const;
  const mak = { type: 'mak', key: 'mak-key', by: 'internet' } as const;
  return estate({
    duration: days(length),
    networks: { core: {}, site: { zone: 'corp' } },
    links: { wan: { from: 'site', to: 'core', allow: ['kms', 'dns', 'wmi'] } },
    hosts: { 'kms-1': {}, 'kms-2': {} },
    keys: {
      'kms-key': { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 },
      'mak-key': { type: 'mak', group: 'client', activations: machines },
    },
    groups: {
      desktops: { count: part(0.4), install, uptime: OFFICE_HOURS },
      servers: { count: part(0.1), install, os: 'server-2008-standard' },
      virtual: { count: part(0.1), install, os: 'server-2008-standard', virtual: true },
      branch: { count: part(0.2), install, network: 'site', uptime: OFFICE_HOURS },
      laptops: { count: part(0.1), install, connects: { every: days(14), for: 480, first: 'random' } },
      single: { count: part(0.05), install, method: mak },
      lab: { count: part(0.05), install, rebuildEvery: days(45), rearm: 'at-expiry' },
    },
    timeline: [
      { at: days(60), type: 'down', target: 'kms-1', for: days(5) },
      { at: days(120), type: 'down', target: 'wan', for: days(10) },
      { at: days(200), type: 'block', link: 'wan', services: ['kms'], for: days(3) },
    ],
  });
}
