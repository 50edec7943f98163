import { KEY_GROUPS, type KeyGroup } from '../../../model/definitions/key-groups.ts';
import { OFFICE, type OfficeVersion } from '../../../model/definitions/office.ts';
import { officeKeyWorks } from '../../../model/definitions/office-lookups.ts';
import { keyGroupIndex } from '../../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../../model/definitions/systems.ts';
import type { UpdateName } from '../../../model/definitions/updates.ts';
import type { UniqueNames } from '../basics/names.ts';
import { type ClientCounts, chooseHost, chooseKey, countOf, type HostChoice, withKey } from './new-host.ts';

/** Hosts that a KMS key is good for unless it says otherwise. */
const HOSTS_OF_A_KEY = 6;

/** A KMS host that files describe, its system chosen. */
export interface HostFacts {
  readonly name: string;
  readonly edition: SystemName;
  /** Whether its system is assumed. */
  readonly assumed: boolean;
  /** Whether a list of computers, a log or a license report knows it; else only DNS does. */
  readonly known: boolean;
  readonly site: string;
  readonly virtual: boolean;
  readonly keyGroup: KeyGroup | null;
  readonly port: number | null;
  readonly publishes: boolean | null;
  readonly activationInterval: number | null;
  readonly renewalInterval: number | null;
  readonly remarks: readonly string[];
}

/** A KMS key, by what it serves. */
export interface PlannedKmsKey {
  readonly name: string;
  readonly group: KeyGroup;
  /** How many hosts it must be good for; null for the usual number. */
  readonly hosts: number | null;
}

/** A KMS host with its names in the scenario. */
export interface PlannedHost extends Omit<KeyedHost, 'name' | 'site'> {
  readonly name: string;
  readonly network: string;
  readonly key: string;
  /** Keys of Office that it is given besides. */
  readonly officeKeys: readonly string[];
  /** Whether no file describes it: it is there to begin with. */
  readonly invented: boolean;
}

/** What hosts are planned from. */
export interface HostPlanInput {
  readonly hosts: readonly HostFacts[];
  /** Names in the scenario by name in lower case. */
  readonly hostNames: ReadonlyMap<string, string>;
  /** The name of a host to begin with, when no file describes any. */
  readonly defaultHost: string;
  readonly keyName: string;
  readonly names: UniqueNames;
  readonly clients: ClientCounts;
  /** Versions of Office that KMS is to activate. */
  readonly offices: readonly OfficeVersion[];
  readonly center: string;
  /** What is measured of the hosts' intervals, for those that no file says them of. */
  readonly intervals: { readonly activation: number | null; readonly renewal: number | null };
  readonly networkOf: (site: string) => string | undefined;
}

/** Gives each host a network and a key; where files describe none but there are clients, one to begin with. */
export function planHosts(input: HostPlanInput): {
  readonly hosts: readonly PlannedHost[];
  readonly kmsKeys: readonly PlannedKmsKey[];
} {
  const { hosts, hostNames, defaultHost, keyName, names, clients, offices, center, networkOf, intervals } =
    input;
  if (hosts.length === 0 && clients.size === 0 && offices.length === 0) return { hosts: [], kmsKeys: [] };
  const facts =
    hosts.length === 0 ? [newHost(defaultHost, clients, offices)] : hosts.map((host) => known(host, clients));
  const groups = new Map<KeyGroup, number>();
  for (const { keyGroup } of facts) groups.set(keyGroup, (groups.get(keyGroup) ?? 0) + 1);
  const ordered = [...groups].sort(([a], [b]) => keyGroupIndex(b) - keyGroupIndex(a));
  const kmsKeys = ordered.map(([group, count], index) => ({
    name: index === 0 ? keyName : names.give(`kms-key-${group}`, 'key'),
    group,
    hosts: count > HOSTS_OF_A_KEY ? count : null,
  }));
  const officeKeys = planOfficeKeys(facts, offices, names);
  const planned = facts.map((host) => ({
    ...withOffice(host, officeKeys),
    name: hostNames.get(host.name.toLowerCase()) ?? host.name,
    network: networkOf(host.site) ?? center,
    key: kmsKeys.find(({ group }) => group === host.keyGroup)!.name,
    activationInterval: host.activationInterval ?? intervals.activation,
    renewalInterval: host.renewalInterval ?? intervals.renewal,
    invented: hosts.length === 0,
  }));
  return { hosts: planned, kmsKeys: [...kmsKeys, ...officeKeys] };
}

