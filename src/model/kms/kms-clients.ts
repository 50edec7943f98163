import type { Calendar } from '../../engine/calendar.ts';
import type { Minute, Minutes } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type ClientMachineId, type HostId, type MachineId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import {
  CACHED_HOST,
  CLIENT_ID,
  DEADLINE,
  EARNED,
  GROUP,
  GROUP_MASK,
  INTERVAL_HOST,
  NEXT_CONTACT,
  RENEWALS,
  ROW_BITS,
  rowOf,
} from '../estate/machine-rows.ts';
import type { Group, Machines } from '../estate/machines.ts';
import type { Presence } from '../estate/presence.ts';
import type { Attempts } from '../licensing/attempts.ts';
import type { ClientIds } from '../licensing/client-ids.ts';
import type { ConditionHistory } from '../licensing/condition-history.ts';
import type { Licenses } from '../licensing/licenses.ts';
import { codeOfFailure, type Discovery, DiscoveryFailure } from './discovery.ts';
import type { Host } from './host.ts';
import { type KmsHosts, NOT_ACTIVATED } from './hosts.ts';

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
 * The KMS clients: when each contacts a host, which one, and what it makes of the answer.
 */
export class KmsClients {
  private readonly machines: Machines;
  private readonly presence: Presence;
  private readonly clientIds: ClientIds;
  private readonly history: ConditionHistory;
  private readonly licenses: Licenses;
  private readonly attempts: Attempts;
  private readonly hosts: KmsHosts;
  private readonly discovery: Discovery;
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly validity: number;
  private readonly rows: Int32Array;

  constructor(estate: KmsClientEstate) {
    this.machines = estate.machines;
    this.presence = estate.presence;
    this.clientIds = estate.clientIds;
    this.history = estate.history;
    this.licenses = estate.licenses;
    this.attempts = estate.attempts;
    this.hosts = estate.hosts;
    this.discovery = estate.discovery;
    this.calendar = estate.calendar;
    this.observer = estate.observer;
    this.validity = estate.rules.activationValidity;
    this.rows = estate.machines.rows;
    this.calendar.keepFrequent({
      kind: EventKind.MachineContact,
      phase: Phase.Machines,
      rows: this.rows,
      rowBits: ROW_BITS,
      column: NEXT_CONTACT,
    });
  }

  /** Has a machine contact a host in this minute, whenever its next contact was due. */
  contactNow(machine: MachineId): void {
    this.stop(machine);
    this.contactAt(machine, this.calendar.now);
  }

  /** Withdraws the machine's next contact. */
  stop(machine: MachineId): void {
    this.calendar.cancelFrequent(machine);
  }

  /** Forgets what a machine learned: its cached host and the intervals of a host. */
  forget(machine: MachineId): void {
    this.rows[rowOf(machine) + CACHED_HOST] = NONE;
    this.rows[rowOf(machine) + INTERVAL_HOST] = NONE;
  }

  /** The host set by hand, else the one in the machine's cache; `NONE` when there is neither. */
  knownHost(machine: MachineId, group: Group): HostId | -1 {
    return group.host === NONE ? (this.rows[rowOf(machine) + CACHED_HOST] as HostId | -1) : group.host;
  }

  /** How long the machine waits from one renewal to the next: what a host sent it, else its own. */
  renewalInterval(machine: MachineId, group: Group): Minutes {
    const source = this.rows[rowOf(machine) + INTERVAL_HOST];
    return source === NONE
      ? group.parameters.renewalInterval
      : this.hosts.all[source].parameters.renewalInterval;
  }

  /** A machine's contact is due. */
  contact(machine: MachineId): void {
    this.contacts(machine, 1);
  }

  /**
   * A machine's contact is due, and with it those that follow it in the calendar, which are taken off it here. An absent
   * machine makes its contact in the first minute of its next presence. Nearly all contacts are of Licensed machines at a
   * host that has answered their like since anything changed: for them {@link contactInFull} would come to what is written
   * out here, with its parts at hand. Measured with a million machines in order: a third less time a contact.
   *
   * @param most contacts to make
   * @returns how many were made
   */
  contacts(first: MachineId, most: number): number {
    const { rows, calendar, presence, hosts, attempts, validity } = this;
    const { groups } = this.machines;
    const { now } = calendar;
    let made = 0;
    for (let machine = first; ; ) {
      const row = rowOf(machine);
      const group = groups[rows[row + GROUP] & GROUP_MASK];
      const known = group.host === NONE ? (rows[row + CACHED_HOST] as HostId | -1) : group.host;
      if (
        known !== NONE &&
        rows[row + EARNED] === Condition.Licensed &&
        hosts.certain.has(known, group) &&
        (!group.isIntermittent || presence.nextPresentOf(group, machine, now) === now)
      ) {
        const host = hosts.all[known];
        const count = hosts.answerAgain(host, group, rows[row + CLIENT_ID] as ClientMachineId);
        rows[row + INTERVAL_HOST] = known;
        if (count < group.threshold) this.answerTooLow(machine, group, known, count);
        else {
          rows[row + DEADLINE] = now + validity;
          rows[row + RENEWALS] += 1;
          attempts.tally.renewed += 1;
          host.renewals += 1;
          calendar.scheduleFrequent(now + host.parameters.renewalInterval, machine);
        }
      } else this.contactInFull(machine, group);
      made += 1;
      if (made === most) return made;
      machine = calendar.takeFrequent() as MachineId;
      if (machine < 0) return made;
    }
  }

