import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { HostId, MachineId } from '../../model/definitions/ids.ts';

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
 * why each record goes, and when.
 */
export class RecordWatch {
  /** In the order in which they begin. */
  readonly episodes: RecordEpisode[] = [];
  private readonly estate: Estate;
  /** By host: the latest request of each CMID, oldest first. */
  private readonly records: Map<number, Minute>[];
  private readonly latest: Partial<Record<RecordChange, RecordEpisode>>[];

  constructor(estate: Estate) {
    this.estate = estate;
    this.records = estate.hosts.all.map(() => new Map());
    this.latest = estate.hosts.all.map(() => ({}));
  }

  /** Records that a host has by this bookkeeping. */
  size(host: HostId): number {
    return this.records[host].size;
  }

  /** A host answered a machine with a count. */
  answered(machine: MachineId, hostId: HostId): void {
    const { now } = this.estate.calendar;
    const { hosts, machines, clientIds, parameters } = this.estate;
    const host = hosts.all[hostId];
    const records = this.records[hostId];
    this.age(hostId);
    if (host.countsVirtual || !machines.groupOf(machine).virtual) {
      const id = clientIds.of(machine);
      if (!records.delete(id)) this.note(hostId, 'requested', now);
      records.set(id, now);
    }
    const capacity = parameters.rules.recordsPerThreshold * host.largestThreshold;
    for (const id of records.keys()) {
      if (records.size <= capacity) break;
      records.delete(id);
      this.note(hostId, 'evicted', now);
    }
  }

  /** A host was given another key. */
  rekeyed(host: HostId): void {
    this.age(host);
    const { now } = this.estate.calendar;
    for (let left = this.records[host].size; left > 0; left -= 1) this.note(host, 'rekeyed', now);
    this.records[host].clear();
  }

  /** Drops what is too old at every host, also at those that nobody asks. */
  ageAll(): void {
    for (const { id } of this.estate.hosts.all) this.age(id);
  }

  private age(host: HostId): void {
    const { recordLife } = this.estate.parameters.rules;
    const records = this.records[host];
    for (const [id, seen] of records) {
      if (seen + recordLife > this.estate.calendar.now) break;
      records.delete(id);
      this.note(host, 'aged out', seen + recordLife);
    }
  }

  private note(host: HostId, change: RecordChange, minute: Minute): void {
    const latest = this.latest[host][change];
    if (latest !== undefined && minute - latest.last <= EPISODE_GAP) {
      latest.last = minute;
      latest.times += 1;
      return;
    }
    const episode: RecordEpisode = { host, change, first: minute, last: minute, times: 1 };
    this.latest[host][change] = episode;
    this.episodes.push(episode);
  }
}
