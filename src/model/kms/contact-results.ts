import type { Calendar } from '../../engine/calendar.ts';
import type { LightEvents } from '../../engine/light-events.ts';
import type { Minutes } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { Group } from '../estate/groups.ts';
import type { Attempts } from '../licensing/attempts.ts';
import type { ConditionHistory } from '../licensing/condition-history.ts';
import type { Licenses } from '../licensing/licenses.ts';
import { codeOfFailure, type DiscoveryFailure } from './discovery.ts';
import type { Host } from './host.ts';
import { type KmsHosts, NOT_ACTIVATED } from './hosts.ts';
import type { KnownHosts } from './known-hosts.ts';

type ResultEstate = Pick<
  Estate,
  'history' | 'licenses' | 'attempts' | 'hosts' | 'calendar' | 'observer' | 'rules'
>;

/** What a machine makes of a contact with a KMS host: its license, its record of attempts, and when it asks again. */
export class ContactResults {
  private readonly history: ConditionHistory;
  private readonly licenses: Licenses;
  private readonly attempts: Attempts;
  private readonly hosts: KmsHosts;
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly validity: Minutes;
  private readonly knownHosts: KnownHosts;
  private readonly due: LightEvents;

  /** @param due contacts that are to come */
  constructor(estate: ResultEstate, knownHosts: KnownHosts, due: LightEvents) {
    const { history, licenses, attempts, hosts, calendar, observer, rules } = estate;
    this.history = history;
    this.licenses = licenses;
    this.attempts = attempts;
    this.hosts = hosts;
    this.calendar = calendar;
    this.observer = observer;
    this.validity = rules.activationValidity;
    this.knownHosts = knownHosts;
    this.due = due;
  }

  /** A host answered with a count that suffices: the machine is activated or renewed. */
  success(machine: MachineId, host: Host, count: number): void {
    const { now } = this.calendar;
    if (this.licenses.needsActivation(machine)) this.activate(machine, host, count);
    else {
      this.licenses.prolongUntil(machine, now + this.validity);
      this.noteRenewal(machine, host, count);
    }
    this.calendar.scheduleLight(this.due, now + host.parameters.renewalInterval, machine);
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

  /** A host answered with a count below the machine's threshold. */
  tooLow(machine: MachineId, group: Group, host: HostId, count: number): void {
    this.attempts.noteTooLow(machine);
    if (this.observer.wantsContacts)
      this.observer.contact('count-too-low', machine, host, count, Code.CountTooLow);
    this.tryAgain(machine, group);
  }

  /**
   * A host refused.
   *
   * @param answer why, as {@link KmsHosts.answer} says it
   */
  refused(machine: MachineId, group: Group, host: HostId, answer: number): void {
    this.attempts.noteRefused(machine);
    const code = answer === NOT_ACTIVATED ? Code.HostNotActivated : Code.HostCannotServe;
    if (this.observer.wantsContacts) this.observer.contact('refused', machine, host, NONE, code);
    this.tryAgain(machine, group);
  }

  /** There was no host to ask. */
  noHost(machine: MachineId, group: Group, failure: DiscoveryFailure): void {
    this.attempts.noteNoHost(machine);
    if (this.observer.wantsContacts)
      this.observer.contact('no-host', machine, group.host, NONE, codeOfFailure(failure));
    this.tryAgain(machine, group);
  }

  private tryAgain(machine: MachineId, group: Group): void {
    const source = this.knownHosts.followed(machine);
    const { activationInterval } = source === NONE ? group.parameters : this.hosts.all[source].parameters;
    this.calendar.scheduleLight(this.due, this.calendar.now + activationInterval, machine);
  }
}
