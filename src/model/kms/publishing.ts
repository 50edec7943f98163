import { type Calendar, type EventHandle, NO_EVENT } from '../../engine/calendar.ts';
import { Code } from '../definitions/codes.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type HostId, NONE, type ZoneId } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { EstateParameters } from '../definitions/parameters.ts';
import type { Rules } from '../definitions/rules.ts';
import type { Zones } from '../estate/zones.ts';
import type { Host } from './host.ts';
import type { KmsHosts } from './hosts.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly publishing: Publishing;
  }
}

type PublishingEstate = Pick<Estate, 'parameters' | 'hosts' | 'zones' | 'calendar' | 'observer' | 'rules'>;

/**
 * The publication of KMS hosts in DNS: at every start of the service and then at a fixed interval, into the
 * zone of the host's own network and those named for it.
 */
export class Publishing {
  private readonly hosts: KmsHosts;
  private readonly zones: Zones;
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly rules: Rules;
  private readonly parameters: EstateParameters;
  /** The zones of each host. */
  private readonly targets: (readonly ZoneId[])[];
  /** Whether a host was told to publish no more. */
  private readonly unpublished: boolean[];
  private readonly next: EventHandle[];

  constructor({ parameters, hosts, zones, calendar, observer, rules }: PublishingEstate) {
    this.parameters = parameters;
    this.hosts = hosts;
    this.zones = zones;
    this.calendar = calendar;
    this.observer = observer;
    this.rules = rules;
    this.targets = hosts.all.map((host) => targetsOf(host, host.parameters.network, parameters, zones));
    this.unpublished = hosts.all.map(() => false);
    this.next = hosts.all.map(() => NO_EVENT);
  }

  /** Publishes a host that has started, and from then on at the publish interval. */
  start(host: HostId): void {
    this.calendar.cancel(this.next[host]);
    this.publish(host);
  }

  /** Deletes the SRV records of a host, which publishes no more. */
  unpublish(hostId: HostId): void {
    this.calendar.cancel(this.next[hostId]);
    this.next[hostId] = NO_EVENT;
    this.unpublished[hostId] = true;
    this.zones.removeRecords(hostId);
    this.observer.hostChanged('unpublished', hostId, NONE, Code.Success, '');
  }

  /** Has a host publish to the zone of the network that it is on now; the record in another zone goes stale. */
  follow(host: Host, network: string): void {
    this.targets[host.id] = targetsOf(host, network, this.parameters, this.zones);
  }

  /** Updates every zone of a host. One that is down publishes when it starts again. */
  publish(hostId: HostId): void {
    const host = this.hosts.all[hostId];
    this.next[hostId] = NO_EVENT;
    if (!this.hosts.isUp(host) || this.unpublished[hostId] || this.targets[hostId].length === 0) return;
    for (const zone of this.targets[hostId]) {
      const code = this.zones.update(zone, hostId, host.network);
      this.observer.hostPublished(hostId, this.zones.table.names[zone], code);
    }
    this.next[hostId] = this.calendar.schedule(
      this.calendar.now + this.rules.publishInterval,
      Phase.Hosts,
      EventKind.HostPublish,
      hostId,
    );
  }
}

function targetsOf(host: Host, network: string, parameters: EstateParameters, zones: Zones): ZoneId[] {
  const own = parameters.networks.get(network)?.zone;
  const names = new Set(host.parameters.publishTo);
  if (host.parameters.publish && own) names.add(own);
  return [...names].map((name) => zones.table.idOf(name));
}
