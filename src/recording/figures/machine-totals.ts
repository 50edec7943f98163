import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minutes } from '../../engine/time.ts';
import { Condition, isEndState } from '../../model/definitions/conditions.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { Rules } from '../../model/definitions/rules.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Figures } from './figures.ts';
import { quantile } from './quantile.ts';

const SECONDS_PER_MINUTE = 60;

/** Sums over some machines: the figures of the estate and of each group. */
export class MachineTotals {
  total = 0;
  installed = 0;
  retired = 0;
  everLicensed = 0;
  everNotification = 0;
  licensedAtEnd = 0;
  notificationAtEnd = 0;
  activations = 0;
  renewals = 0;
  failedContacts = 0;
  countTooLow = 0;
  notificationMinutes = 0;
  /** Of these, those in Notification, not Unlicensed. */
  onlyNotificationMinutes = 0;
  licensedMinutes = 0;
  serviceMinutes = 0;
  /** Minutes from installation to the first license, of the machines that were licensed. */
  readonly delays: Minutes[] = [];

  add(simulation: Simulation, machine: MachineId): void {
    const { machines, history, attempts } = simulation.estate;
    const end = simulation.estate.parameters.duration;
    this.total += 1;
    if (!machines.wasInstalled(machine)) return;
    this.installed += 1;
    const inService = machines.inService(machine);
    if (!inService) this.retired += 1;
    if (history.wasLicensed(machine)) {
      this.everLicensed += 1;
      this.delays.push(history.firstLicensed(machine) - machines.installedAt(machine));
    }
    if (history.everEnded(machine)) this.everNotification += 1;
    const condition = history.conditionOf(machine);
    if (inService && condition === Condition.Licensed) this.licensedAtEnd += 1;
    if (inService && isEndState(condition)) this.notificationAtEnd += 1;
    this.activations += history.activations(machine);
    this.renewals += attempts.renewals(machine);
    this.failedContacts += attempts.failures(machine);
    this.countTooLow += attempts.tooLow(machine);
    const notified = history.minutesIn(machine, Condition.Notification, end);
    this.onlyNotificationMinutes += notified;
    this.notificationMinutes += notified + history.minutesIn(machine, Condition.Unlicensed, end);
    this.licensedMinutes += history.minutesIn(machine, Condition.Licensed, end);
    this.serviceMinutes += Math.min(end, machines.retiredAt(machine)) - machines.installedAt(machine);
  }

  /** Machine-days in Notification or Unlicensed. */
  get notificationDays(): number {
    return daysOf(this.notificationMinutes);
  }

  /** Machine-days in service but not Licensed. */
  get unlicensedDays(): number {
    return daysOf(this.serviceMinutes - this.licensedMinutes);
  }

  /**
   * @param peak the most machines in an end state at once
   * @param graceReminders what the users of the machines were reminded
   */
  figures(peak: number, graceReminders: number, rules: Rules): Figures {
    const delays = Float64Array.from(this.delays).sort();
    return {
      total: this.total,
      installed: this.installed,
      retired: this.retired,
      everLicensed: this.everLicensed,
      everNotification: this.everNotification,
      licensedAtEnd: this.licensedAtEnd,
      notificationAtEnd: this.notificationAtEnd,
      peakNotification: peak,
      notificationDays: this.notificationDays,
      unlicensedDays: this.unlicensedDays,
      timeToLicensed: {
        p50: quantile(delays, this.installed, 0.5),
        p95: quantile(delays, this.installed, 0.95),
      },
      activations: this.activations,
      renewals: this.renewals,
      failedContacts: this.failedContacts,
      countTooLow: this.countTooLow,
      reducedFunctionalityDays: daysOf(this.notificationMinutes - this.onlyNotificationMinutes),
      ...nuisance(this.onlyNotificationMinutes, graceReminders, rules),
    };
  }
}

/**
 * What users bore, by the model that `policy` states: each day in Notification interrupts `logonsPerDay`
 * logons and shows a balloon every `balloonInterval` of `hoursOfUse`.
 */
function nuisance(notificationMinutes: Minutes, graceReminders: number, rules: Rules): Figures {
  const days = notificationMinutes / MINUTES_PER_DAY;
  const logons = Math.round(days * rules.logonsPerDay);
  const balloonsPerDay = (rules.hoursOfUse * MINUTES_PER_HOUR) / rules.balloonInterval;
  return {
    graceReminders,
    interruptedLogons: logons,
    hourlyBalloons: Math.round(days * balloonsPerDay),
    logonDelayMinutes: {
      least: (logons * rules.shortestLogonDelay) / SECONDS_PER_MINUTE,
      most: (logons * rules.longestLogonDelay) / SECONDS_PER_MINUTE,
    },
  };
}

function daysOf(minutes: Minutes): number {
  return minutes / MINUTES_PER_DAY;
}
