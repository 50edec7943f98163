import type { Minute } from '../../../engine/time.ts';

const FNV_PRIME = 16_777_619;
const FNV_BASIS = 0x811c9dc5 | 0;
/** Entries at first; the columns double. */
const FIRST_CAPACITY = 1024;

/** What happens in a run to clients and hosts, as a row of numbers that can be compared with another run's. */
export class RunTrace {
  private hashes = new Int32Array(FIRST_CAPACITY);
  private minutes = new Int32Array(FIRST_CAPACITY);
  private length = 0;

  /** Appends something that happened. */
  add(minute: Minute, facts: readonly (number | string)[]): void {
    if (this.length === this.hashes.length) this.grow();
    this.hashes[this.length] = hashOf(minute, facts);
    this.minutes[this.length] = minute;
    this.length += 1;
  }

  /**
   * Compares another run with this one.
   *
   * @param until the minute in which this run ended
   */
  compared(until: Minute): TraceComparison {
    return new TraceComparison(this, until);
  }

  /** The hash of an entry; `null` behind the last. */
  hashAt(index: number): number | null {
    return index < this.length ? this.hashes[index] : null;
  }

  /** The minute of an entry. */
  minuteAt(index: number): Minute {
    return this.minutes[index];
  }

  private grow(): void {
    const larger = (column: Int32Array) => {
      const next = new Int32Array(column.length * 2);
      next.set(column);
      return next;
    };
    this.hashes = larger(this.hashes);
    this.minutes = larger(this.minutes);
  }
}

/** How far a run goes as another one did. */
export class TraceComparison {
  private readonly first: RunTrace;
  private readonly until: Minute;
  private index = 0;
  private differs: Minute | null = null;

  constructor(first: RunTrace, until: Minute) {
    this.first = first;
    this.until = until;
  }

  /** Takes note of the next thing that happens in the run. */
  add(minute: Minute, facts: readonly (number | string)[]): void {
    if (this.differs !== null) return;
    const hash = this.first.hashAt(this.index);
    if (hash === hashOf(minute, facts)) this.index += 1;
    else
      this.differs =
        hash === null ? Math.min(minute, this.until) : Math.min(minute, this.first.minuteAt(this.index));
  }

  /** The first minute in which something else happens, at the latest the end of either run. */
  endedAt(end: Minute): Minute {
    if (this.differs !== null) return this.differs;
    const hash = this.first.hashAt(this.index);
    return Math.min(end, this.until, hash === null ? this.until : this.first.minuteAt(this.index));
  }
}

/** FNV-1a over the numbers and the characters of the texts. */
function hashOf(minute: Minute, facts: readonly (number | string)[]): number {
  let hash = Math.imul(FNV_BASIS ^ minute, FNV_PRIME);
  for (const fact of facts) {
    if (typeof fact === 'number') hash = Math.imul(hash ^ fact, FNV_PRIME);
    else
      for (let index = 0; index < fact.length; index += 1)
        hash = Math.imul(hash ^ fact.charCodeAt(index), FNV_PRIME);
  }
  return hash ^ (hash >>> 15);
}
