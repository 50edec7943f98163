import type { Host } from '../../model/kms/hosts.ts';
import type { Simulation } from '../../model/simulation.ts';

/** A host whose count was high enough for all its clients and then fell below what they need. */
export interface CountFall {
  readonly host: string;
  /** The largest threshold that its clients ask with. */
  readonly threshold: number;
  /** The day at whose end it was too low for the first time since. */
  day: number;
  /** Whether it was too low at the end of the last day. */
  stillLow: boolean;
}

/** The counts of the hosts at the end of each day, as far as figures and the story need them. */
export class HostCounts {
  private readonly simulation: Simulation;
  private readonly lowestCounts: (number | null)[];
  /** The largest threshold that each host's count reached, since it last fell below; 0 when none. */
  private readonly reached: number[];
  private readonly fallOf = new Map<Host, CountFall>();

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    this.lowestCounts = simulation.estate.hosts.all.map(() => null);
    this.reached = simulation.estate.hosts.all.map(() => 0);
  }

  /** Notes the counts of a day that is over. */
  endDay(day: number): void {
    for (const host of this.simulation.estate.hosts.all) {
      if (host.requests === 0) continue;
      const count = this.simulation.estate.hosts.count(host);
      this.lowestCounts[host.id] = Math.min(this.lowestCounts[host.id] ?? count, count);
      this.noteFall(host, count, day);
    }
  }

  private noteFall(host: Host, count: number, day: number): void {
    const { largestThreshold: threshold } = host;
    // A host with a new key has not been asked yet.
    if (threshold === 0) return;
    const fall = this.fallOf.get(host);
    if (count >= threshold) {
      this.reached[host.id] = Math.max(this.reached[host.id], threshold);
      if (fall !== undefined) fall.stillLow = false;
    } else if (this.reached[host.id] >= threshold) {
      this.reached[host.id] = 0;
      this.fallOf.set(host, { host: host.name, threshold, day, stillLow: true });
    }
  }

  /**
   * The lowest count of each host at the end of a day, in their order, from the day of its first request on:
   * before, 0 would say nothing. `null` for a host that was never asked.
   */
  get lowest(): readonly (number | null)[] {
    return this.lowestCounts;
  }

  /** The latest fall of each host that had one. */
  get falls(): readonly CountFall[] {
    return [...this.fallOf.values()];
  }
}
