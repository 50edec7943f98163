import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import type { KeyParameters } from '../../model/definitions/parameters.ts';
import {
  HOST_SYSTEMS,
  type HostLevel,
  keyGroupServing,
  kmsKeyServes,
  servesServers,
  systemServes,
  updatesToServe,
} from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import type { UpdateName } from '../../model/definitions/updates.ts';

/** The system of a host where the design does not suggest another one. */
const USUAL: SystemName = 'server-2008-standard';

/** Any other is as good; servers first, of their usual edition, since they serve clients and servers. */
const ANY: readonly SystemName[] = [
  ...HOST_SYSTEMS.filter((os) => os.endsWith('-standard')),
  ...HOST_SYSTEMS.filter(servesServers),
  ...HOST_SYSTEMS,
];

/** What a host needs to serve clients that it would refuse. */
export interface ServingRepair {
  readonly os: SystemName;
  /** All its updates then. */
  readonly updates: readonly UpdateName[];
  /** Those of them that it does not have. */
  readonly added: readonly UpdateName[];
  /** The first key group whose KMS key serves all of them there. */
  readonly keyGroup: KeyGroup | undefined;
}

/**
 * A system whose KMS hosts can serve clients of all the given groups.
 *
 * @param known systems that are preferred: those of hosts that the design has
 * @returns `undefined` when there is none
 */
export function systemServing(
  groups: readonly KeyGroup[],
  known: readonly SystemName[],
): SystemName | undefined {
  return systemsServing(groups, known)[0];
}

function systemsServing(groups: readonly KeyGroup[], known: readonly SystemName[]): SystemName[] {
  return [...known, USUAL, ...ANY].filter((os) => groups.every((group) => systemServes({ os }, group)));
}

/** A KMS host that is added. */
export interface AddedHost {
  readonly os: SystemName;
  /** The name of its key; `null`: none of those that are there serves, one is to be ordered. */
  readonly key: string | null;
  readonly keyGroup: KeyGroup;
}

/**
 * A host that can serve clients of all the given groups, on a key that is there if one serves them.
 *
 * @param known systems that are preferred
 * @returns `undefined` when no system with any key serves all of them
 */
export function hostServing(
  groups: readonly KeyGroup[],
  known: readonly SystemName[],
  keys: ReadonlyMap<string, KeyParameters>,
): AddedHost | undefined {
  const systems = systemsServing(groups, known);
  for (const os of systems)
    for (const [name, key] of keys)
      if (key.type === 'kms' && groups.every((group) => kmsKeyServes(key.group, { os }, group)))
        return { os, key: name, keyGroup: key.group };
  for (const os of systems) {
    const keyGroup = keyGroupServing(groups, [os]);
    if (keyGroup !== undefined) return { os, key: null, keyGroup };
  }
  return undefined;
}

/**
 * What a host needs to serve clients of all the given groups: updates where they are enough, else another system.
 *
 * @param known systems that are preferred
 * @returns `undefined` when no system serves all of them
 */
export function servingRepair(
  host: HostLevel,
  groups: readonly KeyGroup[],
  known: readonly SystemName[] = [],
): ServingRepair | undefined {
  const updates = host.updates ?? [];
  const added = updatesFor(host, groups);
  if (added !== null) {
    const keyGroup = keyGroupServing(groups, [host.os]);
    return { os: host.os, updates: [...updates, ...added], added, keyGroup };
  }
  const os = systemServing(groups, known);
  return os && { os, updates: [], added: [], keyGroup: keyGroupServing(groups, [os]) };
}

/** The updates that a host lacks to serve clients of all the given groups; `null` when none are enough. */
function updatesFor(host: HostLevel, groups: readonly KeyGroup[]): UpdateName[] | null {
  const missing = groups.filter((group) => !systemServes(host, group));
  const choices = missing.map((group) => updatesToServe(host.os, group));
  if (choices.some((updates) => updates.length === 0)) return null;
  const common = choices[0]?.find((update) => choices.every((updates) => updates.includes(update)));
  return common === undefined ? [...new Set(choices.map(([first]) => first))] : [common];
}
