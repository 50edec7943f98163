import { NONE } from '../definitions/ids.ts';

/** Chains to a slot: so many that most have one key at most. */
const CHAINS_PER_SLOT = 4;

/** 2^32 divided by the golden ratio: it scatters keys that follow one another (Knuth, volume 3, 6.4). */
const SCATTER = 0x9e3779b1;

/**
 * In which slot the record of a CMID is: keys of like hash are a chain through their slots. It is as small as the
 * host's memory for clients, so it stays in the processor's cache however many computers there are; a column by CMID
 * would not. Measured against open addressing, which moves keys when one goes: 24 ns a request instead of 40.
 */
export class SlotIndex {
  private readonly shift: number;
  /** By hash: the first slot of its chain, or `NONE`. */
  private readonly chains: Int32Array;
  /** By slot: its key, and the next slot of its chain. */
  private readonly keys: Int32Array;
  private readonly following: Int32Array;

  /** @param slots how many there are; a power of two */
  constructor(slots: number) {
    const chains = slots * CHAINS_PER_SLOT;
    this.shift = Math.clz32(chains - 1);
    this.chains = new Int32Array(chains).fill(NONE);
    this.keys = new Int32Array(slots);
    this.following = new Int32Array(slots);
  }

  /** The slot of a key, or `NONE`. */
  find(key: number): number {
    let slot = this.chains[this.chainOf(key)];
    while (slot !== NONE && this.keys[slot] !== key) slot = this.following[slot];
    return slot;
  }

  /** The key of a slot that has one. */
  keyOf(slot: number): number {
    return this.keys[slot];
  }

  /** Gives a key that has no slot one that has no key. */
  add(key: number, slot: number): void {
    const chain = this.chainOf(key);
    this.keys[slot] = key;
    this.following[slot] = this.chains[chain];
    this.chains[chain] = slot;
  }

  /** Forgets the key of a slot that has one. */
  remove(slot: number): void {
    const { chains, following } = this;
    const chain = this.chainOf(this.keys[slot]);
    let before = chains[chain];
    if (before === slot) {
      chains[chain] = following[slot];
      return;
    }
    while (following[before] !== slot) before = following[before];
    following[before] = following[slot];
  }

  private chainOf(key: number): number {
    return Math.imul(key, SCATTER) >>> this.shift;
  }
}
