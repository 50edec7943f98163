import type { Minutes } from '../../engine/time.ts';
import { rankOf } from './quantile.ts';

/**
 * How many machines waited how long. Lengths are whole minutes, of which there are few: to count them takes less memory than to
 * keep one of each machine, which for ten million took 500 MB and their sorting a second.
 */
export class DelayCounts {
  private readonly counts = new Map<Minutes, number>();
  private total = 0;
  private sorted: readonly Minutes[] | undefined;

  /** Counts some machines that waited so long. */
  add(delay: Minutes, machines = 1): void {
    this.counts.set(delay, (this.counts.get(delay) ?? 0) + machines);
    this.total += machines;
    this.sorted = undefined;
  }

  /** Counts other machines as well. */
  include(other: DelayCounts): void {
    for (const [delay, machines] of other.counts) this.add(delay, machines);
  }

  /**
   * The delay that a part of a population does not exceed, as `quantile` has it.
   *
   * @param population machines that were counted, and others that still wait
   * @param part between 0 (not included) and 1
   * @returns the delay, or `null` when that machine still waits
   */
  quantile(population: number, part: number): Minutes | null {
    const rank = rankOf(population, part);
    if (rank === 0 || rank > this.total) return null;
    this.sorted ??= [...this.counts.keys()].sort((left, right) => left - right);
    let passed = 0;
    for (const delay of this.sorted) {
      passed += this.counts.get(delay) ?? 0;
      if (passed >= rank) return delay;
    }
    return null;
  }
}
