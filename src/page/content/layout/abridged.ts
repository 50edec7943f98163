import { plural } from '../../../text/plural.ts';
import { type EstateView, type GroupView, type NetworkView, zoneWords } from '../estate-view.ts';

/** What a picture has room for; tables and charts have all. */
export const PICTURE_LIMITS = { networks: 40, groups: 30, hosts: 30 } as const;

/**
 * The estate as a picture has room for it: of very many networks, groups of a network, or hosts of a network the first are
 * drawn by themselves, and the others as one.
 */
export function abridged(estate: EstateView): EstateView {
  const networks = estate.networks.slice(0, PICTURE_LIMITS.networks).map(abridgedNetwork);
  const others = estate.networks.slice(PICTURE_LIMITS.networks);
  if (others.length === 0) return { ...estate, networks };
  const names = new Set(networks.map(({ name }) => name));
  return {
    networks: [...networks, together(others)],
    links: estate.links.filter(({ from, to }) => names.has(from) && names.has(to)),
  };
}

function abridgedNetwork(network: NetworkView): NetworkView {
  const { groups, hosts } = network;
  const more = hosts.length - PICTURE_LIMITS.hosts;
  return {
    ...network,
    groups: firstAndRest(groups, PICTURE_LIMITS.groups),
    hosts: hosts.slice(0, PICTURE_LIMITS.hosts),
    note: more > 0 ? `${zoneWords(network)}, ${plural(more, 'more host')}` : null,
  };
}

function firstAndRest(groups: readonly GroupView[], limit: number): readonly GroupView[] {
  if (groups.length <= limit) return groups;
  return [...groups.slice(0, limit - 1), summed(groups.slice(limit - 1), 'more groups')];
}

/** Networks that are drawn as one room. */
function together(networks: readonly NetworkView[]): NetworkView {
  const hosts = networks.reduce((sum, network) => sum + network.hosts.length, 0);
  const groups = networks.flatMap((network) => network.groups);
  return {
    name: plural(networks.length, 'more network'),
    zone: null,
    internet: networks.some(({ internet }) => internet),
    hosts: [],
    note: plural(hosts, 'host'),
    groups: groups.length === 0 ? [] : [summed(groups, 'groups')],
    zones: [],
    vamts: [],
  };
}

function summed(groups: readonly GroupView[], what: string): GroupView {
  return {
    ...groups[0],
    name: `${groups.length} ${what}`,
    members: groups.flatMap(({ members }) => members),
    count: groups.reduce((sum, { count }) => sum + count, 0),
    names: null,
    system: 'several systems',
    method: 'several methods',
  };
}
