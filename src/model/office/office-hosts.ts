import type { Estate } from '../definitions/estate.ts';
import { type ClientMachineId, type HostId, type KeyId, NONE } from '../definitions/ids.ts';
import { OFFICE_RULES, type OfficeVersion } from '../definitions/office.ts';
import { officeKeyWorks, officeOfKey } from '../definitions/office-lookups.ts';
import { ClientRecords } from '../kms/client-records.ts';
import type { Host } from '../kms/host.ts';
import { CANNOT_SERVE, NOT_ACTIVATED } from '../kms/hosts.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly officeHosts: OfficeHosts;
  }
}

type OfficeHostEstate = Pick<Estate, 'parameters' | 'machines' | 'hosts' | 'keys' | 'calendar' | 'rules'>;

/** A KMS key of Office that a host has besides its own. */
export interface OfficeKey {
  readonly key: KeyId;
  readonly version: OfficeVersion;
  /** Whether Microsoft has activated the host with it. */
  active: boolean;
  /** Whether it has to be activated: for the first time, or again on other hardware. */
  due: boolean;
}

/** What a host does for Office: its keys, and a count of its own for all versions. */
export interface OfficeHost {
  keys: readonly OfficeKey[];
  readonly records: ClientRecords;
  /** Records that it keeps: 0 before the first request. */
  capacity: number;
  requests: number;
  refusals: number;
  activations: number;
  renewals: number;
  /** The largest count that it answered with, `NONE` before the first. */
  maxCount: number;
}

/**
 * KMS hosts as Office sees them. Office has a count of its own on each host, one for all versions (an assumption: the
 * current count is that of a product family), which computers with Windows do not raise. Each version needs its key,
 * as the host's own key or besides, on a system on which its volume license pack can be installed.
 */
export class OfficeHosts {
  /** By host. */
  readonly all: readonly OfficeHost[];
  private readonly estate: OfficeHostEstate;

  constructor(estate: OfficeHostEstate) {
    this.estate = estate;
    this.all = estate.hosts.all.map(({ parameters }) => ({
      keys: parameters.officeKeys.flatMap((name) => this.keyNamed(name)),
      records: new ClientRecords(estate.rules.recordLife),
      capacity: 0,
      requests: 0,
      refusals: 0,
      activations: 0,
      renewals: 0,
      maxCount: NONE,
    }));
  }

  /**
   * Office asks a host. A request that is refused leaves no record.
   *
   * @returns the count of Office, the asker's own record included; or {@link NOT_ACTIVATED} or {@link CANNOT_SERVE}
   */
  answer(host: Host, version: OfficeVersion, id: number, virtual: boolean): number {
    const office = this.all[host.id];
    office.requests += 1;
    const refusal = this.refusal(host, version);
    if (refusal !== null) {
      office.refusals += 1;
      return refusal;
    }
    const { rules, calendar } = this.estate;
    office.capacity = rules[OFFICE_RULES.threshold] * rules.recordsPerThreshold;
    const { now } = calendar;
    const count =
      virtual && !host.countsVirtual
        ? office.records.trim(office.capacity, now)
        : office.records.touch(id as ClientMachineId, office.capacity, now);
    office.maxCount = Math.max(office.maxCount, count);
    return count;
  }

  /** Why a host refuses a version now: none of its keys is for it, or works on its system, or is activated; or `null`. */
  refusal(host: Host, version: OfficeVersion): typeof NOT_ACTIVATED | typeof CANNOT_SERVE | null {
    const { keys } = this.estate;
    const isOwn = officeOfKey(keys.groupOf(host.key)) === version;
    const extra = this.all[host.id].keys.filter((key) => key.version === version);
    const works = officeKeyWorks(version, { os: host.parameters.os, updates: host.updates });
    if (!works || (!isOwn && extra.length === 0)) return CANNOT_SERVE;
    const serves = (isOwn && host.serving) || extra.some((key) => this.isServing(host, key));
    return serves ? null : NOT_ACTIVATED;
  }

  /** The count of Office on a host now. */
  count(host: HostId): number {
    const { records, capacity } = this.all[host];
    return records.trim(capacity, this.estate.calendar.now);
  }

  /** The keys of a host that have to be activated. */
  dueKeys(host: HostId): OfficeKey[] {
    return this.all[host].keys.filter(({ due }) => due);
  }

  /**
   * Gives a host a key of Office besides its own, in place of one of the same version.
   *
   * @returns false when the key is not one of Office, or the host's own is: that is then replaced like any other
   */
  install(host: Host, key: KeyId): boolean {
    const { keys } = this.estate;
    const version = officeOfKey(keys.groupOf(key));
    if (version === null || officeOfKey(keys.groupOf(host.key)) !== null) return false;
    const office = this.all[host.id];
    const others = office.keys.filter((other) => other.version !== version);
    office.keys = [...others, { key, version, active: false, due: true }];
    return true;
  }

  /** Has a host's keys of Office activated again: it is on other hardware. They go on serving as long as it does. */
  putOutOfTolerance(host: HostId): void {
    for (const key of this.all[host].keys) key.due = true;
  }

  /** Has the hosts with a key try again: Microsoft granted more. Returns those hosts. */
  keyRaised(id: KeyId): HostId[] {
    const concerned = this.estate.hosts.all.filter(({ id: host }) =>
      this.all[host].keys.some(({ key, active }) => key === id && !active),
    );
    for (const { id: host } of concerned)
      for (const key of this.all[host].keys) if (key.key === id && !key.active) key.due = true;
    return concerned.map(({ id: host }) => host);
  }

  /** A KMS host in Notification activates nobody, whichever of its keys it is asked for (Planning Guide, Appendix 2). */
  private isServing({ condition, system, serving }: Host, { active, due }: OfficeKey): boolean {
    return active && condition !== system.endState && (!due || serving);
  }

  private keyNamed(name: string): OfficeKey[] {
    const { keys } = this.estate;
    const key = keys.table.idOf(name);
    const version = officeOfKey(keys.groupOf(key));
    return version === null ? [] : [{ key, version, active: false, due: true }];
  }
}
