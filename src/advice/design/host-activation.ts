import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { type PlacedEntry, timelineIndex } from './timeline-index.ts';

/** Why a host is never activated with Microsoft. */
export type ActivationObstacle =
  /** It is activated over the Internet, which its network does not reach. */
  | 'no-internet'
  /** The hosts that its key may activate are used up. */
  | 'key-used-up';

/** The hosts that cannot be activated, with the reason; those that share a key are activated in the order of start. */
export function activationObstacles(estate: EstateParameters): Map<string, ActivationObstacle> {
  const obstacles = new Map<string, ActivationObstacle>();
  const left = activationsLeft(estate);
  const inOrder = [...estate.hosts].sort(([, first], [, second]) => first.online - second.online);
  for (const [name, host] of inOrder) {
    if (host.activateBy === 'internet' && estate.networks.get(host.network)?.internet !== true) {
      obstacles.set(name, 'no-internet');
      continue;
    }
    const ofKey = left.get(host.key);
    if (ofKey === undefined) continue;
    takeRaises(ofKey, host.online);
    if (ofKey.hosts > 0) ofKey.hosts -= 1;
    else obstacles.set(name, 'key-used-up');
  }
  return obstacles;
}

/** What is left of a KMS key while its hosts come online. */
interface KeyLeft {
  /** Hosts that it may still activate. */
  hosts: number;
  readonly raises: readonly PlacedEntry[];
  /** The first of the raises that is not in `hosts`. */
  next: number;
}

function activationsLeft(estate: EstateParameters): Map<string, KeyLeft> {
  const { ofKey } = timelineIndex(estate);
  return new Map(
    [...estate.keys].map(([name, key]) => [
      name,
      { hosts: key.type === 'kms' ? key.hosts : 0, raises: ofKey(name), next: 0 },
    ]),
  );
}

/** Adds what was asked for until a minute. */
function takeRaises(left: KeyLeft, until: number): void {
  for (; left.next < left.raises.length; left.next += 1) {
    const { entry } = left.raises[left.next];
    if (entry.at > until) break;
    if (entry.type === 'raise') left.hosts += entry.hosts;
  }
}
