import type { KeyGroup } from '../../model/definitions/key-groups.ts';
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
import type { KeyedLevel } from './host-levels.ts';

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

/** Why a host cannot serve clients of a key group, for its key or its system; or `null`. */
export function refusalOf(host: KeyedLevel, clientGroup: KeyGroup): Exclude<Refusal, 'not-activated'> | null {
  if (!systemServes(host, clientGroup)) return refusalOfSystem(host.os, clientGroup);
  if (!keyFitsHost(host.keyGroup, host.os)) return 'key-not-for-host';
  return keyServes(host.keyGroup, clientGroup) ? null : 'key-group-too-low';
}

function refusalOfSystem(
  os: SystemName,
  keyGroup: KeyGroup,
): 'host-system' | 'host-too-old' | 'host-too-new' {
  if (keyGroup.startsWith('server-') && !servesServers(os)) return 'host-system';
  const own = systemOf(os).client === null ? 'client' : clientSideOf(os).keyGroup;
  return KEY_GROUP_NAMES.indexOf(keyGroup) < KEY_GROUP_NAMES.indexOf(own) ? 'host-too-new' : 'host-too-old';
}
