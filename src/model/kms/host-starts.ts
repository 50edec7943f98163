import type { Minute } from '../../engine/time.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import type { HostId } from '../definitions/ids.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly hostStarts: HostStarts;
  }
}

type HostStartEstate = Pick<Estate, 'hosts' | 'hostActivation' | 'publishing' | 'calendar'>;

/** The starts of KMS hosts: for the first time, or after an outage. */
export class HostStarts {
  private readonly estate: HostStartEstate;

  constructor(estate: HostStartEstate) {
    this.estate = estate;
  }

  /** Schedules the first start of each. */
  schedule(): void {
    for (const host of this.estate.hosts.all) this.scheduleAt(host.id, host.parameters.online);
  }

  /** Has a host start in the hosts' phase of this minute, if it can run again. */
  startIfUp(id: HostId): void {
    const { hosts, calendar } = this.estate;
    if (hosts.isUp(hosts.all[id])) this.scheduleAt(id, calendar.now);
  }

  /** A host starts: it is activated if need be, and publishes. */
  start(id: HostId): void {
    const { hosts, hostActivation, publishing } = this.estate;
    const host = hosts.all[id];
    if (!host.online) hosts.licenses.comeOnline(host);
    hostActivation.start(id);
    publishing.start(id);
  }

  private scheduleAt(host: HostId, minute: Minute): void {
    this.estate.calendar.schedule(minute, Phase.Hosts, EventKind.HostStart, host);
  }
}
