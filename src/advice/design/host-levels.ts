import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { countVirtualMachines, type HostLevel } from '../../model/definitions/system-lookups.ts';
import type { UpdateName } from '../../model/definitions/updates.ts';

/** A KMS host as far as it decides what it can serve, and the group of its key. */
export interface KeyedLevel extends HostLevel {
  readonly updates: readonly UpdateName[];
  readonly keyGroup: KeyGroup;
}

interface LevelChange {
  readonly at: number;
  readonly updates: readonly UpdateName[];
  /** `null`: the key stays. */
  readonly keyGroup: KeyGroup | null;
}

/** The updates and keys of KMS hosts over time, as the timeline of an estate installs them. */
export class HostLevels {
  private readonly estate: EstateParameters;
  /** By host, for those that the timeline changes, in the order of time. */
  private readonly changes: ReadonlyMap<string, readonly LevelChange[]>;
  private readonly counting: ReadonlySet<string>;

  constructor(estate: EstateParameters) {
    this.estate = estate;
    this.changes = changesOf(estate);
    this.counting = new Set(
      estate.timeline.flatMap((entry) =>
        entry.type === 'update' && startsCounting(estate, entry.host, entry.updates) ? [entry.host] : [],
      ),
    );
  }

  /** Whether the timeline has a host count virtual machines. */
  startsCounting(host: string): boolean {
    return this.counting.has(host);
  }

  /** What a host is in a minute, after what the timeline does to it then. */
  at(host: string, minute: number): KeyedLevel {
    const parameters = this.estate.hosts.get(host);
    const key = this.estate.keys.get(parameters?.key ?? '');
    if (parameters === undefined || key === undefined) throw new Error(`parameters define no host ${host}`);
    const { os, updates } = parameters;
    const done = this.changes.get(host)?.filter(({ at }) => at <= minute);
    if (done === undefined) return { os, updates, keyGroup: key.group };
    return {
      os,
      updates: [...updates, ...done.flatMap((change) => change.updates)],
      keyGroup: done.reduce((group, change) => change.keyGroup ?? group, key.group as KeyGroup),
    };
  }
}

function startsCounting(
  { hosts }: EstateParameters,
  host: string,
  updates: readonly UpdateName[] | undefined,
): boolean {
  const os = hosts.get(host)?.os;
  return updates === undefined || (os !== undefined && countVirtualMachines(os, updates));
}

function changesOf({ timeline, keys }: EstateParameters): Map<string, LevelChange[]> {
  const changes = new Map<string, LevelChange[]>();
  for (const entry of [...timeline].sort((left, right) => left.at - right.at)) {
    if (entry.type !== 'update' && entry.type !== 'rekey') continue;
    const keyGroup = entry.type === 'rekey' ? (keys.get(entry.key ?? '')?.group ?? null) : null;
    const updates = entry.type === 'update' ? (entry.updates ?? []) : [];
    if (keyGroup === null && updates.length === 0) continue;
    const own = changes.get(entry.host) ?? [];
    changes.set(entry.host, [...own, { at: entry.at, updates, keyGroup }]);
  }
  return changes;
}
