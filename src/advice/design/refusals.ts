import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { hostSideOf, kmsKeyServes } from '../../model/definitions/system-lookups.ts';
import type { KmsClients } from './clients.ts';

/** Why a host that is asked refuses. */
export type Refusal =
  /** It is never activated with Microsoft. */
  | 'not-activated'
  /** The key's group does not include the client's. */
  | 'key-group-too-low'
  /** A host on a client system serves no servers. */
  | 'host-system';

/** Why the key or the system of a host cannot serve clients, or `null`. */
export function refusalOf(
  { hosts, keys }: EstateParameters,
  hostName: string,
  { keyGroup }: Pick<KmsClients, 'keyGroup'>,
): Exclude<Refusal, 'not-activated'> | null {
  const host = hosts.get(hostName);
  const key = keys.get(host?.key ?? '');
  if (host === undefined || key === undefined) throw new Error(`parameters define no host ${hostName}`);
  if (kmsKeyServes(key.group, host, keyGroup)) return null;
  return hostSideOf(host.os).serves.includes(keyGroup) ? 'key-group-too-low' : 'host-system';
}
