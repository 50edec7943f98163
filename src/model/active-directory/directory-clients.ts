import type { Calendar } from '../../engine/calendar.ts';
import type { Minutes } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { type DomainId, type MachineId, NONE } from '../definitions/ids.ts';
import type { Group } from '../estate/groups.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly directoryClients: DirectoryClients;
  }
}

type DirectoryClientEstate = Pick<
  Estate,
  | 'machines'
  | 'presence'
  | 'history'
  | 'licenses'
  | 'attempts'
  | 'domains'
  | 'clients'
  | 'calendar'
  | 'observer'
  | 'rules'
>;

/** What a domain's activation objects did. */
export interface DomainTally {
  /** Machines that passed into Licensed. */
  activations: number;
  /** Successes of machines that were activated before. */
  renewals: number;
}

/**
 * Active Directory-based activation: a volume client that is a member of a domain asks its directory first, and a KMS
 * host only when no domain controller answers or no activation object serves it. There is no threshold. Machines ask on
 * installation, at every restart that the model knows, and every `policy.directoryInterval`.
 */
export class DirectoryClients {
  /** Whether any group is ever a member of a domain. */
  private readonly isUsed: boolean;
  /** By domain. */
  readonly tally: readonly DomainTally[];
  private readonly estate: DirectoryClientEstate;
  private readonly calendar: Calendar;
  private readonly interval: Minutes;
  private readonly validity: Minutes;
  /** By machine: the domain that activated it last, or `NONE`. Empty where no group is a member. */
  private readonly activatedBy: Int32Array;

  constructor(estate: DirectoryClientEstate) {
    const { machines, domains, rules } = estate;
    this.estate = estate;
    this.calendar = estate.calendar;
    this.interval = rules.directoryInterval;
    this.validity = rules.directoryValidity;
    this.isUsed = machines.groups.some(({ isEverMember }) => isEverMember);
    this.activatedBy = new Int32Array(this.isUsed ? machines.count : 0).fill(NONE);
    this.tally = domains.table.names.map(() => ({ activations: 0, renewals: 0 }));
  }

  /** The domain whose directory activated the machine last; `NONE` when a KMS host did, or nothing has yet. */
  activatorOf(machine: MachineId): DomainId | -1 {
    return this.isUsed ? (this.activatedBy[machine] as DomainId | -1) : NONE;
  }

  /** Whether the directory would activate machines of a group that asked now. */
  wouldActivate({ domain, network, keyGroup }: Group): boolean {
    const { domains } = this.estate;
    return domain !== NONE && domains.serves(domain, keyGroup) && domains.answers(domain, network);
  }

  /** A contact is due: with the directory, else with a KMS host. An absent machine makes it when it is present. */
  contact(machine: MachineId): void {
    const { machines, presence, clients } = this.estate;
    const group = machines.groupOf(machine);
    if (!group.isEverMember) {
      clients.contact(machine);
      return;
    }
    const present = group.isIntermittent
      ? presence.nextPresent(machine, this.calendar.now)
      : this.calendar.now;
    if (present !== this.calendar.now) {
      clients.contactAt(machine, present);
      return;
    }
    this.noticeDeparture(machine, group);
    if (this.wouldActivate(group)) this.succeed(machine, group.domain as DomainId);
    else {
      const before = this.successes(machine);
      clients.contact(machine);
      if (this.successes(machine) > before) this.activatedBy[machine] = NONE;
    }
  }

  /** A machine that is in another domain than the one that activated it, or in none, is not activated any more. */
  private noticeDeparture(machine: MachineId, group: Group): void {
    const { licenses, history, observer, domains } = this.estate;
    const before = this.activatedBy[machine] as DomainId | -1;
    if (before === NONE || before === group.domain) return;
    this.activatedBy[machine] = NONE;
    if (licenses.needsActivation(machine) || licenses.isUnlimited(machine)) return;
    const previous = history.conditionOf(machine);
    licenses.restart(machine);
    const name = domains.table.names[before];
    const code = licenses.initialCode(machine);
    observer.machineChanged('left-domain', machine, previous, NONE, NONE, code, name);
  }

  private succeed(machine: MachineId, domain: DomainId): void {
    const { licenses, history, attempts, clients, domains, observer } = this.estate;
    const { now } = this.calendar;
    const name = domains.table.names[domain];
    const previous = history.conditionOf(machine);
    const needed = licenses.needsActivation(machine);
    const before = this.activatedBy[machine];
    this.activatedBy[machine] = domain;
    licenses.grantUntil(machine, now + this.validity);
    if (needed && history.conditionOf(machine) === Condition.Licensed) {
      this.tally[domain].activations += 1;
      attempts.noteActivated();
      observer.machineChanged('activated', machine, previous, NONE, NONE, Code.Success, name);
    } else {
      this.tally[domain].renewals += 1;
      attempts.noteRenewed(machine, history.conditionOf(machine) === Condition.Licensed);
      if (before === NONE)
        observer.machineChanged('to-directory', machine, previous, NONE, NONE, Code.Success, name);
      else if (observer.wantsContacts) observer.contact('renewed', machine, NONE, NONE, Code.Success);
    }
    clients.contactAt(machine, now + this.interval);
  }

  /** How often the machine was activated or renewed, by whomever. */
  private successes(machine: MachineId): number {
    return this.estate.history.activations(machine) + this.estate.attempts.renewals(machine);
  }
}
