import { MINUTES_PER_DAY, type Minutes } from '../engine/time.ts';
import { Condition, isEndState } from '../model/conditions.ts';
import type { KeyId, MachineId } from '../model/ids.ts';
import { NONE } from '../model/ids.ts';
import type { Group } from '../model/machines.ts';
import type { World } from '../model/world.ts';
import { quantile } from './quantile.ts';

/** A figure, or figures by name. A figure that does not exist is `null`. */
export type Figures = { readonly [name: string]: number | null | Figures };

/** Sums over some machines. */
class MachineTotals {
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
  licensedMinutes = 0;
  serviceMinutes = 0;
  /** Minutes from installation to the first license, of the machines that were licensed. */
  readonly delays: Minutes[] = [];

  add(world: World, machine: MachineId): void {
    const { machines, ledger, attempts } = world;
    const end = world.parameters.duration;
    this.total += 1;
    if (!machines.wasInstalled(machine)) return;
    this.installed += 1;
    const inService = machines.inService(machine);
    if (!inService) this.retired += 1;
    if (ledger.wasLicensed(machine)) {
      this.everLicensed += 1;
      this.delays.push(ledger.firstLicensed(machine) - machines.installedAt(machine));
    }
    if (ledger.everEnded(machine)) this.everNotification += 1;
    const condition = ledger.conditionOf(machine);
    if (inService && condition === Condition.Licensed) this.licensedAtEnd += 1;
    if (inService && isEndState(condition)) this.notificationAtEnd += 1;
    this.activations += ledger.activations(machine);
    this.renewals += attempts.renewals(machine);
    this.failedContacts += attempts.failures(machine);
    this.countTooLow += attempts.tooLow(machine);
    this.notificationMinutes +=
      ledger.minutesIn(machine, Condition.Notification, end) +
      ledger.minutesIn(machine, Condition.Unlicensed, end);
    this.licensedMinutes += ledger.minutesIn(machine, Condition.Licensed, end);
    this.serviceMinutes += Math.min(end, machines.retiredAt(machine)) - machines.installedAt(machine);
  }

  /** @param peak the most machines in an end state at once */
  figures(peak: number): Figures {
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
      notificationDays: daysOf(this.notificationMinutes),
      unlicensedDays: daysOf(this.serviceMinutes - this.licensedMinutes),
      timeToLicensed: {
        p50: quantile(delays, this.installed, 0.5),
        p95: quantile(delays, this.installed, 0.95),
      },
      activations: this.activations,
      renewals: this.renewals,
      failedContacts: this.failedContacts,
      countTooLow: this.countTooLow,
    };
  }
}

/**
 * The figures of a run that is over: the content of `summary.json`.
 *
 * @param lowestCounts the lowest count of each host, in their order; `null` for one that was never asked
 */
export function summarize(world: World, lowestCounts: readonly (number | null)[]): Figures {
  const estate = new MachineTotals();
  const groups: [string, Figures][] = [];
  for (const group of world.machines.groups) {
    groups.push([group.name, figuresOfGroup(world, group)]);
    addMachines(estate, world, group);
  }
  return {
    machines: estate.figures(world.ledger.peakEnded()),
    groups: Object.fromEntries(groups),
    hosts: Object.fromEntries(
      world.hosts.all.map((host) => [
        host.name,
        {
          requests: host.requests,
          activations: host.activations,
          renewals: host.renewals,
          refusals: host.refusals,
          minCount: lowestCounts[host.id],
          maxCount: host.maxCount === NONE ? null : host.maxCount,
        },
      ]),
    ),
    keys: Object.fromEntries(
      world.keys.table.names.map((name, id) => [
        name,
        { used: world.keys.used(id as KeyId), remaining: world.keys.remaining(id as KeyId) },
      ]),
    ),
    microsoft: { messages: world.microsoft.messages },
    telephone: { minutes: world.telephone.minutes },
  };
}

function figuresOfGroup(world: World, group: Group): Figures {
  const totals = new MachineTotals();
  addMachines(totals, world, group);
  return totals.figures(world.ledger.peakEnded(group));
}

function addMachines(totals: MachineTotals, world: World, group: Group): void {
  for (let index = 0; index < group.count; index += 1) totals.add(world, (group.first + index) as MachineId);
}

const DAY_DECIMALS = 4;

function daysOf(minutes: Minutes): number {
  return Number((minutes / MINUTES_PER_DAY).toFixed(DAY_DECIMALS));
}
