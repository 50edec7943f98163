import type { HostSide } from './system.ts';

/**
 * What KMS hosts of each generation serve, and with which update: "KMS activation planning" (its list of required
 * updates), "Windows Server 2019 Activation" and, for Windows 8 and Server 2012, "Error 0xC004F015". What no list
 * names is not served: Vista by hosts on Server 2016 and later, Server 2019 by hosts on Server 2012, and anything
 * newer than Windows 8 by hosts on Windows 8. An update that is cumulative covers what the earlier ones did.
 */

const COUNTS = { countsVirtual: 'laterHostsCountVirtualMachines' } as const;

const CLIENTS_OF_7 = ['client', 'windows-7'] as const;
const SERVERS_OF_2008 = ['server-a', 'server-b', 'server-c'] as const;
const SERVERS_OF_2008_R2 = ['server-2008-r2-a', 'server-2008-r2-b', 'server-2008-r2-c'] as const;
/** What hosts of Server 2016 and later serve: up to their own generation, without Vista. */
const SINCE_2016 = [
  ...SERVERS_OF_2008,
  'windows-7',
  ...SERVERS_OF_2008_R2,
  ...(['windows-8', 'server-2012', 'windows-8.1', 'server-2012-r2', 'windows-10', 'server-2016'] as const),
] as const;
const UP_TO_2012 = [
  ...CLIENTS_OF_7,
  ...SERVERS_OF_2008,
  ...SERVERS_OF_2008_R2,
  ...(['windows-8', 'server-2012'] as const),
] as const;

/** Hosts on client systems serve no servers. */
export const CLIENT_HOSTS = {
  'windows-7': {
    ...COUNTS,
    serves: CLIENTS_OF_7,
    servesUpdated: {
      'windows-8': ['KB2757817', 'KB3079821'],
      'windows-8.1': ['KB3079821'],
      'windows-10': ['KB3079821'],
    },
  },
  'windows-8': { ...COUNTS, serves: [...CLIENTS_OF_7, 'windows-8'] },
  'windows-8.1': {
    ...COUNTS,
    serves: [...CLIENTS_OF_7, 'windows-8', 'windows-8.1'],
    servesUpdated: { 'windows-10': ['KB3172614'] },
  },
  'windows-10': { ...COUNTS, serves: [...CLIENTS_OF_7, 'windows-8', 'windows-8.1', 'windows-10'] },
} as const satisfies Record<string, HostSide>;

export const SERVER_HOSTS = {
  'server-2008-r2': {
    ...COUNTS,
    serves: [...CLIENTS_OF_7, ...SERVERS_OF_2008, ...SERVERS_OF_2008_R2],
    servesUpdated: {
      'windows-8': ['KB2757817', 'KB3079821'],
      'server-2012': ['KB2757817', 'KB3079821'],
      'windows-8.1': ['KB3079821'],
      'server-2012-r2': ['KB3079821'],
      'windows-10': ['KB3079821'],
    },
  },
  'server-2012': {
    ...COUNTS,
    serves: UP_TO_2012,
    servesUpdated: {
      'windows-8.1': ['KB3172615'],
      'server-2012-r2': ['KB3172615'],
      'windows-10': ['KB3172615'],
      'server-2016': ['KB3172615'],
    },
  },
  'server-2012-r2': {
    ...COUNTS,
    serves: [...UP_TO_2012, 'windows-8.1', 'server-2012-r2'],
    servesUpdated: {
      'windows-10': ['KB3172614', 'KB4467695'],
      'server-2016': ['KB3172614', 'KB4467695'],
      'server-2019': ['KB4467695'],
    },
  },
  'server-2016': {
    ...COUNTS,
    serves: SINCE_2016,
    servesUpdated: { 'server-2019': ['KB4478877', 'KB5003638'], 'server-2022': ['KB5003638'] },
  },
  'server-2019': {
    ...COUNTS,
    serves: [...SINCE_2016, 'server-2019'],
    servesUpdated: { 'server-2022': ['KB5003646', 'KB5034768'], 'server-2025': ['KB5034768'] },
  },
  'server-2022': {
    ...COUNTS,
    serves: [...SINCE_2016, 'server-2019', 'server-2022'],
    servesUpdated: { 'server-2025': ['KB5034765'] },
  },
  'server-2025': { ...COUNTS, serves: [...SINCE_2016, 'server-2019', 'server-2022', 'server-2025'] },
} as const satisfies Record<string, HostSide>;
