import type { Design } from '../design/design.ts';
import type { Trouble } from './troubles.ts';

/** The names of everything whose settings can concern a trouble: groups, hosts, zones, links, keys, VAMTs, domains. */
export function concernedNames(design: Design, trouble: Trouble): ReadonlySet<string> {
  const names = new Set<string>();
  if (trouble.kind === 'key-exhausted') addKey(design, trouble.key, names);
  else if ('host' in trouble) addHost(design, trouble.host, names);
  else for (const group of trouble.set.groups) addGroup(design, group, names);
  return names;
}

function addGroup(design: Design, name: string, names: Set<string>): void {
  const group = design.estate.groups.get(name);
  if (group === undefined) return;
  names.add(name);
  const { method, network } = group;
  if ('key' in method) names.add(method.key);
  if (method.type === 'mak-proxy') names.add(method.vamt);
  if (method.type === 'avma' && !names.has(method.on)) addGroup(design, method.on, names);
  if (method.type !== 'kms') return;
  for (const domain of design.estate.domains.keys()) names.add(domain);
  const zone = design.zoneAskedBy(group);
  if (zone !== null) names.add(zone);
  for (const [link, { from }] of design.estate.links) if (from === network) names.add(link);
  const clients = design.clients.find((client) => client.group === name);
  const asked = clients === undefined ? [] : design.hostsAskedBy(clients);
  for (const host of asked.length > 0 ? asked : design.estate.hosts.keys()) {
    names.add(host);
    names.add(design.host(host).key);
  }
}

function addHost(design: Design, host: string, names: Set<string>): void {
  names.add(host);
  names.add(design.host(host).key);
  for (const domain of design.estate.domains.keys()) names.add(domain);
  for (const { group } of design.clientsOf(host)) names.add(group);
}

function addKey({ estate }: Design, key: string, names: Set<string>): void {
  names.add(key);
  for (const [host, parameters] of estate.hosts) if (parameters.key === key) names.add(host);
  for (const [group, { method }] of estate.groups)
    if ('key' in method && method.key === key) names.add(group);
}