  private contactInFull(machine: MachineId, group: Group): void {
    if (group.isIntermittent) {
      const present = this.presence.nextPresentOf(group, machine, this.calendar.now);
      if (present !== this.calendar.now) {
        this.contactAt(machine, present);
        return;
      }
    }
    if (this.observer.wantsContacts) this.observer.contactBegins(machine);
    const host = this.chooseHost(machine, group);
    if (isFailure(host)) this.findNoHost(machine, group, host);
    else this.ask(machine, group, this.hosts.all[host]);
  }

  /** Has a machine make its next contact in a minute. */
  contactAt(machine: MachineId, minute: Minute): void {
    this.calendar.scheduleFrequent(minute, machine);
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
    this.rows[rowOf(machine) + CACHED_HOST] = isFailure(found) || !group.parameters.cacheHost ? NONE : found;
    return found;
  }

  private ask(machine: MachineId, group: Group, host: Host): void {
    const count = this.hosts.answer(host, group, this.clientIds.of(machine));
    if (count < 0) {
      this.refuse(machine, group, host.id, count);
      return;
    }
    // Whoever wants to hear of contacts hears of all.
    if (!this.observer.wantsContacts) this.hosts.certain.add(host.id, group);
    this.rows[rowOf(machine) + INTERVAL_HOST] = host.id;
    if (count >= group.threshold) this.succeed(machine, host, count);
    else this.answerTooLow(machine, group, host.id, count);
  }

  private succeed(machine: MachineId, host: Host, count: number): void {
    const { now } = this.calendar;
    if (this.licenses.needsActivation(machine)) this.activate(machine, host, count);
    else {
      this.licenses.prolongUntil(machine, now + this.validity);
      this.noteRenewal(machine, host, count);
    }
    this.contactAt(machine, now + host.parameters.renewalInterval);
  }

  private activate(machine: MachineId, host: Host, count: number): void {
    const previous = this.history.conditionOf(machine);
    this.licenses.grantUntil(machine, this.calendar.now + this.validity);
    if (this.history.conditionOf(machine) !== Condition.Licensed) {
      this.noteRenewal(machine, host, count);
      return;
    }
    host.activations += 1;
    this.attempts.noteActivated();
    this.observer.machineChanged('activated', machine, previous, host.id, count, Code.Success, '');
  }

  /** A success that made the machine Licensed no more than it was; it is Licensed, or found Non-Genuine. */
  private noteRenewal(machine: MachineId, host: Host, count: number): void {
    host.renewals += 1;
    this.attempts.noteRenewed(machine, this.licenses.isLicensed(machine));
    if (this.observer.wantsContacts) this.observer.contact('renewed', machine, host.id, count, Code.Success);
  }

  private answerTooLow(machine: MachineId, group: Group, host: HostId, count: number): void {
    this.attempts.noteTooLow(machine);
    if (this.observer.wantsContacts)
      this.observer.contact('count-too-low', machine, host, count, Code.CountTooLow);
    this.tryAgain(machine, group);
  }

  private refuse(machine: MachineId, group: Group, host: HostId, answer: number): void {
    this.attempts.noteRefused(machine);
    const code = answer === NOT_ACTIVATED ? Code.HostNotActivated : Code.HostCannotServe;
    if (this.observer.wantsContacts) this.observer.contact('refused', machine, host, NONE, code);
    this.tryAgain(machine, group);
  }

  private findNoHost(machine: MachineId, group: Group, failure: DiscoveryFailure): void {
    this.attempts.noteNoHost(machine);
    if (this.observer.wantsContacts)
      this.observer.contact('no-host', machine, group.host, NONE, codeOfFailure(failure));
    this.tryAgain(machine, group);
  }

  private tryAgain(machine: MachineId, group: Group): void {
    const source = this.rows[rowOf(machine) + INTERVAL_HOST];
    const { activationInterval } = source === NONE ? group.parameters : this.hosts.all[source].parameters;
    this.contactAt(machine, this.calendar.now + activationInterval);
  }
}

function isFailure(found: HostId | DiscoveryFailure): found is DiscoveryFailure {
  return found < 0;
}
