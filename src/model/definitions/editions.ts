/**
 * The systems of the Volume Activation 2.0 period, a row each. Product key groups after "Volume Activation
 * 2.0 Changes for Windows Server 2008 and Windows Vista SP1" and the list of volume product key groups;
 * editions without Hyper-V are not told apart.
 */

/** Product key groups, least to most inclusive: a KMS key serves its own group and those before it. */
export const KEY_GROUPS = ['client', 'server-a', 'server-b', 'server-c'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

/** What decides a system's activation threshold, initial grace and end state. */
export type Family = 'vista' | 'server-2008' | 'server-2003';

export interface Edition {
  readonly name: string;
  /** As Windows names it, for people. */
  readonly title: string;
  readonly family: Family;
  /** The group whose keys activate it; `null` for a system that is only a KMS host here. */
  readonly group: KeyGroup | null;
  /** True before Vista SP1, where the end state is Unlicensed (reduced functionality mode). */
  readonly reducedFunctionality: boolean;
  /** True for Vista Enterprise, which may be rearmed more often (Planning Guide, Test/Development Labs). */
  readonly enterpriseRearms: boolean;
}

function vista(name: string, title: string, reducedFunctionality: boolean): Edition {
  const enterpriseRearms = name.startsWith('vista-enterprise');
  return { name, title, family: 'vista', group: 'client', reducedFunctionality, enterpriseRearms };
}

function server(name: string, title: string, family: Family, group: KeyGroup | null): Edition {
  return { name, title, family, group, reducedFunctionality: false, enterpriseRearms: false };
}

export const EDITIONS = {
  'vista-business': vista('vista-business', 'Windows Vista Business', true),
  'vista-enterprise': vista('vista-enterprise', 'Windows Vista Enterprise', true),
  'vista-business-sp1': vista('vista-business-sp1', 'Windows Vista Business SP1', false),
  'vista-enterprise-sp1': vista('vista-enterprise-sp1', 'Windows Vista Enterprise SP1', false),
  'server-2008-web': server('server-2008-web', 'Windows Web Server 2008', 'server-2008', 'server-a'),
  'server-2008-standard': server(
    'server-2008-standard',
    'Windows Server 2008 Standard',
    'server-2008',
    'server-b',
  ),
  'server-2008-enterprise': server(
    'server-2008-enterprise',
    'Windows Server 2008 Enterprise',
    'server-2008',
    'server-b',
  ),
  'server-2008-datacenter': server(
    'server-2008-datacenter',
    'Windows Server 2008 Datacenter',
    'server-2008',
    'server-c',
  ),
  'server-2008-itanium': server(
    'server-2008-itanium',
    'Windows Server 2008 for Itanium-Based Systems',
    'server-2008',
    'server-c',
  ),
  'server-2003': server('server-2003', 'Windows Server 2003 with KMS 1.1', 'server-2003', null),
} as const satisfies Record<string, Edition>;

export type EditionName = keyof typeof EDITIONS;

/** Systems that may be a KMS host. */
export const HOST_EDITIONS = Object.keys(EDITIONS) as EditionName[];

/** Systems that are activated by a volume key: those of machine groups. */
export const MACHINE_EDITIONS = HOST_EDITIONS.filter((name) => EDITIONS[name].group !== null);

/** Where a group stands in the hierarchy: 0 for the least inclusive. */
export function keyGroupRank(group: KeyGroup): number {
  return KEY_GROUPS.indexOf(group);
}

/** Whether a KMS key of `keyGroup` on a host of the given family can serve a client of `clientGroup`. */
export function kmsKeyServes(keyGroup: KeyGroup, hostFamily: Family, clientGroup: KeyGroup): boolean {
  if (hostFamily === 'vista' && clientGroup !== 'client') return false;
  return keyGroupRank(clientGroup) <= keyGroupRank(keyGroup);
}
