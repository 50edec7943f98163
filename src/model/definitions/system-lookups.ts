import { FAMILIES } from './families.ts';
import { KEY_GROUPS, type KeyGroup, type KeyGroupRow } from './key-groups.ts';
import type { EstateParameters, HostParameters } from './parameters.ts';
import type { Rules } from './rules.ts';
import type { ClientSide, HostSide, System } from './system.ts';
import { SYSTEMS, type SystemName } from './systems.ts';
import { COUNTING_UPDATES, type UpdateName } from './updates.ts';

/** What follows from the tables of systems, families and key groups. */

const SYSTEM_NAMES = Object.keys(SYSTEMS) as SystemName[];

/** A row of the table, without the literal types of its values. */
export function systemOf(name: SystemName): System {
  return SYSTEMS[name];
}

/** Whether a text is the name of a system. */
export function isSystemName(name: string): name is SystemName {
  return Object.hasOwn(SYSTEMS, name);
}

/** Systems that may be a KMS host. */
export const HOST_SYSTEMS = SYSTEM_NAMES.filter((name) => systemOf(name).host !== null);

/** Systems that are activated by a volume key: those of machine groups. */
export const CLIENT_SYSTEMS = SYSTEM_NAMES.filter((name) => systemOf(name).client !== null);

/** The names of the product key groups, in the order of their table. */
export const KEY_GROUP_NAMES = Object.keys(KEY_GROUPS) as KeyGroup[];

/**
 * What a system is as an activated machine.
 *
 * @throws Error when it is only a KMS host
 */
export function clientSideOf(name: SystemName): ClientSide {
  const { client } = systemOf(name);
  if (client === null) throw new Error(`${name} cannot be the system of a machine group`);
  return client;
}

/**
 * What a system is as a KMS host.
 *
 * @throws Error when it cannot be one
 */
export function hostSideOf(name: SystemName): HostSide {
  const { host } = systemOf(name);
  if (host === null) throw new Error(`${name} cannot be the system of a KMS host`);
  return host;
}

/** The row of a group in columns by key group. */
export function keyGroupIndex(group: KeyGroup): number {
  return KEY_GROUP_NAMES.indexOf(group);
}

/** A KMS host, as far as it decides what it can serve. */
export interface HostLevel {
  readonly os: SystemName;
  /** Its updates; left out: none. */
  readonly updates?: readonly UpdateName[];
}

/** Whether a KMS key of `keyGroup` on a host can serve a client of `clientGroup`. */
export function kmsKeyServes(keyGroup: KeyGroup, host: HostLevel, clientGroup: KeyGroup): boolean {
  return (
    keyServes(keyGroup, clientGroup) && keyFitsHost(keyGroup, host.os) && systemServes(host, clientGroup)
  );
}

/** The client key groups that a KMS key on a host can serve, in the order of their table. */
export function keyGroupsServed(keyGroup: KeyGroup, host: HostLevel): boolean[] {
  return KEY_GROUP_NAMES.map((group) => kmsKeyServes(keyGroup, host, group));
}

/** Whether a KMS key works on hosts of a system; where it does not it serves nobody. */
export function keyFitsHost(keyGroup: KeyGroup, os: SystemName): boolean {
  const { hosts }: KeyGroupRow = KEY_GROUPS[keyGroup];
  return hosts === undefined || hosts.includes(systemOf(os).family);
}

/** Whether a host's system serves servers at all: one on a client system does not. */
export function servesServers(os: SystemName): boolean {
  return hostSideOf(os).serves.includes('server-a');
}

/** Whether a host's system with its updates can serve clients of a group, given the right key. */
export function systemServes({ os, updates = [] }: HostLevel, clientGroup: KeyGroup): boolean {
  if (hostSideOf(os).serves.includes(clientGroup)) return true;
  const needed = updatesToServe(os, clientGroup);
  return updates.some((update) => needed.includes(update));
}

/** Updates any one of which lets a host's system serve clients of a group; empty where none does or none is needed. */
export function updatesToServe(os: SystemName, clientGroup: KeyGroup): readonly UpdateName[] {
  return hostSideOf(os).servesUpdated?.[clientGroup] ?? [];
}

/**
 * The first key group whose KMS key serves all the given client groups; `undefined` when none does.
 *
 * @param hosts the systems of the hosts that get the key
 */
export function keyGroupServing(
  clientGroups: readonly KeyGroup[],
  hosts: readonly SystemName[],
): KeyGroup | undefined {
  return KEY_GROUP_NAMES.find(
    (key) =>
      hosts.every((os) => keyFitsHost(key, os)) && clientGroups.every((group) => keyServes(key, group)),
  );
}

/**
 * Whether an activation object that was made with a KMS key of `keyGroup` serves a client of `clientGroup`: both are
 * Windows 8, Server 2012 or later, and the key serves the client. What a KMS host's system can serve does not matter.
 */
export function directoryServes(keyGroup: KeyGroup, clientGroup: KeyGroup): boolean {
  return canUseDirectory(keyGroup) && canUseDirectory(clientGroup) && keyServes(keyGroup, clientGroup);
}

/** Whether Active Directory can activate the systems of a key group. */
export function canUseDirectory(group: KeyGroup): boolean {
  const row: KeyGroupRow = KEY_GROUPS[group];
  return row.activeDirectory === true;
}

/** Whether a KMS key's group includes a client's, on a host that it fits. */
export function keyServes(keyGroup: KeyGroup, clientGroup: KeyGroup): boolean {
  const row: KeyGroupRow = KEY_GROUPS[keyGroup];
  return row.serves.includes(clientGroup);
}

/** Whether requests of virtual machines add to a host's count: as it is set for it, else as its updates and system have it. */
export function countsVirtualMachines(
  { os, updates, countsVirtual }: Pick<HostParameters, 'os' | 'updates' | 'countsVirtual'>,
  rules: Rules,
): boolean {
  if (countsVirtual !== null) return countsVirtual;
  return countVirtualMachines(os, updates) || rules[hostSideOf(os).countsVirtual];
}

/** Whether a host on a system counts virtual machines once it has these updates: one of them must be for its system. */
export function countVirtualMachines(os: SystemName, updates: readonly UpdateName[]): boolean {
  const fitting = updatesToServe(os, 'windows-7');
  return updates.some((update) => COUNTING_UPDATES.includes(update) && fitting.includes(update));
}

/** The families whose systems are validated online, as people name them. */
export function familiesValidatedOnline(): string[] {
  const rows = CLIENT_SYSTEMS.filter((name) => clientSideOf(name).validatedOnline);
  return [...new Set(rows.map((name) => FAMILIES[systemOf(name).family].title))];
}

/** The longest grace, in minutes, that any system of an estate, or its Office, has after its activation expires. */
export function longestGraceAfterExpiry({
  rules,
  groups,
  hosts,
}: Pick<EstateParameters, 'rules' | 'groups' | 'hosts'>): number {
  const members = [...groups.values(), ...hosts.values()];
  const systems = new Set(members.map(({ os }) => rules[systemOf(os).graceAfterExpiry]));
  const withOffice = [...groups.values()].some(({ office }) => office !== null);
  return Math.max(0, ...systems, ...(withOffice ? [rules.officeOutOfToleranceGrace] : []));
}
