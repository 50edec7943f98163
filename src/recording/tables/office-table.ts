import { type Minute, NEVER } from '../../engine/time.ts';
import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { Group } from '../../model/estate/groups.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { TIME } from './column-words.ts';
import { type Column, type Table, type TableDefinition, TableWriter } from './tables.ts';
import { NameCells, TimeCells } from './written-cells.ts';

/** Office on a machine at the end of a run. */
interface OfficeAtEnd {
  readonly times: TimeCells;
  readonly names: NameCells;
  readonly simulation: Simulation;
  readonly machine: MachineId;
  readonly group: Group;
  /** Whether it is installed and its machine not retired. */
  readonly installed: boolean;
}

/** Whether any machine of an estate has Office: without, there is no `office.csv` and no figure of it. */
export function hasOffice({ groups }: Pick<EstateParameters, 'groups'>): boolean {
  return [...groups.values()].some(({ office }) => office !== null);
}

/** `office.csv`, of a scenario with Office. */
export const OFFICE_TABLE: TableDefinition<OfficeAtEnd> = {
  row: 'Office on a machine at the end, in a scenario that has it',
  columns: {
    machine: {
      meaning: 'name',
      cell: ({ names, machine, group }) => names.of(machine, group),
    },
    group: { meaning: 'its group', cell: ({ group }) => group.name },
    office: { meaning: 'version', cell: ({ group }) => group.parameters.office ?? '' },
    condition: {
      meaning: 'license condition at the end; empty before installation and after retirement',
      cell: ({ simulation, machine, installed }) =>
        installed ? CONDITION_NAMES[simulation.estate.officeLicenses.conditionOf(machine)] : '',
    },
    condition_since_minute: {
      meaning: 'since when it is in that condition',
      cell: ({ simulation, machine, installed }) =>
        installed ? simulation.estate.officeLicenses.sinceOf(machine) : '',
    },
    licensed_until_minute: {
      meaning: 'when its license ends; empty when it is not licensed',
      cell: ({ simulation, machine, installed }) =>
        installed ? minuteCell(simulation.estate.officeLicenses.licensedUntil(machine)) : '',
    },
    first_licensed_minute: {
      meaning: 'first passage into Licensed; empty if never',
      cell: ({ simulation, machine }) => minuteCell(simulation.estate.officeLicenses.firstLicensed(machine)),
    },
    activations: {
      meaning: 'passages into Licensed',
      cell: ({ simulation, machine }) => simulation.estate.officeLicenses.activations(machine),
    },
    renewals: {
      meaning: 'successful contacts while Licensed',
      cell: ({ simulation, machine }) => simulation.estate.officeClients.attempts(machine).renewals,
    },
    failed_attempts: {
      meaning: 'contacts that found no host or were refused',
      cell: ({ simulation, machine }) => simulation.estate.officeClients.attempts(machine).failures,
    },
    count_too_low: {
      meaning: 'contacts that were answered with a count below its threshold',
      cell: ({ simulation, machine }) => simulation.estate.officeClients.attempts(machine).tooLow,
    },
    licensed_minutes: minutesIn(Condition.Licensed),
    oob_grace_minutes: minutesIn(Condition.OOBGrace),
    oot_grace_minutes: minutesIn(Condition.OOTGrace),
    notification_minutes: minutesIn(Condition.Notification),
    first_licensed: {
      meaning: `first_licensed_minute as ${TIME}`,
      cell: ({ simulation, times, machine }) => {
        const minute = simulation.estate.officeLicenses.firstLicensed(machine);
        return minute === NEVER ? '' : times.of(minute);
      },
    },
  },
};

/** Writes `office.csv`. */
export function writeOffice(simulation: Simulation, timestamps: Timestamps, table: Table): void {
  const writer = new TableWriter(OFFICE_TABLE, table);
  const { machines, officeLicenses } = simulation.estate;
  const times = new TimeCells(timestamps);
  const names = new NameCells(machines);
  for (const machine of officeLicenses.installations.all()) {
    const group = machines.groupOf(machine);
    const installed = officeLicenses.isInstalled(machine);
    writer.write({ times, names, simulation, machine, group, installed });
  }
}

function minutesIn(condition: Condition): Column<OfficeAtEnd> {
  return {
    meaning: `minutes spent in ${CONDITION_NAMES[condition]} until the end of the run`,
    cell: ({ simulation, machine }) =>
      simulation.estate.officeLicenses.minutesIn(machine, condition, simulation.estate.parameters.duration),
  };
}

function minuteCell(minute: Minute): number | '' {
  return minute === NEVER ? '' : minute;
}
