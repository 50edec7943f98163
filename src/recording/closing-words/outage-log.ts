import type { Minute } from '../../engine/time.ts';

/** A time in which something was down. */
export interface Outage {
  readonly subject: string;
  /** What a link blocks, with spaces between; empty when all of it is down. */
  readonly services: string;
  readonly from: Minute;
  /** `null`: it lasts. */
  to: Minute | null;
}

/** Notes what is down and was, since closing words name it as a cause. */
export class OutageLog {
  private readonly lasting = new Map<string, Outage>();
  private readonly outages: Outage[] = [];

  /** Something is down; an outage within another is part of it. */
  begins(subject: string, services: string, minute: Minute): void {
    if (this.lasting.has(subject)) return;
    const outage: Outage = { subject, services, from: minute, to: null };
    this.lasting.set(subject, outage);
    this.outages.push(outage);
  }

  /** Something is up again. */
  ends(subject: string, minute: Minute): void {
    const outage = this.lasting.get(subject);
    if (outage !== undefined) outage.to = minute;
    this.lasting.delete(subject);
  }

  /** The outage of the first of these that is down now. */
  current(subjects: readonly string[]): Outage | undefined {
    return subjects.map((subject) => this.lasting.get(subject)).find((outage) => outage !== undefined);
  }

  /** The longest outage of these within a window. */
  longest(subjects: readonly string[], from: Minute, to: Minute): Outage | undefined {
    const length = (outage: Outage) => Math.min(outage.to ?? to, to) - Math.max(outage.from, from);
    return this.outages
      .filter((outage) => subjects.includes(outage.subject) && length(outage) > 0)
      .sort((left, right) => length(right) - length(left))
      .at(0);
  }
}

/** What an outage that lasts is, after `has`. */
export function stateOf({ services }: Outage): string {
  return services === '' ? 'been down' : `blocked ${services.split(' ').join(', ')}`;
}
