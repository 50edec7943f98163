import {
  type EstateParameters,
  type GroupParameters,
  INTERNET,
  type MethodParameters,
  MICROSOFT,
} from '../model/definitions/parameters.ts';

/**
 * The names of what a group depends on, so that its charts show the outages that can touch it and no others: its
 * network and zone, the links from there, the KMS hosts that it may ask, its domain, VAMTs, Microsoft. Conversions and other
 * networks of the timeline count from the start.
 */
export function surroundingsOf(parameters: EstateParameters, name: string, group: GroupParameters): string[] {
  const { timeline } = parameters;
  const own = timeline.filter((entry) => 'group' in entry && entry.group === name);
  const methods = [group.method, ...own.flatMap((entry) => (entry.type === 'convert' ? [entry.method] : []))];
  const moves = timeline.flatMap((entry) =>
    entry.type === 'relocate' && entry.subject === name ? [entry.network] : [],
  );
  const pointed = own.flatMap((entry) => (entry.type === 'point' && entry.host !== null ? [entry.host] : []));
  const names = [group.network, ...moves].flatMap((network) => [
    ...placeOf(parameters, network, group.kmsDomain),
    ...methods.flatMap((method) => servantsOf(parameters, method, network, group)),
  ]);
  const joined = own.flatMap((entry) => (entry.type === 'join' ? [entry.domain] : []));
  const domains = [...(group.domain === null ? [] : [group.domain]), ...joined].flatMap((domain) => [
    domain,
    ...(parameters.domains.get(domain)?.controllers ?? []),
  ]);
  return [...new Set([...names, ...pointed, ...domains])];
}

/** A network, its zone with the network of the zone's server, and the links from there. */
function placeOf(
  { networks, links, zones }: EstateParameters,
  network: string,
  kmsDomain: string | null,
): string[] {
  const zone = kmsDomain ?? networks.get(network)?.zone ?? null;
  const server = zone === null ? undefined : zones.get(zone)?.network;
  const outward = [...links].filter(([, { from }]) => from === network).map(([link]) => link);
  return [network, ...outward, ...(zone === null ? [] : [zone]), ...(server === undefined ? [] : [server])];
}

/** What activates machines of a network by a method. */
function servantsOf(
  parameters: EstateParameters,
  method: MethodParameters,
  network: string,
  group: GroupParameters,
): string[] {
  if (method.type === 'none' || method.type === 'avma') return [];
  if (method.type === 'kms') return hostsOf(parameters, network, group);
  if (method.type === 'mak') return [MICROSOFT, INTERNET];
  const { vamts, links } = parameters;
  const from = vamts.get(method.vamt)?.network;
  const inward = [...links].filter(([, link]) => link.from === from && link.to === network);
  return [
    MICROSOFT,
    INTERNET,
    method.vamt,
    ...(from === undefined ? [] : [from]),
    ...inward.map(([link]) => link),
  ];
}

/** The host set by hand, or those that publish to the network's zone; with their networks. */
function hostsOf(
  { hosts, networks }: EstateParameters,
  network: string,
  { host, kmsDomain }: GroupParameters,
): string[] {
  const zone = kmsDomain ?? networks.get(network)?.zone ?? null;
  const asked = [...hosts].filter(([name, parameters]) => {
    if (host !== null) return name === host;
    if (zone === null) return false;
    const own = parameters.publish ? networks.get(parameters.network)?.zone : null;
    return own === zone || parameters.publishTo.includes(zone);
  });
  return asked.flatMap(([name, parameters]) => [name, parameters.network]);
}
