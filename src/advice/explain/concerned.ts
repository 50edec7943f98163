import type { GroupParameters } from '../../model/definitions/parameters.ts';
import type { Design } from '../design/design.ts';
import { officeGroups } from '../design/office-groups.ts';
import type { Trouble } from './troubles.ts';

/** The names of everything whose settings can concern the Office of some groups. */
export function concernedByOffice(design: Design, groups: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { group, parameters, asked } of officeGroups(design)) {
    if (!groups.includes(group)) continue;
    names.add(group);
    addWay(design, parameters, names);
    for (const host of asked.length > 0 ? asked : design.estate.hosts.keys()) {
      const { key, officeKeys } = design.host(host);
      for (const name of [host, key, ...officeKeys]) names.add(name);
    }
  }
  return names;
}

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
  const { method } = group;
  if ('key' in method) names.add(method.key);
  if (method.type === 'mak-proxy') names.add(method.vamt);
  if (method.type === 'avma' && !names.has(method.on)) addGroup(design, method.on, names);
  if (method.type !== 'kms') return;
  addWay(design, group, names);
  const clients = design.clients.find((client) => client.group === name);
  const asked = clients === undefined ? [] : design.hostsAskedBy(clients);
  for (const host of asked.length > 0 ? asked : design.estate.hosts.keys()) {
    names.add(host);
    names.add(design.host(host).key);
  }
}

/** Domains, the zone and the links through which machines find and reach what activates them. */
function addWay(design: Design, group: GroupParameters, names: Set<string>): void {
  for (const domain of design.estate.domains.keys()) names.add(domain);
  const zone = design.zoneAskedBy(group);
  if (zone !== null) names.add(zone);
  for (const [link, { from }] of design.estate.links) if (from === group.network) names.add(link);
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
