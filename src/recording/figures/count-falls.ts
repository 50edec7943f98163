import type { Estate } from '../../model/definitions/estate.ts';
import type { Host } from '../../model/kms/hosts.ts';

/** A host whose count was high enough for all its clients and then fell below what they need. */
export interface CountFall {
  readonly host: string;
  /** The largest threshold that its clients ask with. */
  readonly threshold: number;
  /** The day at whose end it was too low for the first time since. */
  readonly day: number;
  /** Whether it was too low at the end of the last day. */
  stillLow: boolean;
}

/** Finds hosts whose counts fell below what their clients need, at the ends of days. */
export class CountFalls {
  private readonly estate: Estate;
  /** The largest threshold that each host's count reached, since it last fell below; 0 when none. */
  private readonly reached: number[];
  private readonly fallOf = new Map<Host, CountFall>();

  constructor(estate: Estate) {
    this.estate = estate;
    this.reached = estate.hosts.all.map(() => 0);
  }

  /** Notes the counts of a day that is over. */
  endDay(day: number): void {
    const { hosts } = this.estate;
    for (const host of hosts.all) {
      // A host with a new key has not been asked yet.
      if (host.requests > 0 && host.largestThreshold > 0) this.note(host, hosts.count(host), day);
    }
  }

  /** The latest fall of each host that had one. */
  get all(): readonly CountFall[] {
    return [...this.fallOf.values()];
  }

  private note(host: Host, count: number, day: number): void {
    const { largestThreshold: threshold } = host;
    const fall = this.fallOf.get(host);
    if (count >= threshold) {
      this.reached[host.id] = Math.max(this.reached[host.id], threshold);
      if (fall !== undefined) fall.stillLow = false;
    } else if (this.reached[host.id] >= threshold) {
      this.reached[host.id] = 0;
      this.fallOf.set(host, { host: host.name, threshold, day, stillLow: true });
    }
  }
}
