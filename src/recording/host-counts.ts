import type { World } from '../model/world.ts';

/**
 * The lowest count of each host at the end of a day, from the day of its first request on: before, 0 would
 * say nothing.
 */
export class HostCounts {
  readonly #world: World;
  readonly #lowest: (number | null)[];

  constructor(world: World) {
    this.#world = world;
    this.#lowest = world.hosts.all.map(() => null);
  }

  /** Notes the counts of a day that is over. */
  endDay(): void {
    for (const host of this.#world.hosts.all) {
      if (host.requests === 0) continue;
      const count = this.#world.hosts.count(host);
      this.#lowest[host.id] = Math.min(this.#lowest[host.id] ?? count, count);
    }
  }

  /** The lowest count of each host, in their order; `null` for one that was never asked. */
  get lowest(): readonly (number | null)[] {
    return this.#lowest;
  }
}
