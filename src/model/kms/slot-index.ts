import { NONE } from '../definitions/ids.ts';

/** Places to a key: so many that most keys stand where they are looked for first. */
const PLACES_PER_KEY = 4;

/** 2^32 divided by the golden ratio: it scatters keys that follow one another (Knuth, volume 3, 6.4). */
const SCATTER = 0x9e3779b1;

/**
 * In which slot the record of a CMID stands: a table with open addressing. It is as small as the host's memory
 * for clients, so it stays in the processor's cache however many computers there are; a column by CMID would not.
 */
export class SlotIndex {
  private readonly mask: number;
  private readonly shift: number;
  /** By place: a key or `NONE`, and its slot, side by side. */
  private readonly entries: Int32Array;

  /** @param keys how many keys there may be; a power of two */
  constructor(keys: number) {
    this.mask = keys * PLACES_PER_KEY - 1;
    this.shift = Math.clz32(this.mask);
    this.entries = new Int32Array(keys * PLACES_PER_KEY * 2).fill(NONE);
  }

  /** The slot of a key, or `NONE`. */
  find(key: number): number {
    const { entries, mask } = this;
    for (let place = this.home(key); ; place = (place + 1) & mask) {
      const found = entries[place * 2];
      if (found === key) return entries[place * 2 + 1];
      if (found === NONE) return NONE;
    }
  }

  /** Notes the slot of a key that has none. */
  add(key: number, slot: number): void {
    const { entries, mask } = this;
    let place = this.home(key);
    while (entries[place * 2] !== NONE) place = (place + 1) & mask;
    entries[place * 2] = key;
    entries[place * 2 + 1] = slot;
  }

  /** Forgets a key that has a slot. */
  remove(key: number): void {
    const { entries, mask } = this;
    let hole = this.home(key);
    while (entries[hole * 2] !== key) hole = (hole + 1) & mask;
    entries[hole * 2] = NONE;
    this.closeUp(hole);
  }

  /** Where a key is looked for first. */
  private home(key: number): number {
    return Math.imul(key, SCATTER) >>> this.shift;
  }

  /** Moves the keys behind a hole that would not be found over it. */
  private closeUp(hole: number): void {
    const { entries, mask } = this;
    for (let place = (hole + 1) & mask; entries[place * 2] !== NONE; place = (place + 1) & mask) {
      const [key, slot] = [entries[place * 2], entries[place * 2 + 1]];
      entries[place * 2] = NONE;
      this.add(key, slot);
    }
  }
}