/** A key for each version of Office that some host can have one of. */
function planOfficeKeys(
  facts: readonly KeyedHost[],
  offices: readonly OfficeVersion[],
  names: UniqueNames,
): OfficePlannedKey[] {
  return offices.flatMap((version) => {
    const count = facts.filter((host) => takesOffice(host, version)).length;
    const { keyGroup: group } = OFFICE[version];
    const hosts = count > HOSTS_OF_A_KEY ? count : null;
    return count === 0 ? [] : [{ name: names.give(`kms-key-${group}`, 'key'), group, hosts, version }];
  });
}

interface OfficePlannedKey extends PlannedKmsKey {
  readonly version: OfficeVersion;
}

function takesOffice({ edition, updates }: KeyedHost, version: OfficeVersion): boolean {
  return officeKeyWorks(version, { os: edition, updates });
}

/** A host with the keys of Office that its system takes: no list of computers says them. */
function withOffice(host: KeyedHost, keys: readonly OfficePlannedKey[]) {
  const officeKeys = keys.filter(({ version }) => takesOffice(host, version)).map(({ name }) => name);
  const remark =
    officeKeys.length === 0
      ? []
      : ['COMPLETE: no file says its keys of Office; without `officeKeys` it activates no Office.'];
  return { ...host, officeKeys, remarks: [...host.remarks, ...remark] };
}

/** A host whose key is decided. */
interface KeyedHost extends HostFacts {
  readonly keyGroup: KeyGroup;
  /** Updates that it is given. */
  readonly updates: readonly UpdateName[];
}

/** A host to begin with, which no file describes. */
function newHost(name: string, clients: ClientCounts, offices: readonly OfficeVersion[]): KeyedHost {
  const { os, keyGroup, updates, unserved } = chooseHost(clients, offices);
  const others = unserved.size === 0 ? [] : [unservedRemark(unserved, clients, 'No single KMS host')];
  return { ...NEW_HOST, name, edition: os, keyGroup, updates, remarks: others };
}

/**
 * A host that files describe, with what they leave open as it serves most clients: its system, its key, its updates.
 * No list of computers says updates; without them a run would have clients that nobody serves.
 */
function known(host: HostFacts, clients: ClientCounts): KeyedHost {
  const { os, keyGroup, updates, unserved } = choiceFor(host, clients);
  const update =
    updates.length === 0
      ? []
      : [`COMPLETE: no file says its updates; without ${updates.join(', ')} it serves no later systems.`];
  const others = unserved.size === 0 ? [] : [unservedRemark(unserved, clients, 'With no key and update it')];
  return { ...host, edition: os, keyGroup, updates, remarks: [...host.remarks, ...update, ...others] };
}

function choiceFor({ edition, assumed, keyGroup }: HostFacts, clients: ClientCounts): HostChoice {
  if (keyGroup !== null) return { ...withKey(edition, keyGroup, clients), unserved: new Set() };
  if (clients.size === 0) return { os: edition, keyGroup: 'server-b', updates: [], unserved: new Set() };
  return assumed ? chooseHost(clients) : chooseKey(edition, clients);
}

function unservedRemark(unserved: ReadonlySet<KeyGroup>, clients: ClientCounts, subject: string): string {
  const count = countOf(unserved, clients);
  const members = [...unserved].map((group) => KEY_GROUPS[group].members).join('; ');
  return `${subject} serves all clients: ${count === 1 ? '1 computer' : `${count} computers`} (${members}) need another host.`;
}

const NEW_HOST: HostFacts = {
  name: '',
  edition: 'server-2008-standard',
  assumed: true,
  known: true,
  site: '',
  virtual: false,
  keyGroup: null,
  port: null,
  publishes: null,
  activationInterval: null,
  renewalInterval: null,
  remarks: [],
};
