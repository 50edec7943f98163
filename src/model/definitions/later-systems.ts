import { Condition } from './conditions.ts';
import { CLIENT_HOSTS, SERVER_HOSTS } from './later-hosts.ts';
import type { System } from './system.ts';

/** What Windows 7 and Server 2008 R2 have in common, and what Windows 8, Server 2012 and later have. */
const OF_7 = {
  initialGrace: 'windows7InitialGrace',
  graceAfterExpiry: 'windows7OutOfToleranceGrace',
  endState: Condition.Notification,
} as const satisfies Partial<System>;
const FROM_8 = {
  initialGrace: 'windows8InitialGrace',
  graceAfterExpiry: 'windows8OutOfToleranceGrace',
  endState: Condition.Notification,
} as const satisfies Partial<System>;

/** Online validation is modeled for Vista only; priority and weight of SRV records are heeded from Windows 7 on. */
const REARMED_7 = { rearms: 'windows7Rearms', validatedOnline: false, heedsPriority: true } as const;
const REARMED_8 = { rearms: 'windows8Rearms', validatedOnline: false, heedsPriority: true } as const;

const WINDOWS_7 = {
  ...OF_7,
  family: 'windows-7',
  client: { ...REARMED_7, keyGroup: 'windows-7', threshold: 'windows7Threshold' },
  host: CLIENT_HOSTS['windows-7'],
} as const satisfies Partial<System>;

const R2_CLIENT = { ...REARMED_7, threshold: 'server2008R2Threshold' } as const;
const R2 = { ...OF_7, family: 'server-2008-r2', host: SERVER_HOSTS['server-2008-r2'] } as const;
const R2_A = { ...R2, client: { ...R2_CLIENT, keyGroup: 'server-2008-r2-a' } } as const;
const R2_B = { ...R2, client: { ...R2_CLIENT, keyGroup: 'server-2008-r2-b' } } as const;
const R2_C = { ...R2, client: { ...R2_CLIENT, keyGroup: 'server-2008-r2-c' } } as const;

/** A client generation from Windows 8 on, whose key group has its name. */
function client<const Name extends 'windows-8' | 'windows-8.1' | 'windows-10'>(name: Name) {
  return {
    ...FROM_8,
    family: name,
    client: { ...REARMED_8, keyGroup: name, threshold: 'windows8Threshold' },
    host: CLIENT_HOSTS[name],
  } as const satisfies Partial<System>;
}

/** A server generation from Server 2012 on, whose key group has its name. */
function server<const Name extends Exclude<keyof typeof SERVER_HOSTS, 'server-2008-r2'>>(name: Name) {
  return {
    ...FROM_8,
    family: name,
    client: { ...REARMED_8, keyGroup: name, threshold: 'server2012Threshold' },
    host: SERVER_HOSTS[name],
  } as const satisfies Partial<System>;
}

const WINDOWS_8 = client('windows-8');
const WINDOWS_8_1 = client('windows-8.1');
const WINDOWS_10 = client('windows-10');
/** It has the client setup keys of Windows 10, and so its key group ("KMS client activation keys"). */
const WINDOWS_11 = { ...WINDOWS_10, family: 'windows-11' } as const;
const SERVER_2012 = server('server-2012');
const SERVER_2012_R2 = server('server-2012-r2');
const SERVER_2016 = server('server-2016');
const SERVER_2019 = server('server-2019');
const SERVER_2022 = server('server-2022');
const SERVER_2025 = server('server-2025');

/**
 * The systems from Windows 7 and Server 2008 R2 on. Editions for the long term (LTSB, LTSC) are left out: keys and
 * hosts that serve them differ by their year.
 */
export const LATER_SYSTEMS = {
  'windows-7-professional': { ...WINDOWS_7, title: 'Windows 7 Professional' },
  'windows-7-enterprise': { ...WINDOWS_7, title: 'Windows 7 Enterprise' },
  'server-2008-r2-web': { ...R2_A, title: 'Windows Web Server 2008 R2' },
  'server-2008-r2-standard': { ...R2_B, title: 'Windows Server 2008 R2 Standard' },
  'server-2008-r2-enterprise': { ...R2_B, title: 'Windows Server 2008 R2 Enterprise' },
  'server-2008-r2-datacenter': { ...R2_C, title: 'Windows Server 2008 R2 Datacenter' },
  'server-2008-r2-itanium': { ...R2_C, title: 'Windows Server 2008 R2 for Itanium-Based Systems' },
  'windows-8-pro': { ...WINDOWS_8, title: 'Windows 8 Pro' },
  'windows-8-enterprise': { ...WINDOWS_8, title: 'Windows 8 Enterprise' },
  'server-2012-standard': { ...SERVER_2012, title: 'Windows Server 2012 Standard' },
  'server-2012-datacenter': { ...SERVER_2012, title: 'Windows Server 2012 Datacenter' },
  'windows-8.1-pro': { ...WINDOWS_8_1, title: 'Windows 8.1 Pro' },
  'windows-8.1-enterprise': { ...WINDOWS_8_1, title: 'Windows 8.1 Enterprise' },
  'server-2012-r2-standard': { ...SERVER_2012_R2, title: 'Windows Server 2012 R2 Standard' },
  'server-2012-r2-datacenter': { ...SERVER_2012_R2, title: 'Windows Server 2012 R2 Datacenter' },
  'windows-10-pro': { ...WINDOWS_10, title: 'Windows 10 Pro' },
  'windows-10-enterprise': { ...WINDOWS_10, title: 'Windows 10 Enterprise' },
  'server-2016-standard': { ...SERVER_2016, title: 'Windows Server 2016 Standard' },
  'server-2016-datacenter': { ...SERVER_2016, title: 'Windows Server 2016 Datacenter' },
  'server-2019-standard': { ...SERVER_2019, title: 'Windows Server 2019 Standard' },
  'server-2019-datacenter': { ...SERVER_2019, title: 'Windows Server 2019 Datacenter' },
  'windows-11-pro': { ...WINDOWS_11, title: 'Windows 11 Pro' },
  'windows-11-enterprise': { ...WINDOWS_11, title: 'Windows 11 Enterprise' },
  'server-2022-standard': { ...SERVER_2022, title: 'Windows Server 2022 Standard' },
  'server-2022-datacenter': { ...SERVER_2022, title: 'Windows Server 2022 Datacenter' },
  'server-2025-standard': { ...SERVER_2025, title: 'Windows Server 2025 Standard' },
  'server-2025-datacenter': { ...SERVER_2025, title: 'Windows Server 2025 Datacenter' },
} as const satisfies Record<string, System>;
