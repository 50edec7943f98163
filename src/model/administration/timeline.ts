import type { Calendar } from '../../engine/calendar.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { GenuineResult, TimelineAction, TimelineEntry } from '../definitions/parameters.ts';
import type { Group, Machines } from '../estate/machines.ts';
import type { Networks } from '../estate/networks.ts';
import type { Zones } from '../estate/zones.ts';
import type { HostActivation } from '../kms/host-activation.ts';
import type { KmsHosts } from '../kms/hosts.ts';
import type { Keys } from '../microsoft/keys.ts';
import type { ActivationMethods } from './activation-methods.ts';
import type { Conversion } from './conversion.ts';
import type { GenuineValidation } from './genuine.ts';
import type { Lifecycle } from './lifecycle.ts';
import { changeOutages, type OutageParts } from './outages.ts';

/** The parts that the timeline acts on. */
export interface TimelineParts extends OutageParts {
  readonly zones: Zones;
  readonly networks: Networks;
  readonly hosts: KmsHosts;
  readonly hostActivation: HostActivation;
  readonly machines: Machines;
  readonly keys: Keys;
  readonly methods: ActivationMethods;
  readonly conversion: Conversion;
  readonly validation: GenuineValidation;
  readonly lifecycle: Lifecycle;
  readonly calendar: Calendar;
  readonly observer: Observer;
}

/** What is planned to happen to the estate: outages, and what administrators do. */
export class Timeline {
  private readonly entries: readonly TimelineEntry[];
  private readonly parts: TimelineParts;

  constructor(entries: readonly TimelineEntry[], parts: TimelineParts) {
    this.entries = entries;
    this.parts = parts;
  }

  /** Schedules the beginning of every entry. */
  schedule(): void {
    for (const [index, entry] of this.entries.entries())
      this.parts.calendar.schedule(entry.at, Phase.Timeline, EventKind.TimelineBegin, index);
  }

  /** An entry's time has come. One that lasts ends by an event of its own. */
  begin(index: number): void {
    const entry = this.entries[index];
    const { calendar } = this.parts;
    this.act(entry);
    if ((entry.type === 'down' || entry.type === 'block') && entry.for !== null)
      calendar.schedule(calendar.now + entry.for, Phase.Timeline, EventKind.TimelineEnd, index);
  }

  /** An outage ends. */
  end(index: number): void {
    const entry = this.entries[index];
    const { networks, observer } = this.parts;
    if (entry.type === 'down') {
      if (changeOutages(this.parts, entry.target, -1) === 0) observer.estateChanged('up', entry.target, '');
    } else if (entry.type === 'block') {
      networks.changeLinkBlocks(networks.links.idOf(entry.link), entry.services, -1);
      observer.estateChanged('up', entry.link, entry.services.join(' '));
    }
  }

  private act(action: TimelineAction): void {
    const { machines, observer } = this.parts;
    switch (action.type) {
      case 'down':
        changeOutages(this.parts, action.target, 1);
        observer.estateChanged('down', action.target, '');
        break;
      case 'block':
        this.block(action);
        break;
      case 'move':
        this.move(action.host);
        break;
      case 'grant':
        this.parts.zones.grant(this.parts.zones.table.idOf(action.zone));
        observer.estateChanged('granted', action.zone, '');
        break;
      case 'retire':
        this.retire(machines.groupNamed(action.group), action.count);
        break;
      case 'rebuild':
        for (const machine of membersOf(machines.groupNamed(action.group)))
          this.parts.lifecycle.rebuildNow(machine);
        break;
      case 'activate':
        this.activate(machines.groupNamed(action.group));
        break;
      case 'convert':
        this.parts.conversion.convert(machines.groupNamed(action.group), action.method);
        break;
      case 'raise':
        this.raise(action);
        break;
      case 'rekey':
        this.rekey(action.host);
        break;
      case 'validate':
        this.validate(machines.groupNamed(action.group), action.result);
        break;
    }
  }

  private block({ link, services }: Extract<TimelineAction, { type: 'block' }>): void {
    const { networks, observer } = this.parts;
    networks.changeLinkBlocks(networks.links.idOf(link), services, 1);
    observer.estateChanged('down', link, services.join(' '));
  }

  private move(name: string): void {
    const { hosts, hostActivation, observer } = this.parts;
    const id = hosts.table.idOf(name);
    observer.hostChanged('moved', id, NONE, 0, '');
    hosts.putOutOfTolerance(hosts.all[id]);
    hostActivation.requestNow(id);
  }

  /** Retires the machines with the highest numbers that are still in the estate, `count` of them or all. */
  private retire(group: Group, count: number | null): void {
    const { machines, lifecycle } = this.parts;
    let left = count ?? group.count;
    for (const machine of membersOf(group).reverse()) {
      if (left === 0) return;
      if (count !== null && !machines.inService(machine)) continue;
      lifecycle.retire(machine);
      left -= 1;
    }
  }

  private activate(group: Group): void {
    const { machines, methods } = this.parts;
    for (const machine of membersOf(group)) {
      if (machines.inService(machine)) methods.scheduleNow(machine);
    }
  }

  private raise({ key, activations, hosts }: Extract<TimelineAction, { type: 'raise' }>): void {
    const { keys, hostActivation, observer } = this.parts;
    const id = keys.table.idOf(key);
    keys.raise(id, activations, hosts);
    hostActivation.keyRaised(id);
    observer.estateChanged('raised', key, hosts > 0 ? `${hosts} hosts` : `${activations} activations`);
  }

  private rekey(name: string): void {
    const { hosts, hostActivation } = this.parts;
    const host = hosts.all[hosts.table.idOf(name)];
    if (!host.online) return;
    hosts.rekey(host);
    hostActivation.requestNow(host.id);
  }

  private validate(group: Group, result: GenuineResult): void {
    const { validation, calendar } = this.parts;
    for (const machine of membersOf(group)) validation.scheduleAt(machine, calendar.now, result);
  }
}

function membersOf(group: Group): MachineId[] {
  return Array.from({ length: group.count }, (_, index) => (group.first + index) as MachineId);
}

/** A timeline entry begins. */
export function timelineBegin(timeline: Timeline, entry: number): void {
  timeline.begin(entry);
}

/** A timeline entry that lasts ends. */
export function timelineEnd(timeline: Timeline, entry: number): void {
  timeline.end(entry);
}
