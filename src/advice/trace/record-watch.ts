import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import type { HostId, MachineId } from '../../model/definitions/ids.ts';
import type { Simulation } from '../../model/simulation.ts';

/** Why a record of a KMS host came or went. */
export type RecordChange =
  /** A computer that it did not know asked. */
  | 'requested'
  /** No request for as long as a record lives. */
  | 'aged out'
  /** The host keeps only the most recent, and others asked since. */
  | 'evicted'
  /** The host was given another key and forgot all. */
  | 'rekeyed';

/** Records of one host that changed for the same reason within a few days. */
export interface RecordEpisode {
  readonly host: HostId;
  readonly change: RecordChange;
  readonly first: Minute;
  last: Minute;
  times: number;
}

/** Changes for the same reason that are no further apart than this belong together. */
const EPISODE_GAP = 10 * MINUTES_PER_DAY;

/**
 * Follows the records of the KMS hosts by what their clients ask: a second bookkeeping beside the model's, which knows
 * why each record goes. Aging is noticed where the model notices it, at the host's next request.
 */
export class RecordWatch {
  /** In the order in which they begin. */
  readonly episodes: RecordEpisode[] = [];
  private readonly simulation: Simulation;
  /** By host: the latest request of each CMID, oldest first. */
  private readonly records: Map<number, Minute>[];
  private readonly latest: Partial<Record<RecordChange, RecordEpisode>>[];

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    this.records = simulation.estate.hosts.all.map(() => new Map());
    this.latest = simulation.estate.hosts.all.map(() => ({}));
  }

  /** Records that a host has by this bookkeeping. */
  size(host: HostId): number {
    return this.records[host].size;
  }

  /** A host answered a machine with a count. */
  answered(machine: MachineId, hostId: HostId): void {
    const { now } = this.simulation;
    const { hosts, machines, clientIds, parameters } = this.simulation.estate;
    const host = hosts.all[hostId];
    const records = this.records[hostId];
    if (host.countsVirtual || !machines.groupOf(machine).virtual) {
      const id = clientIds.of(machine);
      if (!records.delete(id)) this.note(hostId, 'requested');
      records.set(id, now);
    }
    const { recordLife, recordsPerThreshold } = parameters.rules;
    const capacity = recordsPerThreshold * host.largestThreshold;
    for (const [id, seen] of records) {
      const old = seen <= now - recordLife;
      if (!old && records.size <= capacity) break;
      records.delete(id);
      this.note(hostId, old ? 'aged out' : 'evicted');
    }
  }

  /** A host was given another key. */
  rekeyed(host: HostId): void {
    for (let left = this.records[host].size; left > 0; left -= 1) this.note(host, 'rekeyed');
    this.records[host].clear();
  }

  private note(host: HostId, change: RecordChange): void {
    const { now } = this.simulation;
    const latest = this.latest[host][change];
    if (latest !== undefined && now - latest.last <= EPISODE_GAP) {
      latest.last = now;
      latest.times += 1;
      return;
    }
    const episode: RecordEpisode = { host, change, first: now, last: now, times: 1 };
    this.latest[host][change] = episode;
    this.episodes.push(episode);
  }
}
