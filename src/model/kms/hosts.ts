import type { Calendar } from '../../engine/calendar.ts';
import { type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import {
  type ClientMachineId,
  type HostId,
  type KeyId,
  NameTable,
  type NetworkId,
  NONE,
} from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { HostParameters } from '../definitions/parameters.ts';
import type { Rules } from '../definitions/rules.ts';
import type { System } from '../definitions/system.ts';
import { countsVirtualMachines, keyGroupsServed, systemOf } from '../definitions/system-lookups.ts';
import { countVirtualMachines, type UpdateName } from '../definitions/updates.ts';
import type { Group } from '../estate/machines.ts';
import { type Networks, ServiceId } from '../estate/networks.ts';
import type { Keys } from '../microsoft/keys.ts';
import { CertainAnswers } from './certain-answers.ts';
import { ClientRecords } from './client-records.ts';
import { CountThresholds } from './count-thresholds.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly hosts: KmsHosts;
  }
}

type KmsHostEstate = Pick<Estate, 'parameters' | 'networks' | 'keys' | 'calendar' | 'observer' | 'rules'>;

/** A KMS host. Hosts are few, so each is an object. */
export interface Host {
  readonly id: HostId;
  readonly name: string;
  readonly parameters: HostParameters;
  readonly system: System;
  network: NetworkId;
  key: KeyId;
  readonly records: ClientRecords;
  readonly thresholds: CountThresholds;
  /** Its updates, of which those for its system matter. */
  updates: readonly UpdateName[];
  /** Client key groups that its key and system can serve, in the order of their table. */
  serves: readonly boolean[];
  /** Whether requests of virtual machines add to its count. */
  countsVirtual: boolean;
  online: boolean;
  outages: number;
  condition: Condition;
  /** When its grace ends; `NEVER` when nothing ends. */
  deadline: Minute;
  /** Whether it may answer with a count: activated, and not in an end state since. */
  serving: boolean;
  /** The largest threshold that a client has asked with; it decides how many records are kept. */
  largestThreshold: number;
  requests: number;
  activations: number;
  renewals: number;
  refusals: number;
  /** The largest count that it answered with, `NONE` before the first. */
  maxCount: number;
}

/** {@link KmsHosts.answer} of a host that is not activated or in Notification. */
export const NOT_ACTIVATED = -1;
/** {@link KmsHosts.answer} of a host whose key or system cannot serve the client. */
export const CANNOT_SERVE = -2;

/** The KMS hosts: what they answer to clients, and their own license. */
export class KmsHosts {
  readonly table: NameTable<HostId>;
  readonly all: readonly Host[];
  readonly certain: CertainAnswers;
  private readonly networks: Networks;
  private readonly keys: Keys;
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly rules: Rules;

  constructor(estate: KmsHostEstate) {
    const { hosts } = estate.parameters;
    this.table = new NameTable(hosts.keys());
    this.all = Array.from(hosts, ([name, parameters], id) =>
      makeHost(id as HostId, name, parameters, estate),
    );
    this.certain = new CertainAnswers(estate);
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
    return this.answerAgain(host, group, id);
  }

  /** {@link answer} where it is certain that there is one (`certain`). */
  answerAgain(host: Host, group: Group, id: ClientMachineId): number {
    const { records } = host;
    const { now } = this.calendar;
    const capacity = this.capacity(host);
    const count = isCounted(host, group) ? records.touch(id, capacity, now) : records.trim(capacity, now);
    host.requests += 1;
    if (count > host.maxCount) host.maxCount = count;
    host.thresholds.answered(count);
    return count;
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

  /** Begins the host's life: its key is installed and its initial grace runs. */
  comeOnline(host: Host): void {
    host.online = true;
    const code = this.beginInitialGrace(host);
    this.observer.hostChanged('host-online', host.id, NONE, code, host.parameters.os);
  }

  /** Licenses the host without limit: a KMS host's activation does not expire. */
  activate(host: Host): void {
    const previous = host.condition;
    host.condition = Condition.Licensed;
    host.deadline = NEVER;
    host.serving = true;
    this.observer.hostChanged('host-activated', host.id, previous, Code.Success, host.parameters.activateBy);
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
    const code = this.beginInitialGrace(host);
    this.observer.hostChanged('rekeyed', host.id, previous, code, '');
  }

  /** Gives the host updates: what it can serve, and whether it counts virtual machines, follows from now on. */
  update(host: Host, updates: readonly UpdateName[], detail: string): void {
    host.updates = [...new Set([...host.updates, ...updates])];
    host.serves = keyGroupsServed(this.keys.groupOf(host.key), {
      os: host.parameters.os,
      updates: host.updates,
    });
    if (countVirtualMachines(updates)) host.countsVirtual = true;
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

  /** Puts an activated host out of tolerance: it must be activated again before OOTGrace ends. */
  putOutOfTolerance(host: Host): void {
    if (host.condition !== Condition.Licensed) return;
    host.condition = Condition.OOTGrace;
    this.endGraceAfter(host, this.rules[host.system.graceAfterExpiry]);
    this.observer.hostChanged('condition', host.id, Condition.Licensed, Code.HardwareOutOfTolerance, '');
  }

  /** Ends the host's grace if it is due, and not put off or lifted meanwhile: from then on it serves nobody. */
  onDeadline(id: HostId): void {
    const host = this.all[id];
    if (host.deadline !== this.calendar.now) return;
    const previous = host.condition;
    host.condition = host.system.endState;
    host.deadline = NEVER;
    host.serving = false;
    this.observer.hostChanged('condition', host.id, previous, Code.GraceExpired, '');
  }

  /** Puts a host into OOBGrace, or into its end state where its system has none; returns the reason. */
  private beginInitialGrace(host: Host): number {
    const grace = this.rules[host.system.initialGrace];
    host.condition = grace > 0 ? Condition.OOBGrace : host.system.endState;
    if (grace > 0) this.endGraceAfter(host, grace);
    else host.deadline = NEVER;
    return grace > 0 ? Code.InitialGrace : Code.GraceExpired;
  }

  private endGraceAfter(host: Host, grace: Minutes): void {
    host.deadline = this.calendar.now + grace;
    this.calendar.schedule(host.deadline, Phase.Deadlines, EventKind.HostDeadline, host.id);
  }
}

function makeHost(id: HostId, name: string, parameters: HostParameters, estate: KmsHostEstate): Host {
  const { networks, keys, rules } = estate;
  const records = new ClientRecords(rules.recordLife);
  const key = keys.table.idOf(parameters.key);
  return {
    id,
    name,
    parameters,
    system: systemOf(parameters.os),
    network: networks.table.idOf(parameters.network),
    key,
    records,
    thresholds: new CountThresholds({ id, records }, estate),
    updates: parameters.updates,
    serves: keyGroupsServed(keys.groupOf(key), parameters),
    countsVirtual: countsVirtualMachines(parameters, rules),
    online: false,
    outages: 0,
    condition: Condition.OOBGrace,
    deadline: NEVER,
    serving: false,
    largestThreshold: 0,
    requests: 0,
    activations: 0,
    renewals: 0,
    refusals: 0,
    maxCount: NONE,
  };
}

/** Whether requests of a group's machines add to the host's count. */
function isCounted(host: Host, group: Group): boolean {
  return !group.virtual || host.countsVirtual;
}
