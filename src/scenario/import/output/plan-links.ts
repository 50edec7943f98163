import type { UniqueNames } from '../basics/names.ts';
import type { PlannedHost } from './plan-hosts.ts';
import type { PlannedGroup, PlannedLink } from './planned.ts';

/** The ways that answered requests took: from the network of a client to that of the host in whose log they are. */
export function planLinks(
  groups: readonly PlannedGroup[],
  hosts: readonly PlannedHost[],
  hostNames: ReadonlyMap<string, string>,
  names: UniqueNames,
): readonly PlannedLink[] {
  const networkOf = new Map(hosts.map(({ name, network }) => [name, network]));
  const ways = new Map<string, { readonly from: string; readonly to: string }>();
  for (const { network: from, computers } of groups) {
    for (const { requests } of computers) {
      for (const host of new Set(requests.filter(({ code }) => code === 0).map((request) => request.host))) {
        const to = networkOf.get(hostNames.get(host.split(/[.:]/)[0].toLowerCase()) ?? '');
        if (to !== undefined && to !== from) ways.set(`${from} ${to}`, { from, to });
      }
    }
  }
  return [...ways.values()].map(({ from, to }) => ({
    name: names.give(`wan-${from}-${to}`, 'link'),
    from,
    to,
  }));
}
