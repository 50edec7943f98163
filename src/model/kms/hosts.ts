import type { Calendar } from '../../engine/calendar.ts';
import { Code } from '../definitions/codes.ts';
import {
  type ClientMachineId,
  type HostId,
  type KeyId,
  NameTable,
  type NetworkId,
  NONE,
} from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { Rules } from '../definitions/rules.ts';
import { countVirtualMachines, keyGroupsServed } from '../definitions/system-lookups.ts';
import type { UpdateName } from '../definitions/updates.ts';
import type { Group } from '../estate/groups.ts';
import { type Networks, ServiceId } from '../estate/networks.ts';
import type { Keys } from '../microsoft/keys.ts';
import { CertainAnswers } from './certain-answers.ts';
import { type Host, type HostEstate, isCounted, makeHost } from './host.ts';
import { HostLicenses } from './host-licenses.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly hosts: KmsHosts;
  }
}

/** {@link KmsHosts.answer} of a host that is not activated or in Notification. */
export const NOT_ACTIVATED = -1;
/** {@link KmsHosts.answer} of a host whose key or system cannot serve the client. */
export const CANNOT_SERVE = -2;

/** The KMS hosts, and what they answer to clients. */
export class KmsHosts {
  readonly table: NameTable<HostId>;
  readonly all: readonly Host[];
  readonly certain: CertainAnswers;
  readonly licenses: HostLicenses;
  private readonly networks: Networks;
  private readonly keys: Keys;
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly rules: Rules;

  constructor(estate: HostEstate) {
    const { hosts } = estate.parameters;
    this.table = new NameTable(hosts.keys());
    this.all = Array.from(hosts, ([name, parameters], id) =>
      makeHost(id as HostId, name, parameters, estate),
    );
    this.certain = new CertainAnswers(estate);
    this.licenses = new HostLicenses(this.all, estate);
    this.networks = estate.networks;
    this.keys = estate.keys;
    this.calendar = estate.calendar;
    this.observer = estate.observer;
    this.rules = estate.rules;
  }

  /** Whether the host runs: it is online and no outage of its own is in force. */
  isUp(host: Host): boolean {
    return host.online && host.outages === 0;
  }

  /** Whether a computer of a network can ask the host. */
  reachableFrom(host: HostId, from: NetworkId): boolean {
    const { online, outages, network } = this.all[host];
    return online && outages === 0 && this.networks.reaches(from, network, ServiceId.kms);
  }

  /**
   * A client asks. A request that is refused leaves no record; another adds or renews the record of a client
   * that counts, drops what is too old, and keeps the most recent.
   *
   * @param id the client's CMID
   * @returns the count, the asker's own record included; or {@link NOT_ACTIVATED} or {@link CANNOT_SERVE}
   */
  answer(host: Host, group: Group, id: ClientMachineId): number {
    if (!host.serving || !this.serves(host, group)) {
      host.requests += 1;
      host.refusals += 1;
      return host.serving ? CANNOT_SERVE : NOT_ACTIVATED;
    }
    if (group.threshold > host.largestThreshold) host.largestThreshold = group.threshold;
    host.thresholds.noteAsker(group);
    const { records } = host;
    const { now } = this.calendar;
    const capacity = this.capacity(host);
    const count = isCounted(host, group) ? records.touch(id, capacity, now) : records.trim(capacity, now);
    host.requests += 1;
    this.noteCount(host, count);
    return count;
  }

  /** Notes with which count a host answers. */
  noteCount(host: Host, count: number): void {
    if (count > host.maxCount) host.maxCount = count;
    host.thresholds.answered(count);
  }

  /** How many CMID records the host keeps: 0 before the first request. */
  capacity(host: Host): number {
    return host.largestThreshold * this.rules.recordsPerThreshold;
  }

  /** The host's count now: its CMID records that are not too old. */
  count(host: Host): number {
    return host.records.trim(this.capacity(host), this.calendar.now);
  }

  /** Whether the host's key and system can serve a group. */
  serves(host: Host, group: Group): boolean {
    return host.serves[group.keyGroup];
  }

  /** The count that a client would be answered with now, its own record included. */
  countWith(host: Host, group: Group, id: ClientMachineId): number {
    const count = this.count(host);
    return isCounted(host, group) && !host.records.has(id) ? count + 1 : count;
  }

  /** The host's records may have become too old. */
  recount(id: HostId): void {
    const host = this.all[id];
    host.thresholds.recount(this.count(host));
  }

  /**
   * Gives the host a key: it forgets its clients and must be activated like a new one.
   *
   * @param key another key than it has; without it the same again
   */
  rekey(host: Host, key: KeyId = host.key): void {
    host.key = key;
    host.serves = keyGroupsServed(this.keys.groupOf(key), { os: host.parameters.os, updates: host.updates });
    host.records.clear();
    host.largestThreshold = 0;
    host.thresholds.clear();
    const previous = host.condition;
    host.serving = false;
    const code = this.licenses.beginInitialGrace(host);
    this.observer.hostChanged('rekeyed', host.id, previous, code, '');
  }

  /**
   * Gives the host updates: what it can serve follows from now on.
   *
   * @param countsVirtual whether it counts virtual machines from now on; left out: if an update for its system has it do so
   */
  update(
    host: Host,
    updates: readonly UpdateName[],
    detail: string,
    countsVirtual = countVirtualMachines(host.parameters.os, updates),
  ): void {
    host.updates = [...new Set([...host.updates, ...updates])];
    host.serves = keyGroupsServed(this.keys.groupOf(host.key), {
      os: host.parameters.os,
      updates: host.updates,
    });
    if (countsVirtual) host.countsVirtual = true;
    this.observer.hostChanged('updated', host.id, NONE, Code.Success, detail);
  }

  /** Moves the host to another network. It keeps its records and its activation: the hardware is the same. */
  relocate(host: Host, network: NetworkId): void {
    host.network = network;
    const name = this.networks.table.names[network];
    this.observer.hostChanged('relocated', host.id, NONE, Code.Success, name);
  }

  /** Begins an outage of a host. */
  beginOutage(id: HostId): void {
    this.all[id].outages += 1;
  }

  /** Ends an outage of a host; returns how many are left. */
  endOutage(id: HostId): number {
    this.all[id].outages -= 1;
    return this.all[id].outages;
  }
}
