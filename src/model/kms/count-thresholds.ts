import { type Calendar, type EventHandle, NO_EVENT } from '../../engine/calendar.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import type { HostId } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { Group } from '../estate/groups.ts';
import type { ClientRecords } from './client-records.ts';

/** A host whose count is followed. */
interface CountedHost {
  readonly id: HostId;
  readonly records: ClientRecords;
}

/** A threshold that clients have asked a host with. */
interface AskedThreshold {
  readonly threshold: number;
  /** Whether the count has reached it, and not fallen below since. */
  reached: boolean;
}

type CountEstate = Pick<Estate, 'parameters' | 'calendar' | 'observer' | 'rules'>;

/**
 * Announces when a host's count passes one of the thresholds of its clients. A count rises with a request and
 * falls when a record becomes too old: that minute is known beforehand, so no request pays for looking.
 */
export class CountThresholds {
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly recordLife: number;
  private readonly host: CountedHost;
  private readonly asked: AskedThreshold[] = [];
  /** By group: whether its clients have asked. */
  private readonly askers: Uint8Array;
  /** The lowest threshold asked with that is not reached. */
  private lowestMissing = Number.POSITIVE_INFINITY;
  private check: EventHandle = NO_EVENT;

  constructor(host: CountedHost, { parameters, calendar, observer, rules }: CountEstate) {
    this.host = host;
    this.calendar = calendar;
    this.observer = observer;
    this.recordLife = rules.recordLife;
    this.askers = new Uint8Array(parameters.groups.size);
  }

  /** A client of a group asks. */
  noteAsker(group: Group): void {
    if (this.askers[group.id] === 0) this.ask(group);
  }

  /** A client of a group that has asked is answered with a count. */
  answered(count: number): void {
    if (count >= this.lowestMissing) this.reach(count);
  }

  /**
   * Records may have become too old.
   *
   * @param count how many there are now
   */
  recount(count: number): void {
    this.check = NO_EVENT;
    for (const asked of this.asked) {
      if (!asked.reached || count >= asked.threshold) continue;
      asked.reached = false;
      this.observer.countPassed('threshold-lost', this.host.id, asked.threshold, count);
    }
    this.lookAhead();
  }

  /** The host has forgotten its clients, and what they asked with. */
  clear(): void {
    this.calendar.cancel(this.check);
    this.recount(0);
    this.asked.length = 0;
    this.askers.fill(0);
    this.lowestMissing = Number.POSITIVE_INFINITY;
  }

  private ask({ id, threshold }: Group): void {
    this.askers[id] = 1;
    if (this.asked.some((known) => known.threshold === threshold)) return;
    this.asked.push({ threshold, reached: false });
    this.lowestMissing = Math.min(this.lowestMissing, threshold);
  }

  private reach(count: number): void {
    for (const asked of this.asked) {
      if (asked.reached || count < asked.threshold) continue;
      asked.reached = true;
      this.observer.countPassed('threshold-reached', this.host.id, asked.threshold, count);
    }
    this.calendar.cancel(this.check);
    this.check = NO_EVENT;
    this.lookAhead();
  }

  /** Schedules the next look: when the count will be too low if no client asks again. */
  private lookAhead(): void {
    let minute = Number.POSITIVE_INFINITY;
    this.lowestMissing = Number.POSITIVE_INFINITY;
    for (const { threshold, reached } of this.asked) {
      if (reached) minute = Math.min(minute, this.host.records.seenAt(threshold) + this.recordLife);
      else this.lowestMissing = Math.min(this.lowestMissing, threshold);
    }
    if (minute < Number.POSITIVE_INFINITY)
      this.check = this.calendar.schedule(minute, Phase.Close, EventKind.HostRecount, this.host.id);
  }
}
