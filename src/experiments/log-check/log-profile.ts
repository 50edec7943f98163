import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../engine/time.ts';

/** Lengths of the time from one request of a client to its next, each up to a limit in minutes. */
export const GAPS = [
  { name: 'up to 1 h', limit: MINUTES_PER_HOUR },
  { name: '1 h to 3 h', limit: 3 * MINUTES_PER_HOUR },
  { name: '3 h to 1 d', limit: MINUTES_PER_DAY },
  { name: '1 d to 6 d', limit: 6 * MINUTES_PER_DAY },
  { name: '6 d to 8 d', limit: 8 * MINUTES_PER_DAY },
  { name: '8 d to 15 d', limit: 15 * MINUTES_PER_DAY },
  { name: '15 d to 30 d', limit: 30 * MINUTES_PER_DAY },
  { name: 'over 30 d', limit: Number.POSITIVE_INFINITY },
] as const;

/** How long a host remembers a client (Planning Guide, KMS). */
const RECORD_LIFE = 30 * MINUTES_PER_DAY;

/** What is taken of a request, from whichever log. */
export interface LoggedContact {
  /** Minutes since 1970, in the log's time of day. */
  readonly time: number;
  /** The client's name without its domain, in lower case. */
  readonly client: string;
  readonly clientMachineId: string;
  readonly virtual: boolean;
  readonly threshold: number;
  readonly succeeded: boolean;
}

/** The figures of a log between two days. */
export interface LogProfile {
  readonly requests: number;
  readonly requestsPerDay: number;
  readonly clients: ReadonlySet<string>;
  readonly virtualClients: number;
  readonly refused: number;
  /** By the places of `GAPS`. */
  readonly gaps: readonly number[];
  /** The count at the end of each day: CMIDs of physical clients in 30 days, at most twice the largest threshold. */
  readonly counts: readonly number[];
}

/** Makes the profile of a log; requests come in the order of their times. */
export class LogProfiler {
  private readonly start: number;
  private readonly days: number;
  private readonly lastSeen = new Map<string, number>();
  private readonly virtual = new Set<string>();
  private readonly clients = new Set<string>();
  private readonly gaps: number[] = GAPS.map(() => 0);
  private readonly records = new Map<string, number>();
  private readonly counts: number[] = [];
  private threshold = 0;
  private requests = 0;
  private refused = 0;

  /**
   * @param start minutes since 1970 at the beginning of the first day
   * @param days how many days are looked at; requests before them only fill the host's records
   */
  constructor(start: number, days: number) {
    this.start = start;
    this.days = days;
  }

  add({ time, client, clientMachineId, virtual, threshold, succeeded }: LoggedContact): void {
    this.closeDays(time);
    this.threshold = Math.max(this.threshold, threshold);
    if (!virtual && succeeded) this.records.set(clientMachineId, time);
    const before = this.lastSeen.get(client);
    this.lastSeen.set(client, time);
    if (time < this.start || time >= this.start + this.days * MINUTES_PER_DAY) return;
    this.requests += 1;
    this.clients.add(client);
    if (virtual) this.virtual.add(client);
    if (!succeeded) this.refused += 1;
    if (before !== undefined && before >= this.start && time > before) {
      this.gaps[GAPS.findIndex(({ limit }) => time - before <= limit)] += 1;
    }
  }

  /** The figures of what was added. */
  finish(): LogProfile {
    this.closeDays(this.start + this.days * MINUTES_PER_DAY);
    return {
      requests: this.requests,
      requestsPerDay: this.requests / this.days,
      clients: this.clients,
      virtualClients: this.virtual.size,
      refused: this.refused,
      gaps: this.gaps,
      counts: this.counts,
    };
  }

  /** Notes the count at the end of every day that is over. */
  private closeDays(time: number): void {
    while (this.counts.length < this.days) {
      const end = this.start + (this.counts.length + 1) * MINUTES_PER_DAY;
      if (time < end) return;
      for (const [id, seen] of this.records) if (end - seen >= RECORD_LIFE) this.records.delete(id);
      this.counts.push(Math.min(this.records.size, 2 * this.threshold));
    }
  }
}
