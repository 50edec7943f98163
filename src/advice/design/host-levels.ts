import type { Minute } from '../../engine/time.ts';
import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { countVirtualMachines, type HostLevel } from '../../model/definitions/system-lookups.ts';
import type { UpdateName } from '../../model/definitions/updates.ts';
import { countUpTo } from './sorted.ts';
import { timelineIndex } from './timeline-index.ts';

/** A KMS host as far as it decides what it can serve, and the group of its key. */
export interface KeyedLevel extends HostLevel {
  readonly updates: readonly UpdateName[];
  readonly keyGroup: KeyGroup;
}

/** What a host is over time: `levels[i]` from `from[i]` on. */
interface LevelsOfHost {
  readonly from: Minute[];
  readonly levels: KeyedLevel[];
}

/** The updates and keys of KMS hosts over time, as the timeline of an estate installs them. */
export class HostLevels {
  private readonly levels: ReadonlyMap<string, LevelsOfHost>;
  private readonly counting: ReadonlySet<string>;

  constructor(estate: EstateParameters) {
    this.levels = levelsOf(estate);
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
  at(host: string, minute: Minute): KeyedLevel {
    const levels = this.levels.get(host);
    if (levels === undefined) throw new Error(`parameters define no host ${host}`);
    // The first one is of minute 0.
    return levels.levels[Math.max(1, countUpTo(levels.from, minute)) - 1];
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

function levelsOf(estate: EstateParameters): Map<string, LevelsOfHost> {
  const { ofHost } = timelineIndex(estate);
  return new Map(
    [...estate.hosts].flatMap(([name, { os, updates, key: keyName }]) => {
      const key = estate.keys.get(keyName);
      if (key === undefined) return [];
      let level: KeyedLevel = { os, updates, keyGroup: key.group };
      const own: LevelsOfHost = { from: [0], levels: [level] };
      for (const { entry } of ofHost(name)) {
        const before = level;
        if (entry.type === 'update') level = withUpdates(level, entry.updates);
        if (entry.type === 'rekey') level = withKey(level, estate.keys.get(entry.key ?? '')?.group);
        if (level === before) continue;
        own.from.push(entry.at);
        own.levels.push(level);
      }
      return [[name, own]];
    }),
  );
}

function withKey(level: KeyedLevel, keyGroup: KeyGroup = level.keyGroup): KeyedLevel {
  return keyGroup === level.keyGroup ? level : { ...level, keyGroup };
}

/** The level itself where nothing is new, so that a list of updates is as long as there are updates. */
function withUpdates(level: KeyedLevel, installed: readonly UpdateName[] = []): KeyedLevel {
  const added = installed.filter((update) => !level.updates.includes(update));
  return added.length === 0 ? level : { ...level, updates: [...level.updates, ...added] };
}
