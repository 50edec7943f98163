import type { Minute } from '../../engine/time.ts';
import type { EstateParameters, HostParameters } from '../../model/definitions/parameters.ts';

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
  const inOrder = [...estate.hosts].sort(([, left], [, right]) => left.online - right.online);
  for (const [name, host] of inOrder) {
    if (host.activateBy === 'internet' && estate.networks.get(host.network)?.internet !== true) {
      obstacles.set(name, 'no-internet');
      continue;
    }
    const before = used.get(host.key) ?? 0;
    if (before >= hostsAllowed(estate, host, host.online)) obstacles.set(name, 'key-used-up');
    else used.set(host.key, before + 1);
  }
  return obstacles;
}

/** Hosts that a host's key may activate at a minute: those ordered, and what was asked for by then. */
function hostsAllowed({ keys, timeline }: EstateParameters, host: HostParameters, at: Minute): number {
  const key = keys.get(host.key);
  const raised = timeline
    .filter((entry) => entry.type === 'raise' && entry.key === host.key && entry.at <= at)
    .reduce((sum, entry) => sum + (entry.type === 'raise' ? entry.hosts : 0), 0);
  return (key?.type === 'kms' ? key.hosts : 0) + raised;
}
