import { type Minute, NEVER } from '../../engine/time.ts';
import type { GenuineStatus } from '../../model/administration/genuine.ts';
import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { Group } from '../../model/estate/machines.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { TIME } from './column-words.ts';
import { type Column, type RowCell, type Table, type TableDefinition, TableWriter } from './tables.ts';
import { NameCells, TimeCells } from './written-cells.ts';

/** A machine at the end of a run. */
interface MachineAtEnd {
  readonly times: TimeCells;
  readonly names: NameCells;
  readonly simulation: Simulation;
  readonly machine: MachineId;
  readonly group: Group;
  /** Whether it is installed and not retired. */
  readonly inService: boolean;
  /** Since when it is in its condition, until when it is licensed, and since when it was for the first time. */
  readonly since: Minute;
  readonly until: Minute;
  readonly firstLicensed: Minute;
}

/** The names of the Genuine statuses, by number. */
const GENUINE_NAMES: Readonly<Record<GenuineStatus, string>> = {
  0: 'LocalGenuine',
  1: 'Genuine',
  2: 'NonGenuine',
};

/** `machines.csv`. */
export const MACHINES_TABLE: TableDefinition<MachineAtEnd> = {
  row: 'a machine at the end',
  columns: {
    machine: {
      meaning: 'name',
      cell: ({ names, machine, group }) => names.of(machine, group),
    },
    group: { meaning: 'its group', cell: ({ group }) => group.name },
    network: {
      meaning: 'its network at the end',
      cell: ({ simulation, group }) => simulation.estate.networks.table.names[group.network],
    },
    os: { meaning: 'its system at the end', cell: ({ group }) => group.os },
    virtual: { meaning: 'yes or no', cell: ({ group }) => (group.virtual ? 'yes' : 'no') },
    method: { meaning: 'how it is activated', cell: ({ group }) => group.method.type },
    condition: {
      meaning: 'license condition at the end; empty before installation and after retirement',
      cell: ({ simulation, machine, inService }) =>
        inService ? CONDITION_NAMES[simulation.estate.history.conditionOf(machine)] : '',
    },
    condition_since_minute: {
      meaning: 'since when it is in that condition',
      cell: ({ since, inService }) => (inService ? since : ''),
    },
    licensed_until_minute: {
      meaning: 'when its license ends; empty when it is not licensed for a limited time',
      cell: ({ until, inService }) => (inService ? minuteCell(until) : ''),
    },
    installed_minute: {
      meaning: 'first installation',
      cell: ({ simulation, machine }) => minuteCell(simulation.estate.machines.installedAt(machine)),
    },
    first_licensed_minute: {
      meaning: 'first passage into Licensed; empty if never',
      cell: ({ firstLicensed }) => minuteCell(firstLicensed),
    },
    activations: {
      meaning: 'passages into Licensed',
      cell: ({ simulation, machine }) => simulation.estate.history.activations(machine),
    },
    renewals: {
      meaning: 'successful contacts while Licensed',
      cell: ({ simulation, machine }) => simulation.estate.attempts.renewals(machine),
    },
    failed_attempts: {
      meaning: 'contacts that found no host or were refused',
      cell: ({ simulation, machine }) => simulation.estate.attempts.failures(machine),
    },
    licensed_minutes: minutesIn(Condition.Licensed),
    oob_grace_minutes: minutesIn(Condition.OOBGrace),
    oot_grace_minutes: minutesIn(Condition.OOTGrace),
    non_genuine_grace_minutes: minutesIn(Condition.NonGenuineGrace),
    notification_minutes: minutesIn(Condition.Notification),
    unlicensed_minutes: minutesIn(Condition.Unlicensed),
    count_too_low: {
      meaning: 'contacts that were answered with a count below its threshold',
      cell: ({ simulation, machine }) => simulation.estate.attempts.tooLow(machine),
    },
    retired_minute: {
      meaning: 'when it left the estate; empty if it did not',
      cell: ({ simulation, machine }) => minuteCell(simulation.estate.machines.retiredAt(machine)),
    },
    genuine: {
      meaning:
        'LocalGenuine, Genuine or NonGenuine at the end; empty for a system that is not validated online, before installation and after retirement',
      cell: ({ simulation, machine, group, inService }) =>
        inService && group.system.client?.validatedOnline === true
          ? GENUINE_NAMES[simulation.estate.validation.statusOf(machine)]
          : '',
    },
    licensed_until: {
      meaning: `licensed_until_minute as ${TIME}`,
      cell: ({ until, times, inService }) => (inService ? timeCell(until, times) : ''),
    },
    first_licensed: {
      meaning: `first_licensed_minute as ${TIME}`,
      cell: ({ firstLicensed, times }) => timeCell(firstLicensed, times),
    },
    condition_since: {
      meaning: `condition_since_minute as ${TIME}`,
      cell: ({ since, times, inService }) => (inService ? timeCell(since, times) : ''),
    },
  },
};

/** Writes `machines.csv`, some rows at a time. */
export class MachinesWriter {
  private readonly simulation: Simulation;
  private readonly writer: TableWriter<MachineAtEnd>;
  private readonly times: TimeCells;
  private readonly names: NameCells;

  /** @param simulation one that is over */
  constructor(simulation: Simulation, timestamps: Timestamps, table: Table) {
    this.simulation = simulation;
    this.writer = new TableWriter(MACHINES_TABLE, table);
    this.times = new TimeCells(timestamps);
    this.names = new NameCells(simulation.estate.machines);
  }

  /** Writes the machines `from` to `to`, which is not written. */
  write(from: number, to: number): void {
    const { simulation, times, names } = this;
    const { machines, history, licenses } = simulation.estate;
    for (let id = from; id < to; id += 1) {
      const machine = id as MachineId;
      this.writer.write({
        times,
        names,
        simulation,
        machine,
        group: machines.groupOf(machine),
        inService: machines.inService(machine),
        since: history.since(machine),
        until: licenses.licensedUntil(machine),
        firstLicensed: history.firstLicensed(machine),
      });
    }
  }
}

function minutesIn(condition: Condition): Column<MachineAtEnd> {
  return {
    meaning: `minutes spent in ${CONDITION_NAMES[condition]} until the end of the run`,
    cell: ({ simulation, machine }) =>
      simulation.estate.history.minutesIn(machine, condition, simulation.estate.parameters.duration),
  };
}

function minuteCell(minute: Minute): number | '' {
  return minute === NEVER ? '' : minute;
}

function timeCell(minute: Minute, times: TimeCells): RowCell {
  return minute === NEVER ? '' : times.of(minute);
}
