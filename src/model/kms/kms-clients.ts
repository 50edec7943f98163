import type { Calendar } from '../../engine/calendar.ts';
import type { LightEvents } from '../../engine/light-events.ts';
import type { Minute, Minutes } from '../../engine/time.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type HostId, type MachineId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { Group } from '../estate/groups.ts';
import { NEXT_CONTACT, ROW_BITS } from '../estate/machine-rows.ts';
import type { Machines } from '../estate/machines.ts';
import type { Presence } from '../estate/presence.ts';
import type { ClientIds } from '../licensing/client-ids.ts';
import { CertainContacts } from './certain-contacts.ts';
import { ContactResults } from './contact-results.ts';
import { type Discovery, DiscoveryFailure } from './discovery.ts';
import type { Host } from './host.ts';
import type { KmsHosts } from './hosts.ts';
import { KnownHosts } from './known-hosts.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly clients: KmsClients;
  }
}

type KmsClientEstate = Pick<
  Estate,
  | 'machines'
  | 'presence'
  | 'clientIds'
  | 'history'
  | 'licenses'
  | 'attempts'
  | 'hosts'
  | 'discovery'
  | 'calendar'
  | 'observer'
  | 'rules'
>;

/**
 * The KMS clients: when each contacts a host, and which one. What comes of it: `contact-results.ts`.
 */
export class KmsClients {
  private readonly machines: Machines;
  private readonly presence: Presence;
  private readonly clientIds: ClientIds;
  private readonly hosts: KmsHosts;
  private readonly discovery: Discovery;
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly knownHosts: KnownHosts;
  private readonly results: ContactResults;
  private readonly certainContacts: CertainContacts;
  /** The contacts that are to come. */
  readonly due: LightEvents;

  constructor(estate: KmsClientEstate) {
    this.machines = estate.machines;
    this.presence = estate.presence;
    this.clientIds = estate.clientIds;
    this.hosts = estate.hosts;
    this.discovery = estate.discovery;
    this.calendar = estate.calendar;
    this.observer = estate.observer;
    this.knownHosts = new KnownHosts(estate);
    const rows = { rows: estate.machines.rows, rowBits: ROW_BITS };
    this.due = this.calendar.addLight({
      kind: EventKind.MachineContact,
      phase: Phase.Machines,
      places: { ...rows, column: NEXT_CONTACT },
      reads: [rows],
      isFrequent: true,
    });
    this.results = new ContactResults(estate, this.knownHosts, this.due);
    this.certainContacts = new CertainContacts(estate, this.due);
  }

  /** Has a machine contact a host in this minute, whenever its next contact was due. */
  contactNow(machine: MachineId): void {
    this.stop(machine);
    this.contactAt(machine, this.calendar.now);
  }

  /** Withdraws the machine's next contact. */
  stop(machine: MachineId): void {
    this.calendar.cancelLight(this.due, machine);
  }

  /** Forgets what a machine learned: its cached host and the intervals of a host. */
  forget(machine: MachineId): void {
    this.knownHosts.forget(machine);
  }

  /** The host set by hand, else the one in the machine's cache; `NONE` when there is neither. */
  knownHost(machine: MachineId, group: Group): HostId | -1 {
    return group.host === NONE ? this.knownHosts.cached(machine) : group.host;
  }

  /** How long the machine waits from one renewal to the next: what a host sent it, else its own. */
  renewalInterval(machine: MachineId, group: Group): Minutes {
    const source = this.knownHosts.followed(machine);
    return source === NONE
      ? group.parameters.renewalInterval
      : this.hosts.all[source].parameters.renewalInterval;
  }

  /** A machine's contact is due. An absent machine makes it in the first minute of its next presence. */
  contact(machine: MachineId): void {
    const group = this.machines.groupOf(machine);
    if (group.isIntermittent) {
      const present = this.presence.nextPresentOf(group, machine, this.calendar.now);
      if (present !== this.calendar.now) {
        this.contactAt(machine, present);
        return;
      }
    }
    if (this.observer.wantsContacts) this.observer.contactBegins(machine);
    const host = this.chooseHost(machine, group);
    if (isFailure(host)) this.results.noHost(machine, group, host);
    else this.ask(machine, group, this.hosts.all[host]);
  }

  /**
   * Makes the contacts of this minute that follow one another in the calendar, which has come to the first.
   *
   * @param most contacts to make
   * @param inFull makes a contact whose answer is not certain
   * @returns how many were made
   */
  contacts(most: number, inFull: (machine: MachineId) => void): number {
    let made = 0;
    do {
      const certain = this.certainContacts.make(most - made);
      made += certain;
      if (certain === 0) {
        const machine = this.calendar.takeNext(this.due);
        if (machine < 0) break;
        inFull(machine as MachineId);
        made += 1;
      }
    } while (made < most && this.calendar.hasMoreNow());
    return made;
  }

  /** Has a machine make its next contact in a minute. */
  contactAt(machine: MachineId, minute: Minute): void {
    this.calendar.scheduleLight(this.due, minute, machine);
  }

  /** A host set by hand, else the one cached if it can be reached, else one found by DNS; or why none is. */
  private chooseHost(machine: MachineId, group: Group): HostId | DiscoveryFailure {
    const known = this.knownHost(machine, group);
    if (known !== NONE && this.hosts.reachableFrom(known, group.network)) return known;
    return this.findHost(machine, group);
  }

  private findHost(machine: MachineId, group: Group): HostId | DiscoveryFailure {
    if (group.host !== NONE) return DiscoveryFailure.RpcServerUnavailable;
    const found = this.discovery.find(machine, group);
    this.knownHosts.cache(machine, isFailure(found) || !group.parameters.cacheHost ? NONE : found);
    return found;
  }

  private ask(machine: MachineId, group: Group, host: Host): void {
    const count = this.hosts.answer(host, group, this.clientIds.of(machine));
    if (count < 0) {
      this.results.refused(machine, group, host.id, count);
      return;
    }
    // Whoever wants to hear of contacts hears of all, and members of a domain ask its directory first.
    if (!this.observer.wantsContacts && !group.isEverMember) this.hosts.certain.add(host, group);
    this.knownHosts.follow(machine, host.id);
    if (count >= group.threshold) this.results.success(machine, host, count);
    else this.results.tooLow(machine, group, host.id, count);
  }
}

function isFailure(found: HostId | DiscoveryFailure): found is DiscoveryFailure {
  return found < 0;
}
