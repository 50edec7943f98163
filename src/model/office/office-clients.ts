import { type Calendar, NO_EVENT } from '../../engine/calendar.ts';
import type { Minute } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import type { Condition } from '../definitions/conditions.ts';
import { DrawPurpose } from '../definitions/draw-purposes.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type HostId, type MachineId, NONE } from '../definitions/ids.ts';
import type { OfficeEvent } from '../definitions/observer.ts';
import { OFFICE, OFFICE_RULES } from '../definitions/office.ts';
import { canUseDirectory, KEY_GROUP_NAMES, keyGroupIndex } from '../definitions/system-lookups.ts';
import type { Group } from '../estate/groups.ts';
import { codeOfFailure, DiscoveryFailure } from '../kms/discovery.ts';
import type { Host } from '../kms/host.ts';
import { NOT_ACTIVATED } from '../kms/hosts.ts';
import { officeOf } from './office-machines.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly officeClients: OfficeClients;
  }
}

type OfficeClientEstate = Pick<
  Estate,
  | 'machines'
  | 'presence'
  | 'hosts'
  | 'officeHosts'
  | 'officeLicenses'
  | 'discovery'
  | 'domains'
  | 'calendar'
  | 'observer'
  | 'rules'
>;

/** What became of the contacts of an Office installation. */
export interface OfficeAttempts {
  renewals: number;
  tooLow: number;
  failures: number;
}

/**
 * Office as a KMS client: like Windows it asks a host every two hours until it is activated and then every seven
 * days, but with a host, a cache and intervals of its own. On members of a domain with an activation object of its
 * version (Office 2013 and later, on Windows 8, Server 2012 and later) Active Directory comes first; what it gave stays
 * until it ends when the machine leaves the domain.
 */
export class OfficeClients {
  private readonly estate: OfficeClientEstate;
  private readonly calendar: Calendar;
  /** By row of Office. */
  private readonly next: Int32Array;
  private readonly cached: Int32Array;
  private readonly intervalsOf: Int32Array;
  private readonly choices: Uint32Array;
  private readonly renewalsOf: Uint32Array;
  private readonly tooLowOf: Uint32Array;
  private readonly failuresOf: Uint32Array;

  constructor(estate: OfficeClientEstate) {
    this.estate = estate;
    this.calendar = estate.calendar;
    const { count } = estate.officeLicenses.installations;
    this.next = new Int32Array(count).fill(NO_EVENT);
    this.cached = new Int32Array(count).fill(NONE);
    this.intervalsOf = new Int32Array(count).fill(NONE);
    this.choices = new Uint32Array(count);
    this.renewalsOf = new Uint32Array(count);
    this.tooLowOf = new Uint32Array(count);
    this.failuresOf = new Uint32Array(count);
  }

  /** What became of a machine's contacts so far. */
  attempts(machine: MachineId): OfficeAttempts {
    const row = this.row(machine);
    const { renewalsOf, tooLowOf, failuresOf } = this;
    return { renewals: renewalsOf[row], tooLow: tooLowOf[row], failures: failuresOf[row] };
  }

  /** Installs Office with its machine, if that has it; it asks at once. */
  install(machine: MachineId): void {
    const { officeLicenses } = this.estate;
    if (!officeLicenses.installations.has(machine)) return;
    const row = this.row(machine);
    this.stop(row);
    this.cached[row] = NONE;
    this.intervalsOf[row] = NONE;
    officeLicenses.install(machine);
    this.contact(machine);
  }

  /** Office leaves the estate with its machine. */
  retire(machine: MachineId): void {
    const { officeLicenses } = this.estate;
    if (!officeLicenses.installations.has(machine)) return;
    this.stop(this.row(machine));
    officeLicenses.retire(machine);
  }

  /** A contact is due. An absent machine makes it in the first minute of its next presence. */
  contact(machine: MachineId): void {
    const { machines, presence, hosts } = this.estate;
    const group = machines.groupOf(machine);
    const present = group.isIntermittent
      ? presence.nextPresent(machine, this.calendar.now)
      : this.calendar.now;
    if (present !== this.calendar.now) {
      this.contactAt(machine, present);
      return;
    }
    if (this.directoryServes(group)) {
      this.succeedByDirectory(machine, group);
      return;
    }
    const host = this.chooseHost(machine, group);
    if (isFailure(host)) this.fail(machine, group, 'office-no-host', NONE, codeOfFailure(host));
    else this.ask(machine, group, hosts.all[host]);
  }

  /** The host that Office was given, else the one cached if it can be reached, else one found by DNS; or why none is. */
  private chooseHost(machine: MachineId, group: Group): HostId | DiscoveryFailure {
    const { hosts, discovery } = this.estate;
    const row = this.row(machine);
    const { officeHost } = group.parameters;
    const byHand = officeHost === null ? NONE : hosts.table.idOf(officeHost);
    const known = (byHand === NONE ? this.cached[row] : byHand) as HostId | -1;
    if (known !== NONE && hosts.reachableFrom(known, group.network)) return known;
    if (byHand !== NONE) return DiscoveryFailure.RpcServerUnavailable;
    const found = discovery.candidates(group);
    this.cached[row] = NONE;
    if (typeof found === 'number') return found;
    const occurrence = this.choices[row];
    this.choices[row] += 1;
    const chosen = discovery.choose(machine, true, found, occurrence, DrawPurpose.OfficeHost);
    this.cached[row] = chosen;
    return chosen;
  }

