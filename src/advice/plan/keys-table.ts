import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import { officeOfKey } from '../../model/definitions/office-lookups.ts';
import type { KmsKeyParameters, MakKeyParameters } from '../../model/definitions/parameters.ts';
import { clientSideOf, keyGroupServing } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import type { Design } from '../design/design.ts';
import { hostDemand } from '../design/host-demand.ts';
import { makDemand } from '../design/mak-demand.ts';

/** Part of a MAK's need that is advised to be ordered besides, for repairs. An assumption: the guide gives no number. */
export const MAK_RESERVE = 0.1;

/** A key to order: the guide's fourth step, Determine Product Key Needs. */
export interface KeyRow {
  readonly key: string;
  readonly type: 'kms' | 'mak';
  /** The group that the design orders. */
  readonly group: KeyGroup;
  /** The least inclusive group that serves every client; `null` when nothing uses the key. */
  readonly groupNeeded: KeyGroup | null;
  /** KMS hosts with this key; `null` for a MAK. */
  readonly hosts: number | null;
  /** Activations with Microsoft that the run takes. */
  readonly activationsNeeded: number;
  /** Activations that the key has: of a MAK's pool, or of all hosts that a KMS key may have. */
  readonly activationsOrdered: number;
  /** What to order: of a MAK what is needed and a reserve; of a KMS key what is needed. */
  readonly activationsAdvised: number;
}

/** One row for each key of a design, in the order of the file. */
export function keysTable(design: Design): KeyRow[] {
  return [...design.estate.keys].map(([name, key]) =>
    key.type === 'kms' ? kmsRow(design, name, key) : makRow(design, name, key),
  );
}

function kmsRow(design: Design, name: string, key: KmsKeyParameters): KeyRow {
  const hosts = [...design.estate.hosts]
    .filter(([, host]) => host.key === name || host.officeKeys.includes(name))
    .map(([host]) => host);
  const groups = hosts.flatMap((host) => design.clientsOf(host).map(({ keyGroup }) => keyGroup));
  const objects = objectsWith(design, name);
  const served = design.members.filter((members) =>
    members.objects.some((object) => objects.includes(object)),
  );
  groups.push(...served.map(({ parameters }) => clientSideOf(parameters.os).keyGroup));
  const systems = hosts.map((host) => design.host(host).os);
  const needed = hosts.reduce((sum, host) => sum + hostDemand(design.estate, host), objects.length);
  return {
    key: name,
    type: 'kms',
    group: key.group,
    groupNeeded:
      officeOfKey(key.group) === null ? groupFor(groups, systems) : officeGroupFor(design, key.group),
    hosts: hosts.length,
    activationsNeeded: needed,
    activationsOrdered: key.hosts * key.activationsPerHost,
    activationsAdvised: needed,
  };
}

/** The activation objects that are made with a key within the run. */
function objectsWith({ estate }: Design, name: string): string[] {
  return [...estate.domains.values()].flatMap(({ objects }) =>
    [...objects].flatMap(([object, { key, at }]) => (key === name && at < estate.duration ? [object] : [])),
  );
}

/** The group of a key of Office, if any machine has that version. */
function officeGroupFor({ estate }: Design, group: KeyGroup): KeyGroup | null {
  return [...estate.groups.values()].some(({ office }) => office === officeOfKey(group)) ? group : null;
}

function makRow(design: Design, name: string, key: MakKeyParameters): KeyRow {
  const { estate } = design;
  const needed = Math.ceil(makDemand(estate, name, estate.duration));
  return {
    key: name,
    type: 'mak',
    group: key.group,
    groupNeeded: groupFor(groupsOfMak(design, name), []),
    hosts: null,
    activationsNeeded: needed,
    activationsOrdered: key.activations,
    activationsAdvised: needed + Math.ceil(needed * MAK_RESERVE),
  };
}

/** The key groups of the machines that a MAK activates, at the start or after a conversion. */
function groupsOfMak({ estate }: Design, key: string): KeyGroup[] {
  const converted = estate.timeline.flatMap((entry) =>
    entry.type === 'convert' && 'key' in entry.method && entry.method.key === key ? [entry.group] : [],
  );
  return [...estate.groups].flatMap(([name, { os, method }]) => {
    const uses = ('key' in method && method.key === key) || converted.includes(name);
    return uses ? [clientSideOf(os).keyGroup] : [];
  });
}

/** The first group whose key serves all of the given ones on hosts of these systems; `null` of none. */
function groupFor(groups: readonly KeyGroup[], hosts: readonly SystemName[]): KeyGroup | null {
  if (groups.length === 0) return null;
  return keyGroupServing(groups, hosts) ?? keyGroupServing(groups, []) ?? null;
}
