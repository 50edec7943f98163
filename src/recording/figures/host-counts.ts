import type { Estate } from '../../model/definitions/estate.ts';
import { NONE } from '../../model/definitions/ids.ts';
import type { Host } from '../../model/kms/host.ts';

/** What was noted of a host's count at the ends of days. */
export interface HostCount {
  /** The lowest, from the day of its first request on: before, 0 would say nothing. `null` when it was never asked. */
  lowest: number | null;
  /** Days that ended below a threshold that it had reached. */
  daysBelowVista: number;
  daysBelowServer: number;
  /** The lowest count less the largest threshold of its clients, after that was reached; `null` when it never was. */
  headroom: number | null;
  /** Whether the host itself was ever in an end state. */
  everEnded: boolean;
}

/** Notes the counts of the hosts at the end of each day, as far as figures need them. */
export class HostCounts {
  /** By host. */
  readonly noted: readonly HostCount[];
  private readonly estate: Estate;

  constructor(estate: Estate) {
    this.estate = estate;
    this.noted = estate.hosts.all.map(() => ({
      lowest: null,
      daysBelowVista: 0,
      daysBelowServer: 0,
      headroom: null,
      everEnded: false,
    }));
  }

  /** Notes the counts of a day that is over. */
  endDay(): void {
    for (const host of this.estate.hosts.all) {
      if (host.requests > 0) this.note(host, this.noted[host.id]);
    }
  }

  private note(host: Host, noted: HostCount): void {
    const { hosts, parameters } = this.estate;
    const { vistaThreshold, serverThreshold } = parameters.rules;
    const count = hosts.count(host);
    noted.lowest = Math.min(noted.lowest ?? count, count);
    if (host.maxCount === NONE) return;
    const isBelow = (threshold: number) => host.maxCount >= threshold && count < threshold;
    if (isBelow(vistaThreshold)) noted.daysBelowVista += 1;
    if (isBelow(serverThreshold)) noted.daysBelowServer += 1;
    // A host with a new key has not been asked yet: its threshold is 0.
    const { largestThreshold } = host;
    if (largestThreshold === 0 || host.maxCount < largestThreshold) return;
    noted.headroom = Math.min(noted.headroom ?? Number.POSITIVE_INFINITY, count - largestThreshold);
  }
}
