import type { EstateParameters } from '../../model/definitions/parameters.ts';

/**
 * Activations with Microsoft that a KMS host takes of its key in the run: the first, and one each time that it is moved
 * to other hardware or keyed anew.
 */
export function hostDemand({ hosts, timeline, duration }: EstateParameters, host: string): number {
  const parameters = hosts.get(host);
  if (parameters === undefined || parameters.online >= duration) return 0;
  const again = timeline.filter(
    (entry) =>
      entry.at > parameters.online &&
      entry.at < duration &&
      ((entry.type === 'move' && entry.host === host) || (entry.type === 'rekey' && entry.host === host)),
  );
  return 1 + again.length;
}

/**
 * The timeline entry at which a host's activations are used up: it is moved or keyed anew once more than its key
 * activates one host, with what Microsoft had granted by then.
 *
 * @returns the entry's index, or `null`
 */
export function firstActivationTooMany(estate: EstateParameters, host: string): number | null {
  const { hosts, keys, timeline, duration } = estate;
  const parameters = hosts.get(host);
  const key = keys.get(parameters?.key ?? '');
  if (parameters === undefined || key?.type !== 'kms') return null;
  let allowed = key.activationsPerHost;
  let used = 1;
  const inOrder = [...timeline.entries()].sort(([, left], [, right]) => left.at - right.at);
  for (const [index, entry] of inOrder) {
    if (entry.at >= duration) break;
    if (entry.type === 'raise' && entry.key === parameters.key) allowed += entry.activations;
    const again = (entry.type === 'move' || entry.type === 'rekey') && entry.host === host;
    if (!again || entry.at <= parameters.online) continue;
    used += 1;
    if (used > allowed) return index;
  }
  return null;
}
