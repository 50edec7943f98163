import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import type { GroupParameters, Service } from '../../model/definitions/parameters.ts';
import {
  clientSideOf,
  HOST_SYSTEMS,
  hostSideOf,
  keyGroupServing,
  kmsKeyServes,
} from '../../model/definitions/system-lookups.ts';
import { systemServing } from '../design/serving-repair.ts';
import { type Context, groupsOn, hostsOn, KEEP, type Option } from './context.ts';
import { withValue } from './document.ts';
import { addHost, addLink, addZone, askZone, type Edit, inOrder, removeHost, widenLink } from './edits.ts';
import { methodOptions } from './method-options.ts';
import { freeName } from './names.ts';

/** Hosts of a network up to which every choice of some of them is tried; of more, only the first ones. */
const MAX_HOST_SETS = 3;

/** Where the KMS clients of a network are to find a host. */
interface HostOption extends Option {
  /** Whether the clients are to discover their host in a new place: then hosts set by hand are forgotten. */
  readonly moved: boolean;
}

/**
 * What may be done about a network by Table 1, the design as it is first: its hosts, zone and links, together with the methods of
 * its groups.
 */
export function networkOptions(context: Context, network: string): Option[] {
  const places = hostOptions(context, network);
  if (groupsOn(context, network).length === 0) return places;
  return places.flatMap((place) =>
    methodOptions(context, network, place.moved)
      .filter(({ kms }) => kms || !place.moved)
      .map((methods) => ({
        words: [...place.words, ...methods.words],
        edit: inOrder(place.edit, methods.edit),
      })),
  );
}

function hostOptions(context: Context, network: string): HostOption[] {
  const here = hostsOn(context, network);
  const stay: HostOption = { ...KEEP, moved: false };
  const options = [stay, ...fewerHosts(here)];
  if (groupsOn(context, network).length === 0) return options;
  if (mayReachThreshold(context, network)) options.push(oneHostMore(context, network, here));
  for (const other of context.design.estate.networks.keys())
    if (other !== network) options.push(...hostsElsewhere(context, network, other, here));
  return options;
}

/** Some of the hosts of a network, but not none: whoever needs none of them does not ask them, and what nobody asks goes. */
function fewerHosts(here: readonly string[]): HostOption[] {
  const sets =
    here.length <= MAX_HOST_SETS
      ? subsets(here).filter((set) => set.length > 0 && set.length < here.length)
      : here.slice(1).map((_, index) => here.slice(index + 1));
  return sets.map((removed) => ({
    words: removed.map((host) => `without ${host}`),
    edit: inOrder(...removed.map(removeHost)),
    moved: false,
  }));
}

function subsets(names: readonly string[]): string[][] {
  return Array.from({ length: 2 ** names.length }, (_, set) =>
    names.filter((_name, bit) => (set >> bit) % 2 === 1),
  );
}

/** Whether enough computers might ask a host there for one of the network's groups, on the network and over links to it. */
function mayReachThreshold({ design, newLinks }: Context, network: string): boolean {
  const { estate } = design;
  const asking = new Set([
    network,
    ...[...estate.links.values()].filter(({ to }) => to === network).map(({ from }) => from),
  ]);
  const known = [...estate.hosts.values()].map(({ os }) => os);
  const added = systemServing(
    [...estate.groups.values()].filter((group) => group.network === network).map(keyGroupOf),
    known,
  );
  const systems = [...known, ...(added === undefined ? [] : [added])];
  const countsVirtual = systems.some((os) => estate.rules[hostSideOf(os).countsVirtual]);
  let count = 0;
  let threshold = Number.POSITIVE_INFINITY;
  for (const group of estate.groups.values()) {
    if (!newLinks && !asking.has(group.network)) continue;
    if (!group.virtual || countsVirtual) count += group.count;
    if (group.network === network)
      threshold = Math.min(threshold, estate.rules[clientSideOf(group.os).threshold]);
  }
  return count >= threshold;
}

function keyGroupOf({ os }: GroupParameters): KeyGroup {
  return clientSideOf(os).keyGroup;
}

