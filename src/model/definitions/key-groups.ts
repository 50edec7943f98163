import type { Family } from './families.ts';

/**
 * Product key groups: of Vista and Server 2008 after "Volume Activation 2.0 Changes for Windows Server 2008 and
 * Windows Vista SP1" and the list of volume product key groups, later ones after "KMS activation planning" and
 * "Windows Server 2019 Activation". A MAK activates its own group only.
 */
export interface KeyGroupRow {
  /** The systems of the group, for people. */
  readonly members: string;
  /** Client groups that a KMS key of this group serves, its own among them. */
  readonly serves: readonly string[];
  /** Systems of hosts on which the KMS key works; on others it serves nobody. Left out: on all. */
  readonly hosts?: readonly Family[];
  /** Whether Active Directory can activate the systems of the group, and a KMS key of it be an activation object. */
  readonly activeDirectory?: true;
}

/** What the keys of a generation serve: those of all earlier ones, and their own. */
const VISTA = ['client'] as const;
const WINDOWS_7 = [...VISTA, 'windows-7'] as const;
const WINDOWS_8 = [...WINDOWS_7, 'windows-8'] as const;
const WINDOWS_8_1 = [...WINDOWS_8, 'windows-8.1'] as const;
const SERVER_A = [...VISTA, 'server-a'] as const;
const SERVER_B = [...SERVER_A, 'server-b'] as const;
const SERVER_C = [...SERVER_B, 'server-c'] as const;
const R2_A = [...SERVER_A, 'windows-7', 'server-2008-r2-a'] as const;
const R2_B = [...R2_A, 'server-b', 'server-2008-r2-b'] as const;
const R2_C = [...R2_B, 'server-c', 'server-2008-r2-c'] as const;
const SERVER_2012 = [...R2_C, 'windows-8', 'server-2012'] as const;
const SERVER_2012_R2 = [...SERVER_2012, 'windows-8.1', 'server-2012-r2'] as const;
const WINDOWS_10 = [...SERVER_2012_R2, 'windows-10'] as const;
/** Microsoft's lists of what keys from Server 2016 on serve have Server 2008, but not Vista. */
const SERVER_2016 = [...WINDOWS_10.filter((group) => group !== 'client'), 'server-2016'] as const;
const SERVER_2019 = [...SERVER_2016, 'server-2019'] as const;
const SERVER_2022 = [...SERVER_2019, 'server-2022'] as const;
const SERVER_2025 = [...SERVER_2022, 'server-2025'] as const;

/** A client key cannot be installed on a server; that of Vista can on those of its time, which take any key here. */
const CLIENT_HOSTS = ['vista', 'windows-7', 'windows-8', 'windows-8.1', 'windows-10', 'windows-11'] as const;

/** Active Directory activates Windows 8, Server 2012 and later, and on them Office 2013 and later. */
const DIRECTORY = { activeDirectory: true } as const;

/** Hosts of the volume license packs of Office ("Configure a KMS host computer for Office"; Office 2010: TechNet). */
const OFFICE_2024_HOSTS = ['windows-10', 'windows-11', 'server-2022', 'server-2025'] as const;
const OFFICE_2021_HOSTS = [...OFFICE_2024_HOSTS, 'server-2016', 'server-2019'] as const;
const OFFICE_2019_HOSTS = [...OFFICE_2021_HOSTS, 'windows-8.1', 'server-2012', 'server-2012-r2'] as const;
const OFFICE_2016_HOSTS = [...OFFICE_2019_HOSTS, 'windows-8', 'windows-7', 'server-2008-r2'] as const;
const OFFICE_2010_HOSTS = [...OFFICE_2016_HOSTS, 'server-2003'] as const;

/** A row for each group; where several KMS keys would do, the first that serves all clients is enough. */
export const KEY_GROUPS = {
  client: { members: 'Vista', serves: VISTA, hosts: [...CLIENT_HOSTS, 'server-2003', 'server-2008'] },
  'server-a': { members: 'Web Server', serves: SERVER_A },
  'server-b': { members: 'Standard and Enterprise', serves: SERVER_B },
  'server-c': { members: 'Datacenter and Itanium', serves: SERVER_C },
  'windows-7': { members: 'Windows 7', serves: WINDOWS_7, hosts: CLIENT_HOSTS },
  'server-2008-r2-a': { members: 'Web Server 2008 R2', serves: R2_A },
  'server-2008-r2-b': { members: 'Server 2008 R2 Standard and Enterprise', serves: R2_B },
  'server-2008-r2-c': { members: 'Server 2008 R2 Datacenter and Itanium', serves: R2_C },
  'windows-8': { members: 'Windows 8', serves: WINDOWS_8, hosts: CLIENT_HOSTS, ...DIRECTORY },
  'server-2012': { members: 'Server 2012', serves: SERVER_2012, ...DIRECTORY },
  'windows-8.1': { members: 'Windows 8.1', serves: WINDOWS_8_1, hosts: CLIENT_HOSTS, ...DIRECTORY },
  'server-2012-r2': { members: 'Server 2012 R2', serves: SERVER_2012_R2, ...DIRECTORY },
  // Two keys: "Windows 10" of hosts on client systems, and "Windows Server 2012 R2 for Windows 10" of servers.
  'windows-10': {
    members: 'Windows 10 and 11 (on a server host the key "Windows Server 2012 R2 for Windows 10")',
    serves: WINDOWS_10,
    ...DIRECTORY,
    hosts: [
      ...(['windows-7', 'windows-8.1', 'windows-10', 'windows-11'] as const),
      ...(['server-2008-r2', 'server-2012', 'server-2012-r2'] as const),
    ],
  },
  'server-2016': {
    members: 'Server 2016',
    serves: SERVER_2016,
    ...DIRECTORY,
    hosts: ['server-2012', 'server-2012-r2', 'server-2016'],
  },
  'server-2019': {
    members: 'Server 2019',
    serves: SERVER_2019,
    ...DIRECTORY,
    hosts: ['server-2012-r2', 'server-2016', 'server-2019'],
  },
  'server-2022': {
    members: 'Server 2022',
    serves: SERVER_2022,
    ...DIRECTORY,
    hosts: ['server-2016', 'server-2019', 'server-2022'],
  },
  'server-2025': {
    members: 'Server 2025',
    serves: SERVER_2025,
    ...DIRECTORY,
    hosts: ['server-2019', 'server-2022', 'server-2025'],
  },
  'office-2010': { members: 'Office 2010', serves: ['office-2010'], hosts: OFFICE_2010_HOSTS },
  'office-2013': { members: 'Office 2013', serves: ['office-2013'], hosts: OFFICE_2016_HOSTS, ...DIRECTORY },
  'office-2016': { members: 'Office 2016', serves: ['office-2016'], hosts: OFFICE_2016_HOSTS, ...DIRECTORY },
  'office-2019': { members: 'Office 2019', serves: ['office-2019'], hosts: OFFICE_2019_HOSTS, ...DIRECTORY },
  'office-2021': {
    members: 'Office LTSC 2021',
    serves: ['office-2021'],
    hosts: OFFICE_2021_HOSTS,
    ...DIRECTORY,
  },
  'office-2024': {
    members: 'Office LTSC 2024',
    serves: ['office-2024'],
    hosts: OFFICE_2024_HOSTS,
    ...DIRECTORY,
  },
} as const satisfies Record<string, KeyGroupRow>;

export type KeyGroup = keyof typeof KEY_GROUPS;
