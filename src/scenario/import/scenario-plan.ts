import type { KeyGroup } from '../../model/definitions/systems/key-groups.ts';
import { clientSideOf, keyGroupServing } from '../../model/definitions/systems/lookups.ts';
import { InventoryError } from './inventory-error.ts';
import { MAX_GROUPS } from './limits.ts';
import { NameBook } from './names.ts';
import type { MachineGroup } from './sort-out.ts';

/** Characters of a network's name: with edition, kind and method behind it a group's name has 64 at most. */
const MAX_NETWORK = 24;

/** A network: all computers of a site. */
export interface PlannedNetwork {
  readonly name: string;
  /** As the inventory writes it; empty for none. */
  readonly site: string;
  readonly machines: number;
}

/** A machine group with its names in the scenario. */
export interface PlannedGroup extends MachineGroup {
  readonly name: string;
  readonly network: string;
  /** The MAK; null for KMS clients. */
  readonly key: string | null;
}

/** A MAK with as many activations as computers have it. */
export interface PlannedMak {
  readonly name: string;
  readonly group: KeyGroup;
  readonly activations: number;
}

/** A KMS host to begin with. */
export interface PlannedHost {
  readonly name: string;
  readonly network: string;
  readonly key: string;
  /** The least inclusive group that serves all clients. */
  readonly keyGroup: KeyGroup;
}

/** What an imported scenario declares, under names that do not clash. */
export interface ScenarioPlan {
  readonly zone: string;
  readonly networks: readonly PlannedNetwork[];
  readonly groups: readonly PlannedGroup[];
  readonly maks: readonly PlannedMak[];
  /** Where the zone's server stands: the largest site. */
  readonly center: string;
  /** Null when there are no KMS clients. */
  readonly host: PlannedHost | null;
}

/**
 * Names what the groups need: networks, keys, a KMS host.
 *
 * @throws InventoryError when there are more networks or groups than a scenario may have
 */
export function planScenario(groups: readonly MachineGroup[]): ScenarioPlan {
  const sites = sitesOf(groups);
  if (sites.size > MAX_GROUPS) throw tooMany('sites', sites.size);
  if (groups.length > MAX_GROUPS) throw tooMany('groups of computers', groups.length);
  const book = new NameBook();
  const zone = book.give('dns-zone', 'zone');
  const names = { key: book.give('kms-key', 'key'), host: book.give('kms-1', 'host') };
  const maks = planMaks(groups, book);
  const networks = new Map([...sites].map(([site, found]) => [site, planNetwork(found, book)]));
  const planned = groups.map((group) => planGroup(group, networks, maks, book));
  const center = largest(planned, [...networks.values()]);
  const host = planHost(groups, center, names);
  return { zone, networks: [...networks.values()], groups: planned, maks, center, host };

  function planNetwork(
    { site, machines }: { site: string; machines: number },
    names: NameBook,
  ): PlannedNetwork {
    const wanted = site === '' ? (sites.size === 1 ? 'main' : 'no-site') : site;
    return { name: names.give(wanted, 'site', MAX_NETWORK), site, machines };
  }
}

/** A host with the first key that serves all KMS clients. */
function planHost(
  groups: readonly MachineGroup[],
  network: string,
  { host, key }: { readonly host: string; readonly key: string },
): PlannedHost | null {
  const clients = clientsOf(groups).map(({ edition }) => clientSideOf(edition).keyGroup);
  const keyGroup = clients.length === 0 ? undefined : keyGroupServing(clients);
  return keyGroup === undefined ? null : { name: host, network, key, keyGroup };
}

function clientsOf<Group extends MachineGroup>(groups: readonly Group[]): readonly Group[] {
  return groups.filter(({ method }) => method === 'kms');
}

function sitesOf(groups: readonly MachineGroup[]): Map<string, { site: string; machines: number }> {
  const sites = new Map<string, { site: string; machines: number }>();
  for (const { site, count } of groups) {
    const found = sites.get(site.toLowerCase()) ?? { site, machines: 0 };
    found.machines += count;
    sites.set(site.toLowerCase(), found);
  }
  return sites;
}

function tooMany(what: string, count: number): InventoryError {
  const message = `${count} ${what} are more than the ${MAX_GROUPS} that a scenario may have`;
  return new InventoryError({
    message: `${message}: say with \`--map "COLUMN=site"\` where the sites stand`,
  });
}

function planMaks(groups: readonly MachineGroup[], book: NameBook): PlannedMak[] {
  const counts = new Map<KeyGroup, number>();
  for (const { method, edition, count } of groups) {
    const group = clientSideOf(edition).keyGroup;
    if (method === 'mak') counts.set(group, (counts.get(group) ?? 0) + count);
  }
  return [...counts].map(([group, activations]) => ({
    name: book.give(`mak-${group}`, 'mak'),
    group,
    activations,
  }));
}

function planGroup(
  group: MachineGroup,
  networks: ReadonlyMap<string, PlannedNetwork>,
  maks: readonly PlannedMak[],
  book: NameBook,
): PlannedGroup {
  const network = networks.get(group.site.toLowerCase())!.name;
  const wanted = `${network}-${group.edition}${group.virtual ? '-virtual' : ''}${group.method === 'mak' ? '-mak' : ''}`;
  const mak = maks.find((key) => key.group === clientSideOf(group.edition).keyGroup);
  const key = group.method === 'mak' ? mak!.name : null;
  return { ...group, name: book.give(wanted, 'machines'), network, key };
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
