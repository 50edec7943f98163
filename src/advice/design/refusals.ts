import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import {
  clientSideOf,
  KEY_GROUP_NAMES,
  keyFitsHost,
  keyServes,
  servesServers,
  systemOf,
  systemServes,
} from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import type { KmsClients } from './clients.ts';

/** Why a host that is asked refuses. */
export type Refusal =
  /** It is never activated with Microsoft. */
  | 'not-activated'
  /** The key's group does not include the client's. */
  | 'key-group-too-low'
  /** The key is not for hosts on its system. */
  | 'key-not-for-host'
  /** A host on a client system serves no servers. */
  | 'host-system'
  /** Its system, with its updates, does not know the client's, which is later. */
  | 'host-too-old'
  /** Its system does not know the client's any more. */
  | 'host-too-new';

/** Why the key or the system of a host cannot serve clients, or `null`. */
export function refusalOf(
  { hosts, keys }: EstateParameters,
  hostName: string,
  { keyGroup }: Pick<KmsClients, 'keyGroup'>,
): Exclude<Refusal, 'not-activated'> | null {
  const host = hosts.get(hostName);
  const key = keys.get(host?.key ?? '');
  if (host === undefined || key === undefined) throw new Error(`parameters define no host ${hostName}`);
  if (!systemServes(host, keyGroup)) return refusalOfSystem(host.os, keyGroup);
  if (!keyFitsHost(key.group, host.os)) return 'key-not-for-host';
  return keyServes(key.group, keyGroup) ? null : 'key-group-too-low';
}

function refusalOfSystem(
  os: SystemName,
  keyGroup: KeyGroup,
): 'host-system' | 'host-too-old' | 'host-too-new' {
  if (keyGroup.startsWith('server-') && !servesServers(os)) return 'host-system';
  const own = systemOf(os).client === null ? 'client' : clientSideOf(os).keyGroup;
  return KEY_GROUP_NAMES.indexOf(keyGroup) < KEY_GROUP_NAMES.indexOf(own) ? 'host-too-new' : 'host-too-old';
}
