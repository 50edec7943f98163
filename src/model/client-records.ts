import type { Minute, Minutes } from '../engine/time.ts';
import type { HostId } from './ids.ts';
import { NONE } from './ids.ts';

/** A client machine ID. It belongs to the client, which sends it with each request (Operations Guide). */
export type ClientMachineId = number & { readonly brand: 'cmid' };

/**
 * The CMID records of one KMS host, oldest request first, as a list linked through typed arrays. It holds no
 * more records than its capacity, so that slots are few and stay in the processor's cache.
 */
class HostRecords {
  size = 0;
  oldest = NONE;
  newest = NONE;
  free = NONE;
  older: Int32Array;
  newer: Int32Array;
  ids: Int32Array;
  seen: Int32Array;
  used = 0;

  constructor(slots: number) {
    this.older = new Int32Array(slots);
    this.newer = new Int32Array(slots);
    this.ids = new Int32Array(slots);
    this.seen = new Int32Array(slots);
  }

  /** Takes a slot that is free and makes it the newest record. */
  append(id: ClientMachineId, now: Minute): number {
    const slot = this.takeSlot();
    this.ids[slot] = id;
    this.seen[slot] = now;
    this.size += 1;
    this.linkNewest(slot);
    return slot;
  }

  /** Gives the slot of the oldest record to a new one: cheaper than to free it and take it again. */
  replaceOldest(id: ClientMachineId, now: Minute): number {
    const slot = this.oldest;
    this.ids[slot] = id;
    this.renew(slot, now);
    return slot;
  }

  /** Makes a record the newest. */
  renew(slot: number, now: Minute): void {
    this.seen[slot] = now;
    if (slot === this.newest) return;
    this.unlink(slot);
    this.linkNewest(slot);
  }

  removeOldest(): void {
    const slot = this.oldest;
    this.unlink(slot);
    this.ids[slot] = NONE;
    this.newer[slot] = this.free;
    this.free = slot;
    this.size -= 1;
  }

  /** The slot of a CMID by looking at every record. */
  search(id: ClientMachineId): number {
    for (let slot = this.newest; slot !== NONE; slot = this.older[slot]) {
      if (this.ids[slot] === id) return slot;
    }
    return NONE;
  }

  private linkNewest(slot: number): void {
    this.older[slot] = this.newest;
    this.newer[slot] = NONE;
    if (this.newest === NONE) this.oldest = slot;
    else this.newer[this.newest] = slot;
    this.newest = slot;
  }

  private unlink(slot: number): void {
    const older = this.older[slot];
    const newer = this.newer[slot];
    if (older === NONE) this.oldest = newer;
    else this.newer[older] = newer;
    if (newer === NONE) this.newest = older;
    else this.older[newer] = older;
  }

  private takeSlot(): number {
    if (this.free !== NONE) {
      const slot = this.free;
      this.free = this.newer[slot];
      return slot;
    }
    if (this.used === this.ids.length) this.grow();
    this.used += 1;
    return this.used - 1;
  }

  private grow(): void {
    const slots = this.used * 2;
    this.older = enlarged(this.older, slots);
    this.newer = enlarged(this.newer, slots);
    this.ids = enlarged(this.ids, slots);
    this.seen = enlarged(this.seen, slots);
  }
}

function enlarged(column: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}

const FIRST_SLOTS = 64;

/**
 * What the KMS hosts remember of their clients: "the table" of the Planning Guide, Activation Count Cache.
 * Each record lives for a fixed time after its latest request; only the most recent are kept.
 *
 * A CMID remembers at which host and slot its latest record was made, so that a renewal finds it at once; only
 * a CMID that changed hosts is searched for.
 */
export class ClientRecords {
  private readonly life: Minutes;
  private readonly hosts: HostRecords[];
  private hostOf: Int16Array;
  private slotOf: Int32Array;

  /**
   * @param hosts how many KMS hosts there are
   * @param ids how many CMIDs to expect at first
   * @param life minutes that a record is kept after its latest request
   */
  constructor(hosts: number, ids: number, life: Minutes) {
    this.life = life;
    this.hosts = Array.from({ length: hosts }, () => new HostRecords(FIRST_SLOTS));
    this.hostOf = new Int16Array(ids).fill(NONE);
    this.slotOf = new Int32Array(ids);
  }

  /**
   * Adds the CMID's record to a host, or renews it; drops what is too old, then the oldest beyond the capacity.
   *
   * @returns how many records the host has then
   */
  note(host: HostId, id: ClientMachineId, capacity: number, now: Minute): number {
    if (id >= this.hostOf.length) this.growIds(id);
    const records = this.hosts[host];
    let slot = this.find(records, host, id);
    if (slot !== NONE) records.renew(slot, now);
    else if (records.size === capacity && capacity > 0) slot = records.replaceOldest(id, now);
    else slot = records.append(id, now);
    this.slotOf[id] = slot;
    this.hostOf[id] = host;
    return this.trim(host, capacity, now);
  }

  /** Drops a host's records that are too old, then the oldest beyond its capacity; returns how many are left. */
  trim(host: HostId, capacity: number, now: Minute): number {
    const records = this.hosts[host];
    const dead = now - this.life;
    while (records.size > 0 && records.seen[records.oldest] <= dead) records.removeOldest();
    while (records.size > capacity) records.removeOldest();
    return records.size;
  }

  /** Forgets all records of a host. */
  clear(host: HostId): void {
    const records = this.hosts[host];
    while (records.size > 0) records.removeOldest();
  }

  private find(records: HostRecords, host: HostId, id: ClientMachineId): number {
    const latest = this.hostOf[id];
    if (latest === NONE) return NONE;
    if (latest !== host) return records.search(id);
    const slot = this.slotOf[id];
    return records.ids[slot] === id ? slot : NONE;
  }

  private growIds(id: number): void {
    const length = Math.max(id + 1, this.hostOf.length * 2);
    const hostOf = new Int16Array(length).fill(NONE);
    hostOf.set(this.hostOf);
    this.hostOf = hostOf;
    this.slotOf = enlarged(this.slotOf, length);
  }
}
