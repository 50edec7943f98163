import type { KeyGroup } from '../../../model/definitions/key-groups.ts';
import type { OfficeVersion } from '../../../model/definitions/office.ts';
import { clientSideOf } from '../../../model/definitions/system-lookups.ts';
import { InventoryError } from '../basics/inventory-error.ts';
import { MAX_GROUPS } from '../basics/limits.ts';
import { UniqueNames } from '../basics/names.ts';
import type { MachineGroup } from '../computers/group-computers.ts';
import type { ClientCounts } from './new-host.ts';
import { type HostFacts, type HostPlanInput, planHosts } from './plan-hosts.ts';
import { planLinks } from './plan-links.ts';
import type { PlannedGroup, PlannedMak, PlannedNetwork, ScenarioPlan } from './planned.ts';

/** Characters of a network's name: with edition, kind and method behind it a group's name has 64 at most. */
const MAX_NETWORK = 24;

/** What is planned from. */
export interface PlanInput {
  readonly groups: readonly MachineGroup[];
  readonly hosts: readonly HostFacts[];
  /** The DNS domain of the estate; empty where none is known. */
  readonly domain: string;
  readonly intervals: HostPlanInput['intervals'];
}

/**
 * Names what the groups need: networks, keys, KMS hosts.
 *
 * @throws InventoryError when there are more networks or groups than a scenario may have
 */
export function planScenario({ groups, hosts, domain, intervals }: PlanInput): ScenarioPlan {
  const sites = sitesOf(groups, hosts);
  if (sites.size > MAX_GROUPS) throw tooMany('sites', sites.size);
  if (groups.length > MAX_GROUPS) throw tooMany('groups of computers', groups.length);
  const names = new UniqueNames();
  const zone = names.give(domain === '' ? 'dns-zone' : domain, 'zone');
  const hostNames = new Map(hosts.map((host) => [host.name.toLowerCase(), names.give(host.name, 'host')]));
  const defaultHost = hosts.length === 0 ? names.give('kms-1', 'host') : '';
  const keyName = names.give('kms-key', 'key');
  const maks = planMaks(groups, names);
  const networks = new Map([...sites].map(([site, found]) => [site, planNetwork(found)]));
  const planned = groups.map((group) => planGroup(group, { networks, maks, names, hostNames }));
  const center = largest(planned, [...networks.values()]);
  const { hosts: plannedHosts, kmsKeys } = planHosts({
    ...{ hosts, hostNames, defaultHost, keyName, names, center, intervals },
    clients: clientCounts(groups),
    offices: officesOf(groups),
    networkOf: (site) => networks.get(site.toLowerCase())?.name,
  });
  return {
    zone,
    networks: [...networks.values()],
    groups: planned,
    maks,
    kmsKeys,
    center,
    hosts: plannedHosts,
    links: planLinks(planned, plannedHosts, hostNames, names),
  };

  function planNetwork({ site, machines }: { site: string; machines: number }): PlannedNetwork {
    const wanted = site === '' ? (sites.size === 1 ? 'main' : 'no-site') : site;
    return { name: names.give(wanted, 'site', MAX_NETWORK), site, machines };
  }
}

/** KMS clients by the group of their key. */
function clientCounts(groups: readonly MachineGroup[]): ClientCounts {
  const counts = new Map<KeyGroup, number>();
  for (const { edition, count } of clientsOf(groups)) {
    const group = clientSideOf(edition).keyGroup;
    counts.set(group, (counts.get(group) ?? 0) + count);
  }
  return counts;
}

/** The versions of Office, the oldest first. */
function officesOf(groups: readonly MachineGroup[]): OfficeVersion[] {
  const versions = new Set(groups.flatMap(({ office }) => (office === null ? [] : [office])));
  return [...versions].sort((a, b) => a - b);
}

function clientsOf<Group extends MachineGroup>(groups: readonly Group[]): readonly Group[] {
  return groups.filter(({ method }) => method === 'kms');
}

function sitesOf(
  groups: readonly MachineGroup[],
  hosts: readonly HostFacts[],
): Map<string, { site: string; machines: number }> {
  const sites = new Map<string, { site: string; machines: number }>();
  for (const { site, count } of groups) {
    const found = sites.get(site.toLowerCase()) ?? { site, machines: 0 };
    found.machines += count;
    sites.set(site.toLowerCase(), found);
  }
  const placed = hosts.map(({ site }) => site).filter((site) => site !== '' && sites.size > 1);
  for (const site of placed)
    if (!sites.has(site.toLowerCase())) sites.set(site.toLowerCase(), { site, machines: 0 });
  if (sites.size === 0) sites.set('', { site: '', machines: 0 });
  return sites;
}

function tooMany(what: string, count: number): InventoryError {
  const message = `${count} ${what} are more than the ${MAX_GROUPS} that a scenario may have`;
  return new InventoryError({
    message: `${message}: say with \`--map "COLUMN=site"\` which column has the sites`,
  });
}

function planMaks(groups: readonly MachineGroup[], names: UniqueNames): PlannedMak[] {
  const counts = new Map<KeyGroup, number>();
  for (const { method, edition, count } of groups) {
    const group = clientSideOf(edition).keyGroup;
    if (method === 'mak') counts.set(group, (counts.get(group) ?? 0) + count);
  }
  return [...counts].map(([group, activations]) => ({
    name: names.give(`mak-${group}`, 'mak'),
    group,
    activations,
  }));
}

interface Named {
  readonly networks: ReadonlyMap<string, PlannedNetwork>;
  readonly maks: readonly PlannedMak[];
  readonly names: UniqueNames;
  readonly hostNames: ReadonlyMap<string, string>;
}

function planGroup(group: MachineGroup, { networks, maks, names, hostNames }: Named): PlannedGroup {
  const network = networks.get(group.site.toLowerCase())!.name;
  const named = (host: string) =>
    host === '' ? null : (hostNames.get(host.replace(/:\d+$/, '').split('.')[0].toLowerCase()) ?? null);
  const method = group.method === 'kms' ? '' : group.method === 'mak' ? '-mak' : '-unmanaged';
  const office = group.office === null ? '' : `-office-${group.office}`;
  const wanted = `${network}-${group.edition}${group.virtual ? '-virtual' : ''}${method}${office}`;
  const mak = maks.find((key) => key.group === clientSideOf(group.edition).keyGroup);
  const key = group.method === 'mak' ? mak!.name : null;
  return {
    ...group,
    name: names.give(wanted, 'machines'),
    network,
    key,
    host: named(group.kmsHost),
    officeHostName: named(group.officeHost),
  };
}

/** The network with the most KMS clients; with none, the most computers. */
function largest(groups: readonly PlannedGroup[], networks: readonly PlannedNetwork[]): string {
  const clients = new Map<string, number>();
  for (const { network, count } of clientsOf(groups))
    clients.set(network, (clients.get(network) ?? 0) + count);
  const size = ({ name, machines }: PlannedNetwork) =>
    clients.size === 0 ? machines : (clients.get(name) ?? 0);
  return networks.reduce((best, network) => (size(network) > size(best) ? network : best)).name;
}
