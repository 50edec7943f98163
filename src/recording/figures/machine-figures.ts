import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minutes } from '../../engine/time.ts';
import { GenuineStatus } from '../../model/administration/genuine.ts';
import type { Rules } from '../../model/definitions/rules.ts';
import type { Direction, FigureDefinition, FigureTable } from './figure-definition.ts';
import { LONGEST_FIRST_WAIT } from './first-waits.ts';
import { daysOf, type MachineTotals } from './machine-totals.ts';

/** Some machines at the end of a run. */
export class MachineSubject {
  readonly totals: MachineTotals;
  readonly rules: Rules;

  constructor(totals: MachineTotals, rules: Rules) {
    this.totals = totals;
    this.rules = rules;
  }

  /** The delay to the first license that a part of the installed machines does not exceed. */
  delay(part: number): Minutes | null {
    return this.totals.delays.quantile(this.totals.installed, part);
  }

  /** Logons that Notification interrupted, by the model that `policy` states. */
  get interruptedLogons(): number {
    return Math.round(daysOf(this.totals.notificationMinutes) * this.rules.logonsPerDay);
  }
}

const SECONDS_PER_MINUTE = 60;

/**
 * The figures `machines.*` and `groups.NAME.*`. What users bore is worked out by the model that `policy` states: each
 * day in Notification interrupts `logonsPerDay` logons and shows a balloon every `balloonInterval` of `hoursOfUse`.
 */
export const MACHINE_FIGURES: FigureTable<MachineSubject> = {
  total: sum('machines', 'neither', ({ total }) => total),
  installed: sum('machines that were installed', 'neither', ({ installed }) => installed),
  retired: sum('machines that left the estate', 'neither', ({ retired }) => retired),
  everLicensed: sum('machines that were ever Licensed', 'more', ({ everLicensed }) => everLicensed),
  everNotification: sum(
    'machines that were ever in Notification or Unlicensed',
    'less',
    ({ everNotification }) => everNotification,
  ),
  notificationBeyondWait: sum(
    `machines that were ever in Notification or Unlicensed, without those that only waited there: of a system without a grace, licensed at most ${LONGEST_FIRST_WAIT / MINUTES_PER_DAY} days after its installation`,
    'less',
    ({ notificationBeyondWait }) => notificationBeyondWait,
  ),
  licensedAtEnd: sum('machines Licensed at the end', 'more', ({ licensedAtEnd }) => licensedAtEnd),
  notificationAtEnd: sum(
    'machines in Notification or Unlicensed at the end',
    'less',
    ({ notificationAtEnd }) => notificationAtEnd,
  ),
  peakNotification: sum(
    'most machines in Notification or Unlicensed at once',
    'less',
    ({ peakEnded }) => peakEnded,
  ),
  notificationDays: sum(
    'machine-days in Notification or Unlicensed',
    'less',
    ({ notificationDays }) => notificationDays,
  ),
  unlicensedDays: sum(
    'machine-days in service but not Licensed, without those of unmanaged machines',
    'less',
    ({ unlicensedDays }) => unlicensedDays,
  ),
  'timeToLicensed.p50': {
    meaning: 'minutes from installation within which half of the installed machines were Licensed',
    better: 'less',
    value: (subject) => subject.delay(0.5),
  },
  'timeToLicensed.p95': {
    meaning: 'minutes from installation within which 95 % of the installed machines were Licensed',
    better: 'less',
    value: (subject) => subject.delay(0.95),
  },
  activations: sum('passages into Licensed', 'neither', ({ activations }) => activations),
  renewals: sum('successful contacts while Licensed', 'neither', ({ renewals }) => renewals),
  failedContacts: sum(
    'contacts that found no host or were refused',
    'less',
    ({ failedContacts }) => failedContacts,
  ),
  countTooLow: sum('contacts answered with too low a count', 'less', ({ countTooLow }) => countTooLow),
  reducedFunctionalityDays: sum('machine-days Unlicensed: in reduced functionality mode', 'less', (totals) =>
    daysOf(totals.unlicensedStateMinutes),
  ),
  graceReminders: sum('reminders that users saw in grace periods', 'less', (totals) => totals.graceReminders),
  interruptedLogons: {
    meaning: 'logons that Notification interrupted',
    better: 'less',
    value: (subject) => subject.interruptedLogons,
  },
  hourlyBalloons: {
    meaning: 'balloons that users saw in Notification',
    better: 'less',
    value: ({ totals, rules }) =>
      Math.round(
        (totals.notificationMinutes / MINUTES_PER_DAY) *
          ((rules.hoursOfUse * MINUTES_PER_HOUR) / rules.balloonInterval),
      ),
  },
  'logonDelayMinutes.least': {
    meaning: 'minutes that interrupted logons took longer, at the shortest delay',
    better: 'less',
    value: (subject) => (subject.interruptedLogons * subject.rules.shortestLogonDelay) / SECONDS_PER_MINUTE,
  },
  'logonDelayMinutes.most': {
    meaning: 'minutes that interrupted logons took longer, at the longest delay',
    better: 'less',
    value: (subject) => (subject.interruptedLogons * subject.rules.longestLogonDelay) / SECONDS_PER_MINUTE,
  },
  unmanaged: sum(
    'machines that are not activated by design: `method: none`',
    'neither',
    (totals) => totals.unmanaged,
  ),
  atRisk: sum(
    'machines Licensed at the end on a course to lapse: not renewed for over twice the renewal interval, or their host cannot renew them now',
    'less',
    ({ atRisk }) => atRisk,
  ),
  'genuine.localGenuine': sum(
    'machines in service at the end, of systems that are validated online, without a valid ticket',
    'neither',
    ({ genuine }) => genuine[GenuineStatus.LocalGenuine],
  ),
  'genuine.genuine': sum(
    'of these, machines found Genuine',
    'neither',
    ({ genuine }) => genuine[GenuineStatus.Genuine],
  ),
  'genuine.nonGenuine': sum(
    'of these, machines found Non-Genuine',
    'less',
    ({ genuine }) => genuine[GenuineStatus.NonGenuine],
  ),
};

function sum(
  meaning: string,
  better: Direction,
  of: (totals: MachineTotals) => number,
): FigureDefinition<MachineSubject> {
  return { meaning, better, value: ({ totals }) => of(totals) };
}
