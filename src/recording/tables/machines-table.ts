import { type Minute, NEVER } from '../../engine/time.ts';
import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Table } from './tables.ts';

/** Conditions in the order of the minutes columns of `machines.csv`. */
const TIMED_CONDITIONS: readonly Condition[] = [
  Condition.Licensed,
  Condition.OOBGrace,
  Condition.OOTGrace,
  Condition.NonGenuineGrace,
  Condition.Notification,
  Condition.Unlicensed,
];

/** Writes some rows of `machines.csv`: the machines `from` to `to`, which is not written. */
export function writeMachines(simulation: Simulation, table: Table, from: number, to: number): void {
  for (let machine = from; machine < to; machine += 1) writeMachine(simulation, table, machine as MachineId);
}

function writeMachine(simulation: Simulation, table: Table, machine: MachineId): void {
  const { machines, history, licenses, attempts, parameters } = simulation;
  const group = machines.groupOf(machine);
  const inService = machines.inService(machine);
  table.write([
    machines.nameOf(machine),
    group.name,
    group.parameters.network,
    group.parameters.os,
    group.virtual ? 'yes' : 'no',
    group.method.type,
    inService ? CONDITION_NAMES[history.conditionOf(machine)] : '',
    inService ? history.since(machine) : '',
    inService ? minuteCell(licenses.licensedUntil(machine)) : '',
    minuteCell(machines.installedAt(machine)),
    minuteCell(history.firstLicensed(machine)),
    history.activations(machine),
    attempts.renewals(machine),
    attempts.failures(machine),
    ...TIMED_CONDITIONS.map((condition) => history.minutesIn(machine, condition, parameters.duration)),
    attempts.tooLow(machine),
    minuteCell(machines.retiredAt(machine)),
  ]);
}

function minuteCell(minute: Minute): number | '' {
  return minute === NEVER ? '' : minute;
}
