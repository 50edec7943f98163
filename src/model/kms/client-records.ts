import type { Minute, Minutes } from '../../engine/time.ts';
import { type ClientMachineId, NONE } from '../definitions/ids.ts';
import { NEWER, OLDER, RECORD_BITS, SEEN } from './record-rows.ts';
import { SlotIndex } from './slot-index.ts';

/** A power of two, above the 50 records that a host of Vista clients keeps. */
const FIRST_SLOTS = 64;

/**
 * What a KMS host remembers of its clients: "the table" of the Planning Guide, Activation Count Cache. Each
 * record lives for a fixed time after its latest request; only the most recent are kept.
 *
 * The records are a ring from the oldest request to the newest. Each is a row of numbers, so that what a request
 * touches of one lies side by side.
 */
export class ClientRecords {
  /** How many there are; some may be too old since the latest request. */
  size = 0;
  private readonly life: Minutes;
  private slots = new Int32Array(FIRST_SLOTS << RECORD_BITS);
  private slotOf = new SlotIndex(this.slots);
  private oldest = NONE;
  private newest = NONE;
  /** The first of the slots that were left, each linked to the next as a newer one. */
  private free = NONE;
  private used = 0;

  /** @param life minutes that a record is kept after its latest request */
  constructor(life: Minutes) {
    this.life = life;
  }

  /**
   * Adds the record of a CMID, or renews it; drops what is too old, then the oldest beyond the capacity.
   *
   * @returns how many records there are then
   */
  touch(id: ClientMachineId, capacity: number, now: Minute): number {
    const slot = this.slotOf.find(id);
    if (slot !== NONE) this.renew(slot, now);
    else if (this.size === capacity && capacity > 0) this.replaceOldest(id, now);
    else this.append(id, now);
    return this.trim(capacity, now);
  }

  /** Drops the records that are too old, then the oldest beyond the capacity; returns how many are left. */
  trim(capacity: number, now: Minute): number {
    const dead = now - this.life;
    while (this.size > capacity || (this.size > 0 && this.get(this.oldest, SEEN) <= dead))
      this.removeOldest();
    return this.size;
  }

  /** Whether there is a record of a CMID; after {@link trim} one that is not too old. */
  has(id: ClientMachineId): boolean {
    return this.slotOf.find(id) !== NONE;
  }

  /** When the record of a rank was last asked for: 1 is the newest. There are as many at least. */
  seenAt(rank: number): Minute {
    let slot = this.newest;
    for (let step = 1; step < rank; step += 1) slot = this.get(slot, OLDER);
    return this.get(slot, SEEN);
  }

  /** Forgets all records. */
  clear(): void {
    while (this.size > 0) this.removeOldest();
  }

  private get(slot: number, column: number): number {
    return this.slots[(slot << RECORD_BITS) + column];
  }

  private set(slot: number, column: number, value: number): void {
    this.slots[(slot << RECORD_BITS) + column] = value;
  }

  private append(id: ClientMachineId, now: Minute): void {
    const slot = this.takeSlot();
    this.size += 1;
    this.fill(slot, id, now);
    this.linkNewest(slot);
  }

  /** Gives the slot of the oldest record to a new one. The list is a ring, so that no link changes. */
  private replaceOldest(id: ClientMachineId, now: Minute): void {
    const slot = this.oldest;
    this.slotOf.remove(slot);
    this.fill(slot, id, now);
    this.newest = slot;
    this.oldest = this.get(slot, NEWER);
  }

  private fill(slot: number, id: ClientMachineId, now: Minute): void {
    this.set(slot, SEEN, now);
    this.slotOf.add(id, slot);
  }

  private renew(slot: number, now: Minute): void {
    this.set(slot, SEEN, now);
    if (slot === this.newest) return;
    this.unlink(slot);
    this.linkNewest(slot);
  }

  private removeOldest(): void {
    const slot = this.oldest;
    this.slotOf.remove(slot);
    this.unlink(slot);
    this.set(slot, NEWER, this.free);
    this.free = slot;
    this.size -= 1;
  }

  private linkNewest(slot: number): void {
    const { newest } = this;
    if (newest === NONE) this.oldest = slot;
    else this.set(newest, NEWER, slot);
    this.set(slot, OLDER, newest);
    this.newest = slot;
    this.set(slot, NEWER, this.oldest);
    this.set(this.oldest, OLDER, slot);
  }

  private unlink(slot: number): void {
    const older = this.get(slot, OLDER);
    const newer = this.get(slot, NEWER);
    if (newer === slot) {
      this.oldest = NONE;
      this.newest = NONE;
      return;
    }
    this.set(older, NEWER, newer);
    this.set(newer, OLDER, older);
    if (slot === this.oldest) this.oldest = newer;
    if (slot === this.newest) this.newest = older;
  }

  private takeSlot(): number {
    const slot = this.free;
    if (slot === NONE) return this.takeNewSlot();
    this.free = this.get(slot, NEWER);
    return slot;
  }

  private takeNewSlot(): number {
    if (this.used << RECORD_BITS === this.slots.length) this.grow();
    this.used += 1;
    return this.used - 1;
  }

  /** Doubles the slots; all of them are in use. */
  private grow(): void {
    const larger = new Int32Array(this.slots.length * 2);
    larger.set(this.slots);
    const before = this.slotOf;
    this.slots = larger;
    this.slotOf = new SlotIndex(larger);
    for (let slot = 0; slot < this.used; slot += 1) this.slotOf.add(before.keyOf(slot), slot);
  }
}
