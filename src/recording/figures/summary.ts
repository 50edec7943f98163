import type { MachineId } from '../../model/definitions/ids.ts';
import type { Group } from '../../model/estate/machines.ts';
import type { Simulation } from '../../model/simulation.ts';
import { costOf, hostFigures, keyFigures, totalsOf } from './estate-totals.ts';
import type { Figures } from './figures.ts';
import { MachineTotals } from './machine-totals.ts';

/**
 * The figures of a run that is over: the content of `summary.json`.
 *
 * @param lowestCounts the lowest count of each host, in their order; `null` for one that was never asked
 */
export function summarize(simulation: Simulation, lowestCounts: readonly (number | null)[]): Figures {
  const estate = new MachineTotals();
  const groups: [string, Figures][] = [];
  const { rules, duration } = simulation.estate.parameters;
  let reminders = 0;
  for (const group of simulation.estate.machines.groups) {
    const totals = new MachineTotals();
    const remindersOfGroup = simulation.estate.history.reminders(group, duration);
    addMachines(totals, simulation, group);
    groups.push([
      group.name,
      totals.figures(simulation.estate.history.peakInEndState(group), remindersOfGroup, rules),
    ]);
    addMachines(estate, simulation, group);
    reminders += remindersOfGroup;
  }
  const totals = totalsOf(simulation);
  const { prices } = simulation.estate.parameters;
  return {
    machines: estate.figures(simulation.estate.history.peakInEndState(), reminders, rules),
    groups: Object.fromEntries(groups),
    hosts: hostFigures(simulation, lowestCounts),
    keys: keyFigures(simulation),
    totals: { ...totals },
    microsoft: {
      messages: simulation.estate.microsoft.messages,
      computersBehindHosts: computersBehindHosts(simulation),
    },
    telephone: { minutes: simulation.estate.telephone.minutes },
    ...(prices === null ? {} : { cost: costOf(prices, totals, estate) }),
  };
}

function addMachines(totals: MachineTotals, simulation: Simulation, group: Group): void {
  for (let index = 0; index < group.count; index += 1)
    totals.add(simulation, (group.first + index) as MachineId);
}

/** Computers that were licensed and sent Microsoft nothing: a KMS host stood between. */
function computersBehindHosts({ estate: { machines, history, makActivation } }: Simulation): number {
  let count = 0;
  for (let machine = 0 as MachineId; machine < machines.count; machine++) {
    if (history.wasLicensed(machine) && !makActivation.wasActivated(machine)) count += 1;
  }
  return count;
}
