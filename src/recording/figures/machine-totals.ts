import { MINUTES_PER_DAY, type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import { GenuineStatus } from '../../model/administration/genuine.ts';
import { Condition, isEndState } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { Group } from '../../model/estate/groups.ts';
import { DelayCounts } from './delay-counts.ts';
import type { FirstWaits } from './first-waits.ts';
import type { LapseRisk } from './lapse-risk.ts';
import type { UnmanagedTime } from './unmanaged-time.ts';

/** Sums over some machines at the end of a run: the figures of a group, and of the estate, are made from them. */
export class MachineTotals {
  total = 0;
  installed = 0;
  retired = 0;
  unmanaged = 0;
  everLicensed = 0;
  everNotification = 0;
  notificationBeyondWait = 0;
  licensedAtEnd = 0;
  notificationAtEnd = 0;
  activations = 0;
  renewals = 0;
  failedContacts = 0;
  countTooLow = 0;
  notificationMinutes = 0;
  unlicensedStateMinutes = 0;
  /** Minutes in an end state while managed. */
  managedEndStateMinutes = 0;
  /** Minutes in service but not Licensed while managed. */
  managedUnlicensedMinutes = 0;
  /** Users' reminders in grace periods. */
  graceReminders = 0;
  /** The most machines in an end state at once. */
  peakEnded = 0;
  atRisk = 0;
  /** When the first of the machines at risk lapses if nothing changes; `NEVER` when none is. */
  firstLapse: Minute = NEVER;
  /** Managed machines in a grace period at the end, and when the first of these ends. */
  inGrace = 0;
  firstGraceEnd: Minute = NEVER;
  readonly genuine = {
    [GenuineStatus.LocalGenuine]: 0,
    [GenuineStatus.Genuine]: 0,
    [GenuineStatus.NonGenuine]: 0,
  };
  /** From installation to the first license, of the machines that were licensed. */
  readonly delays = new DelayCounts();

  /** Adds a machine. */
  add(estate: Estate, machine: MachineId, group: Group, watch: EndWatch): void {
    const { machines, history, attempts } = estate;
    this.total += 1;
    if (group.method.type === 'none') this.unmanaged += 1;
    if (!machines.wasInstalled(machine)) return;
    this.installed += 1;
    if (machines.inService(machine)) this.addInService(estate, machine, group, watch);
    else this.retired += 1;
    if (history.wasLicensed(machine)) {
      this.everLicensed += 1;
      this.delays.add(history.firstLicensed(machine) - machines.installedAt(machine));
    }
    if (history.everEnded(machine)) this.everNotification += 1;
    if (watch.waits.wasBeyond(machine)) this.notificationBeyondWait += 1;
    this.activations += history.activations(machine);
    this.renewals += attempts.renewals(machine);
    this.failedContacts += attempts.failures(machine);
    this.countTooLow += attempts.tooLow(machine);
    this.addMinutes(estate, machine, watch.unmanaged);
  }

  /** Adds the sums of other machines. */
  include(other: MachineTotals): void {
    this.total += other.total;
    this.installed += other.installed;
    this.retired += other.retired;
    this.unmanaged += other.unmanaged;
    this.everLicensed += other.everLicensed;
    this.everNotification += other.everNotification;
    this.notificationBeyondWait += other.notificationBeyondWait;
    this.licensedAtEnd += other.licensedAtEnd;
    this.notificationAtEnd += other.notificationAtEnd;
    this.activations += other.activations;
    this.renewals += other.renewals;
    this.failedContacts += other.failedContacts;
    this.countTooLow += other.countTooLow;
    this.notificationMinutes += other.notificationMinutes;
    this.unlicensedStateMinutes += other.unlicensedStateMinutes;
    this.managedEndStateMinutes += other.managedEndStateMinutes;
    this.managedUnlicensedMinutes += other.managedUnlicensedMinutes;
    this.graceReminders += other.graceReminders;
    this.atRisk += other.atRisk;
    this.firstLapse = Math.min(this.firstLapse, other.firstLapse);
    this.inGrace += other.inGrace;
    this.firstGraceEnd = Math.min(this.firstGraceEnd, other.firstGraceEnd);
    for (const status of Object.values(GenuineStatus)) this.genuine[status] += other.genuine[status];
    this.delays.include(other.delays);
  }

  /** Machine-days in Notification or Unlicensed. */
  get notificationDays(): number {
    return daysOf(this.notificationMinutes + this.unlicensedStateMinutes);
  }

  /** Machine-days in service but not Licensed, without those of unmanaged machines. */
  get unlicensedDays(): number {
    return daysOf(this.managedUnlicensedMinutes);
  }

  private addInService(estate: Estate, machine: MachineId, group: Group, watch: EndWatch): void {
    const { history, licenses, validation } = estate;
    const condition = history.conditionOf(machine);
    if (condition === Condition.Licensed) this.licensedAtEnd += 1;
    if (isEndState(condition)) this.notificationAtEnd += 1;
    if (group.system.client?.validatedOnline) this.genuine[validation.statusOf(machine)] += 1;
    if (group.method.type === 'none') return;
    if (watch.risk.isAtRisk(machine, group)) {
      this.atRisk += 1;
      this.firstLapse = Math.min(this.firstLapse, licenses.deadline(machine));
    }
    if (condition === Condition.OOBGrace || condition === Condition.OOTGrace) {
      this.inGrace += 1;
      this.firstGraceEnd = Math.min(this.firstGraceEnd, licenses.deadline(machine));
    }
  }

  private addMinutes(estate: Estate, machine: MachineId, unmanaged: UnmanagedTime): void {
    const { history, machines, parameters } = estate;
    const end = parameters.duration;
    const notified = history.minutesIn(machine, Condition.Notification, end);
    const unlicensed = history.minutesIn(machine, Condition.Unlicensed, end);
    const service = Math.min(end, machines.retiredAt(machine)) - machines.installedAt(machine);
    const notLicensed = service - history.minutesIn(machine, Condition.Licensed, end);
    this.notificationMinutes += notified;
    this.unlicensedStateMinutes += unlicensed;
    this.managedEndStateMinutes += notified + unlicensed - unmanaged.endStateMinutes(machine);
    this.managedUnlicensedMinutes += notLicensed - unmanaged.unlicensedMinutes(machine);
  }
}

/** What is known of a run that is over besides its estate. */
export interface EndWatch {
  readonly risk: LapseRisk;
  readonly unmanaged: UnmanagedTime;
  readonly waits: FirstWaits;
}

/** Minutes as days. */
export function daysOf(minutes: Minutes): number {
  return minutes / MINUTES_PER_DAY;
}