  private ask(machine: MachineId, group: Group, host: Host): void {
    const { officeHosts, officeLicenses, rules } = this.estate;
    const id = officeLicenses.clientIdOf(machine);
    const count = officeHosts.answer(host, officeOf(group), id, group.virtual);
    if (count < 0) {
      const code = count === NOT_ACTIVATED ? Code.HostNotActivated : Code.HostCannotServe;
      this.fail(machine, group, 'office-refused', host.id, code);
      return;
    }
    this.intervalsOf[this.row(machine)] = host.id;
    if (count >= rules[OFFICE_RULES.threshold]) this.succeed(machine, group, host, count);
    else this.answerTooLow(machine, group, host, count);
  }

  private succeed(machine: MachineId, group: Group, host: Host, count: number): void {
    const { officeHosts, officeLicenses, rules, observer } = this.estate;
    const { now } = this.calendar;
    const previous = officeLicenses.conditionOf(machine);
    const office = officeHosts.all[host.id];
    if (officeLicenses.grantUntil(machine, now + rules.activationValidity)) {
      office.activations += 1;
      this.announce('office-activated', machine, group, host.id, count, Code.Success, previous);
    } else {
      office.renewals += 1;
      this.renewalsOf[this.row(machine)] += 1;
      if (observer.wantsContacts)
        this.announce('office-renewed', machine, group, host.id, count, Code.Success);
    }
    this.contactAt(machine, now + host.parameters.renewalInterval);
  }

  /** Whether an activation object of the machine's domain serves its Office, and a controller answers. */
  private directoryServes(group: Group): boolean {
    const { domain, network, keyGroup } = group;
    if (domain === NONE || !canUseDirectory(KEY_GROUP_NAMES[keyGroup])) return false;
    const { domains } = this.estate;
    const own = keyGroupIndex(OFFICE[officeOf(group)].keyGroup);
    return domains.serves(domain, own) && domains.answers(domain, network);
  }

  /** Active Directory activates Office without a threshold, and as long as Windows. */
  private succeedByDirectory(machine: MachineId, group: Group): void {
    const { officeLicenses, rules, observer } = this.estate;
    const { now } = this.calendar;
    const previous = officeLicenses.conditionOf(machine);
    if (officeLicenses.grantUntil(machine, now + rules.directoryValidity))
      this.announce('office-activated', machine, group, NONE, NONE, Code.Success, previous);
    else {
      this.renewalsOf[this.row(machine)] += 1;
      if (observer.wantsContacts) this.announce('office-renewed', machine, group, NONE, NONE, Code.Success);
    }
    this.contactAt(machine, now + rules.directoryInterval);
  }

  private answerTooLow(machine: MachineId, group: Group, host: Host, count: number): void {
    this.tooLowOf[this.row(machine)] += 1;
    if (this.estate.observer.wantsContacts)
      this.announce('office-count-too-low', machine, group, host.id, count, Code.CountTooLow);
    this.tryAgain(machine, group);
  }

  private fail(machine: MachineId, group: Group, event: OfficeEvent, host: HostId | -1, code: number): void {
    this.failuresOf[this.row(machine)] += 1;
    if (this.estate.observer.wantsContacts) this.announce(event, machine, group, host, NONE, code);
    this.tryAgain(machine, group);
  }

  private tryAgain(machine: MachineId, group: Group): void {
    const source = this.intervalsOf[this.row(machine)];
    const { activationInterval } =
      source === NONE ? group.parameters : this.estate.hosts.all[source].parameters;
    this.contactAt(machine, this.calendar.now + activationInterval);
  }

  private contactAt(machine: MachineId, minute: Minute): void {
    const event = this.calendar.schedule(minute, Phase.Machines, EventKind.OfficeContact, machine);
    this.next[this.row(machine)] = event;
  }

  private stop(row: number): void {
    this.calendar.cancel(this.next[row]);
    this.next[row] = NO_EVENT;
  }

  private announce(
    event: OfficeEvent,
    machine: MachineId,
    group: Group,
    host: HostId | -1,
    count: number,
    code: number,
    previous: Condition | -1 = NONE,
  ): void {
    const condition = this.estate.officeLicenses.conditionOf(machine);
    const detail = String(officeOf(group));
    this.estate.observer.officeChanged?.({ event, machine, condition, previous, host, count, code, detail });
  }

  private row(machine: MachineId): number {
    return this.estate.officeLicenses.installations.rowOf(machine);
  }
}

function isFailure(found: HostId | DiscoveryFailure): found is DiscoveryFailure {
  return found < 0;
}
