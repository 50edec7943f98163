import { MINUTES_PER_WEEK } from '../../engine/time.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { KeyId } from '../../model/definitions/ids.ts';

/** What an estate used. */
export interface EstateTotals {
  /** KMS hosts that came online. */
  readonly kmsHosts: number;
  /** Activations of KMS hosts with Microsoft. */
  readonly kmsActivations: number;
  /** Activations taken from the pools of MAKs. */
  readonly makActivations: number;
  /** Telephone calls to Microsoft that began. */
  readonly calls: number;
  /** Rounds a week of the VAMTs to which removable media are carried. */
  readonly mediaRoundsPerWeek: number;
}

/** Adds up what an estate used. */
export function totalsOf({ hosts, keys, telephone, parameters }: Estate): EstateTotals {
  let kmsActivations = 0;
  let makActivations = 0;
  for (const id of keys.table.names.keys()) {
    const key = id as KeyId;
    if (keys.typeOf(key) === 'kms') kmsActivations += keys.used(key);
    else makActivations += keys.used(key);
  }
  const kmsHosts = hosts.all.filter((host) => host.online).length;
  const mediaRoundsPerWeek = [...parameters.vamts.values()]
    .filter(({ via }) => via === 'removable-media')
    .reduce((sum, { every }) => sum + MINUTES_PER_WEEK / every, 0);
  return { kmsHosts, kmsActivations, makActivations, calls: telephone.calls, mediaRoundsPerWeek };
}
