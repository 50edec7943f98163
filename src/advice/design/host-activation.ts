import type { EstateParameters, HostParameters, TimelineEntry } from '../../model/definitions/parameters.ts';

/** Why a host is never activated with Microsoft. */
export type ActivationObstacle =
  /** It is activated over the Internet, which its network does not reach. */
  | 'no-internet'
  /** The hosts that its key may activate are used up. */
  | 'key-used-up';

/** The hosts that cannot be activated, with the reason; those that share a key are activated in the order of start. */
export function activationObstacles(estate: EstateParameters): Map<string, ActivationObstacle> {
  const obstacles = new Map<string, ActivationObstacle>();
  const used = new Map<string, number>();
  const raises = raisesByKey(estate);
  const inOrder = [...estate.hosts].sort(([, left], [, right]) => left.online - right.online);
  for (const [name, host] of inOrder) {
    if (host.activateBy === 'internet' && estate.networks.get(host.network)?.internet !== true) {
      obstacles.set(name, 'no-internet');
      continue;
    }
    const before = used.get(host.key) ?? 0;
    if (before >= hostsAllowed(estate, host, raises.get(host.key) ?? [])) obstacles.set(name, 'key-used-up');
    else used.set(host.key, before + 1);
  }
  return obstacles;
}

type Raise = Extract<TimelineEntry, { readonly type: 'raise' }>;

function raisesByKey({ timeline }: EstateParameters): ReadonlyMap<string, readonly Raise[]> {
  const raises = new Map<string, Raise[]>();
  for (const entry of timeline)
    if (entry.type === 'raise') raises.set(entry.key, [...(raises.get(entry.key) ?? []), entry]);
  return raises;
}

/** Hosts that a host's key may activate when it comes online: those ordered, and what was asked for by then. */
function hostsAllowed({ keys }: EstateParameters, host: HostParameters, raises: readonly Raise[]): number {
  const key = keys.get(host.key);
  const raised = raises.reduce((sum, { at, hosts }) => (at <= host.online ? sum + hosts : sum), 0);
  return (key?.type === 'kms' ? key.hosts : 0) + raised;
}
