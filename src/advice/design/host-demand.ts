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
