import type { Minute } from '../../engine/time.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { type PlacedEntry, timelineIndex } from './timeline-index.ts';

/**
 * Activations with Microsoft that a KMS host takes of its key in the run: the first, and one each time that it is moved
 * to other hardware or keyed anew.
 */
export function hostDemand(estate: EstateParameters, host: string): number {
  const { hosts, duration } = estate;
  const parameters = hosts.get(host);
  if (parameters === undefined || parameters.online >= duration) return 0;
  return (
    1 + activatedAgain(estate, host, parameters.online).filter(({ entry }) => entry.at < duration).length
  );
}

/** The entries of a timeline after a minute with which a host is activated with Microsoft again. */
function activatedAgain(estate: EstateParameters, host: string, after: Minute): PlacedEntry[] {
  return timelineIndex(estate)
    .ofHost(host)
    .filter(({ entry }) => (entry.type === 'move' || entry.type === 'rekey') && entry.at > after);
}

/**
 * The timeline entry at which a host's activations are used up: it is moved or keyed anew once more than its key
 * activates one host, with what Microsoft had granted by then.
 *
 * @returns the entry's index, or `null`
 */
export function firstActivationTooMany(estate: EstateParameters, host: string): number | null {
  const { hosts, keys, duration } = estate;
  const parameters = hosts.get(host);
  const key = keys.get(parameters?.key ?? '');
  if (parameters === undefined || key?.type !== 'kms') return null;
  const again = activatedAgain(estate, host, parameters.online);
  if (again.length < key.activationsPerHost) return null;
  let allowed = key.activationsPerHost;
  let used = 1;
  const raises = timelineIndex(estate).ofKey(parameters.key);
  for (const { index, entry } of [...again, ...raises].sort(byTime)) {
    if (entry.at >= duration) break;
    if (entry.type === 'raise') {
      allowed += entry.activations;
      continue;
    }
    used += 1;
    if (used > allowed) return index;
  }
  return null;
}

function byTime(left: PlacedEntry, right: PlacedEntry): number {
  return left.entry.at - right.entry.at || left.index - right.index;
}