/** A KMS host of the network's own, with a zone there; or a second one next to that which is there. */
function oneHostMore(context: Context, network: string, here: readonly string[]): HostOption {
  const { design } = context;
  const before = design.zoneOf(network);
  const zone = zoneForHosts(context, network);
  const place = zone === before ? KEEP.edit : inOrder(addZone(zone, network, before), askZone(network, zone));
  const second = here.length > 0;
  return {
    words: [
      `${second ? 'another' : 'a'} KMS host on ${network}${zone === before ? '' : `, with the zone ${zone}`}`,
    ],
    edit: inOrder(place, hostOn(context, network, here)),
    moved: !second,
  };
}

/** The zone that hosts of a network publish to, now or when the first one is added: no host of elsewhere is in it. */
function zoneForHosts(context: Context, network: string): string {
  const { design, document } = context;
  const zone = design.zoneOf(network);
  if (zone !== null) {
    const isThere = design.estate.zones.get(zone)?.network === network;
    if (isThere || hostsOn(context, network).length > 0) return zone;
  }
  return freeName(document, `${network}.example`);
}

function hostOn(context: Context, network: string, here: readonly string[]): Edit {
  const { design, core } = context;
  const groups = groupsOn(context, network).map(([, { os }]) => clientSideOf(os).keyGroup);
  const models = [...here, ...(core === null ? [] : hostsOn(context, core)), ...design.estate.hosts.keys()];
  const known = models.map((host) => design.host(host).os);
  const os = systemServing(groups, known) ?? known[0] ?? HOST_SYSTEMS[0];
  const failsLike = models.find((host) => design.estate.failures.has(host)) ?? null;
  const activateBy = design.estate.networks.get(network)?.internet === true ? 'internet' : 'telephone';
  return (document) => {
    const served = [...design.estate.keys].find(
      ([, key]) => key.type === 'kms' && groups.every((group) => kmsKeyServes(key.group, { os }, group)),
    );
    const needed = keyGroupServing(groups, [os]);
    const key = served?.[0] ?? freeName(document, `kms-key-${network}`);
    const keyed =
      served !== undefined || needed === undefined
        ? document
        : withValue(document, ['keys', key], { type: 'kms', group: needed });
    return addHost({ wanted: `kms-${network}`, network, os, key, activateBy, failsLike })(keyed);
  };
}

/** The hosts of another network, over a link that is there, or, where that is allowed, over a new one. */
function hostsElsewhere(
  context: Context,
  network: string,
  other: string,
  here: readonly string[],
): HostOption[] {
  const { design, core } = context;
  const known = hostsOn(context, other);
  const zone = zoneForHosts(context, other);
  const server = design.estate.zones.get(zone)?.network ?? other;
  const ways = [...new Set([other, server])].filter((to) => to !== network);
  const opened = ways.map((to) =>
    openWay(context, network, to, to === other ? (to === server ? ['kms', 'dns'] : ['kms']) : ['dns']),
  );
  if (opened.some((way) => way === null)) return [];
  if (known.length === 0 && other !== core && groupsOn(context, other).length === 0) return [];
  const already =
    design.zoneOf(network) === zone &&
    known.some((host) => design.reaches(network, host) && design.discovers(network, host));
  if (already && here.length === 0) return [];
  const links = opened.flatMap((way) => (way === null ? [] : [way]));
  return [
    {
      words: [`${network} on the hosts of ${other}`, ...links.flatMap(({ words }) => words)],
      edit: inOrder(...links.map(({ edit }) => edit), askZone(network, zone), ...here.map(removeHost)),
      moved: true,
    },
  ];
}

/** Lets services through from one network to another; `null` where there is no link and none may be opened. */
function openWay(
  { design, newLinks }: Context,
  from: string,
  to: string,
  services: readonly Service[],
): Option | null {
  const missing = services.filter((service) => !design.reach.opens(from, to, service));
  if (missing.length === 0) return KEEP;
  const link = [...design.estate.links].find(([, one]) => one.from === from && one.to === to);
  if (link !== undefined)
    return { words: [`${link[0]} open to ${missing.join(' and ')}`], edit: widenLink(link[0], missing) };
  if (!newLinks) return null;
  return { words: [`a link from ${from} to ${to}`], edit: addLink(from, to, services) };
}
