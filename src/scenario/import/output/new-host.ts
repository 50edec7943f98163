import type { KeyGroup } from '../../../model/definitions/key-groups.ts';
import type { OfficeVersion } from '../../../model/definitions/office.ts';
import { officeKeyWorks } from '../../../model/definitions/office-lookups.ts';
import {
  HOST_SYSTEMS,
  hostSideOf,
  KEY_GROUP_NAMES,
  kmsKeyServes,
  updatesToServe,
} from '../../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../../model/definitions/systems.ts';
import type { UpdateName } from '../../../model/definitions/updates.ts';

/** KMS clients by the group of their key. */
export type ClientCounts = ReadonlyMap<KeyGroup, number>;

/** What a KMS host is given, and whom it then serves. */
export interface HostChoice {
  readonly os: SystemName;
  /** The least inclusive group whose key serves as many clients as any. */
  readonly keyGroup: KeyGroup;
  /** Updates without which its system does not serve them. */
  readonly updates: readonly UpdateName[];
  /** Clients that no key lets it serve. */
  readonly unserved: ReadonlySet<KeyGroup>;
}

/**
 * The system, key and updates of a new host that serves most clients: with few updates, and the oldest system.
 *
 * @param offices versions of Office whose keys it is to have, where a system takes all of them
 */
export function chooseHost(clients: ClientCounts, offices: readonly OfficeVersion[] = []): HostChoice {
  const choices = HOST_SYSTEMS.filter((os) => os.endsWith('-standard')).map((os) => chooseKey(os, clients));
  const taking = choices.filter(({ os, updates }) =>
    offices.every((version) => officeKeyWorks(version, { os, updates })),
  );
  return (taking.length > 0 ? taking : choices).reduce((best, choice) =>
    isBetter(choice, best, clients) ? choice : best,
  );
}

/** The key and the updates with which a host of a system serves most clients. */
export function chooseKey(os: SystemName, clients: ClientCounts): HostChoice {
  const choices = KEY_GROUP_NAMES.map((keyGroup) => withKey(os, keyGroup, clients));
  return choices.reduce((best, choice) => (isBetter(choice, best, clients) ? choice : best));
}

/** A host whose system and key are known, with the updates that it needs to serve all whom its key covers. */
export function withKey(os: SystemName, keyGroup: KeyGroup, clients: ClientCounts): HostChoice {
  const groups = [...clients.keys()];
  const all = groups.flatMap((group) => updatesToServe(os, group));
  const served = groups.filter((group) => kmsKeyServes(keyGroup, { os, updates: all }, group));
  const needing = served.filter((group) => !hostSideOf(os).serves.includes(group));
  return {
    os,
    keyGroup,
    updates: fewest(needing.map((group) => updatesToServe(os, group))),
    unserved: new Set(groups.filter((group) => !served.includes(group))),
  };
}

function isBetter(one: HostChoice, other: HostChoice, clients: ClientCounts): boolean {
  const [own, theirs] = [one, other].map(({ unserved }) => countOf(unserved, clients));
  return own === theirs ? one.updates.length < other.updates.length : own < theirs;
}

/** How many clients are of some groups. */
export function countOf(groups: Iterable<KeyGroup>, clients: ClientCounts): number {
  return [...groups].reduce((sum, group) => sum + (clients.get(group) ?? 0), 0);
}

/** Updates that have one of each list; the last of a list also has what came before it. */
function fewest(lists: readonly (readonly UpdateName[])[]): UpdateName[] {
  const chosen: UpdateName[] = [];
  for (const list of [...lists].sort((a, b) => a.length - b.length)) {
    const last = list.at(-1);
    if (last !== undefined && !list.some((update) => chosen.includes(update))) chosen.push(last);
  }
  return chosen;
}
