import type { MachineId } from '../model/ids.ts';
import type { Group } from '../model/machines.ts';
import type { World } from '../model/world.ts';
import { costOf, hostFigures, keyFigures, totalsOf } from './estate-totals.ts';
import type { Figures } from './figures.ts';
import { MachineTotals } from './machine-totals.ts';

/**
 * The figures of a run that is over: the content of `summary.json`.
 *
 * @param lowestCounts the lowest count of each host, in their order; `null` for one that was never asked
 */
export function summarize(world: World, lowestCounts: readonly (number | null)[]): Figures {
  const estate = new MachineTotals();
  const groups: [string, Figures][] = [];
  const { rules, duration } = world.parameters;
  let reminders = 0;
  for (const group of world.machines.groups) {
    const totals = new MachineTotals();
    const remindersOfGroup = world.ledger.reminders(group, duration);
    addMachines(totals, world, group);
    groups.push([group.name, totals.figures(world.ledger.peakEnded(group), remindersOfGroup, rules)]);
    addMachines(estate, world, group);
    reminders += remindersOfGroup;
  }
  const totals = totalsOf(world);
  const { prices } = world.parameters;
  return {
    machines: estate.figures(world.ledger.peakEnded(), reminders, rules),
    groups: Object.fromEntries(groups),
    hosts: hostFigures(world, lowestCounts),
    keys: keyFigures(world),
    totals: { ...totals },
    microsoft: {
      messages: world.microsoft.messages,
      computersBehindHosts: computersBehindHosts(world),
    },
    telephone: { minutes: world.telephone.minutes },
    ...(prices === null ? {} : { cost: costOf(prices, totals, estate) }),
  };
}

function addMachines(totals: MachineTotals, world: World, group: Group): void {
  for (let index = 0; index < group.count; index += 1) totals.add(world, (group.first + index) as MachineId);
}

/** Computers that were licensed and sent Microsoft nothing: a KMS host stood between. */
function computersBehindHosts({ machines, ledger, makActivation }: World): number {
  let count = 0;
  for (let machine = 0 as MachineId; machine < machines.count; machine++) {
    if (ledger.wasLicensed(machine) && !makActivation.wasActivated(machine)) count += 1;
  }
  return count;
}
