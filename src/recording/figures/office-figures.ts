import { MINUTES_PER_DAY } from '../../engine/time.ts';
import { Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { NONE } from '../../model/definitions/ids.ts';
import type { OfficeHost } from '../../model/office/office-hosts.ts';
import type { FigureTable } from './figure-definition.ts';

/** Sums over the installations of Office that were ever made. */
export interface OfficeTotals {
  total: number;
  everLicensed: number;
  everNotification: number;
  licensedAtEnd: number;
  notificationMinutes: number;
  activations: number;
  renewals: number;
  countTooLow: number;
  failedAttempts: number;
}

/** Adds up what became of Office on all machines that have it. */
export function officeTotals({ officeLicenses, officeClients, machines, parameters }: Estate): OfficeTotals {
  const sums: OfficeTotals = {
    ...{ total: 0, everLicensed: 0, everNotification: 0, licensedAtEnd: 0, notificationMinutes: 0 },
    ...{ activations: 0, renewals: 0, countTooLow: 0, failedAttempts: 0 },
  };
  for (const machine of officeLicenses.installations.all()) {
    if (!machines.wasInstalled(machine)) continue;
    const minutes = officeLicenses.minutesIn(machine, Condition.Notification, parameters.duration);
    const condition = officeLicenses.isInstalled(machine) ? officeLicenses.conditionOf(machine) : NONE;
    const { renewals, tooLow, failures } = officeClients.attempts(machine);
    sums.total += 1;
    sums.everLicensed += officeLicenses.activations(machine) > 0 ? 1 : 0;
    sums.everNotification += minutes > 0 || condition === Condition.Notification ? 1 : 0;
    sums.licensedAtEnd += condition === Condition.Licensed ? 1 : 0;
    sums.notificationMinutes += minutes;
    sums.activations += officeLicenses.activations(machine);
    sums.renewals += renewals;
    sums.countTooLow += tooLow;
    sums.failedAttempts += failures;
  }
  return sums;
}

/** The figures `office.*`, of a scenario with Office. */
export const OFFICE_FIGURES: FigureTable<OfficeTotals> = {
  total: {
    meaning: 'machines on which Office was installed',
    better: 'neither',
    value: ({ total }) => total,
  },
  everLicensed: {
    meaning: 'of these, those whose Office was ever Licensed',
    better: 'more',
    value: ({ everLicensed }) => everLicensed,
  },
  everNotification: {
    meaning: 'of these, those whose Office was ever in Notification',
    better: 'less',
    value: ({ everNotification }) => everNotification,
  },
  licensedAtEnd: {
    meaning: 'of these, those whose Office is Licensed at the end',
    better: 'more',
    value: ({ licensedAtEnd }) => licensedAtEnd,
  },
  notificationDays: {
    meaning: 'days of Office in Notification, summed over the machines',
    better: 'less',
    value: ({ notificationMinutes }) => notificationMinutes / MINUTES_PER_DAY,
  },
  activations: {
    meaning: 'passages of Office into Licensed',
    better: 'neither',
    value: ({ activations }) => activations,
  },
  renewals: {
    meaning: 'successful contacts of Office while Licensed',
    better: 'neither',
    value: ({ renewals }) => renewals,
  },
  countTooLow: {
    meaning: 'contacts of Office that were answered with a count below its threshold',
    better: 'less',
    value: ({ countTooLow }) => countTooLow,
  },
  failedAttempts: {
    meaning: 'contacts of Office that found no host or were refused',
    better: 'less',
    value: ({ failedAttempts }) => failedAttempts,
  },
};

/** The figures `hosts.NAME.office.*`, of a scenario with Office. */
export const OFFICE_HOST_FIGURES: FigureTable<OfficeHost> = {
  requests: {
    meaning: 'requests of Office that reached the host',
    better: 'neither',
    value: ({ requests }) => requests,
  },
  activations: {
    meaning: 'of these, Office that passed into Licensed',
    better: 'neither',
    value: ({ activations }) => activations,
  },
  renewals: {
    meaning: 'of these, Office that renewed',
    better: 'neither',
    value: ({ renewals }) => renewals,
  },
  refusals: {
    meaning: 'of these, requests that it refused',
    better: 'less',
    value: ({ refusals }) => refusals,
  },
  maxCount: {
    meaning: 'largest count of Office that it answered with; its count of Windows is another',
    better: 'more',
    value: ({ maxCount }) => (maxCount === NONE ? null : maxCount),
  },
};
