import { NEVER } from '../../engine/time.ts';
import type { GenuineStatus } from '../../model/administration/genuine.ts';
import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { TIME } from './column-words.ts';
import { columnNumbers, MachineRow, type NumberColumn } from './machine-row.ts';
import { type Table, writeRow } from './tables.ts';

/** The names of the Genuine statuses, by number. */
const GENUINE_NAMES: Readonly<Record<GenuineStatus, string>> = {
  0: 'LocalGenuine',
  1: 'Genuine',
  2: 'NonGenuine',
};

/** The columns of `machines.csv` behind the machine's name. */
const COLUMNS = {
  group: { meaning: 'its group', shown: ({ name }) => name },
  network: {
    meaning: 'its network at the end',
    shown: ({ network }, { estate }) => estate.networks.table.names[network],
  },
  os: { meaning: 'its system at the end', shown: ({ os }) => os },
  virtual: { meaning: 'yes or no', shown: ({ virtual }) => (virtual ? 'yes' : 'no') },
  method: { meaning: 'how it is activated', shown: ({ method }) => method.type },
  condition: {
    meaning: 'license condition at the end; empty before installation and after retirement',
    shown: CONDITION_NAMES,
  },
  condition_since_minute: { meaning: 'since when it is in that condition', shown: 'whole' },
  licensed_until_minute: {
    meaning: 'when its license ends; empty when it is not licensed for a limited time',
    shown: 'whole',
  },
  installed_minute: { meaning: 'first installation', shown: 'whole' },
  first_licensed_minute: { meaning: 'first passage into Licensed; empty if never', shown: 'whole' },
  activations: { meaning: 'passages into Licensed', shown: 'whole' },
  renewals: { meaning: 'successful contacts while Licensed', shown: 'whole' },
  failed_attempts: { meaning: 'contacts that found no host or were refused', shown: 'whole' },
  licensed_minutes: minutesIn(Condition.Licensed),
  oob_grace_minutes: minutesIn(Condition.OOBGrace),
  oot_grace_minutes: minutesIn(Condition.OOTGrace),
  non_genuine_grace_minutes: minutesIn(Condition.NonGenuineGrace),
  notification_minutes: minutesIn(Condition.Notification),
  unlicensed_minutes: minutesIn(Condition.Unlicensed),
  count_too_low: {
    meaning: 'contacts that were answered with a count below its threshold',
    shown: 'whole',
  },
  retired_minute: { meaning: 'when it left the estate; empty if it did not', shown: 'whole' },
  genuine: {
    meaning:
      'LocalGenuine, Genuine or NonGenuine at the end; empty for a system that is not validated online, before installation and after retirement',
    shown: Object.values(GENUINE_NAMES),
  },
  licensed_until: { meaning: `licensed_until_minute as ${TIME}`, shown: 'time' },
  first_licensed: { meaning: `first_licensed_minute as ${TIME}`, shown: 'time' },
  condition_since: { meaning: `condition_since_minute as ${TIME}`, shown: 'time' },
} as const satisfies Readonly<Record<string, NumberColumn>>;

/** `machines.csv`. */
export const MACHINES_TABLE = {
  row: 'a machine at the end',
  columns: { machine: { meaning: 'name' }, ...COLUMNS },
};

/** Where the numbers of a row are. */
const AT = columnNumbers(COLUMNS);

/** Writes `machines.csv`, some rows at a time. */
export class MachinesWriter {
  private readonly simulation: Simulation;
  private readonly table: Table;
  private readonly row: MachineRow;

  /** @param simulation one that is over */
  constructor(simulation: Simulation, timestamps: Timestamps, table: Table) {
    this.simulation = simulation;
    this.table = table;
    this.row = new MachineRow(Object.values(COLUMNS), simulation, timestamps);
  }

  /** Writes the machines `from` to `to`, which is not written. */
  write(from: number, to: number): void {
    const { table, row } = this;
    for (let machine = from; machine < to; machine += 1) {
      this.read(machine as MachineId);
      writeRow(table, row);
    }
  }

  /** Reads the numbers of a machine into the row. Measured: a function for each column takes a fifth longer. */
  private read(machine: MachineId): void {
    const { machines, history, licenses, attempts, validation, parameters } = this.simulation.estate;
    const { duration } = parameters;
    const { numbers } = this.row;
    const group = machines.groupOf(machine);
    const inService = machines.inService(machine);
    const since = inService ? history.since(machine) : NEVER;
    const until = inService ? licenses.licensedUntil(machine) : NEVER;
    const first = history.firstLicensed(machine);
    const isValidated = inService && group.system.client?.validatedOnline === true;
    this.row.begin(machine, group);
    numbers[AT.condition] = inService ? history.conditionOf(machine) : NEVER;
    numbers[AT.condition_since_minute] = since;
    numbers[AT.licensed_until_minute] = until;
    numbers[AT.installed_minute] = machines.installedAt(machine);
    numbers[AT.first_licensed_minute] = first;
    numbers[AT.activations] = history.activations(machine);
    numbers[AT.renewals] = attempts.renewals(machine);
    numbers[AT.failed_attempts] = attempts.failures(machine);
    numbers[AT.licensed_minutes] = history.minutesIn(machine, Condition.Licensed, duration);
    numbers[AT.oob_grace_minutes] = history.minutesIn(machine, Condition.OOBGrace, duration);
    numbers[AT.oot_grace_minutes] = history.minutesIn(machine, Condition.OOTGrace, duration);
    numbers[AT.non_genuine_grace_minutes] = history.minutesIn(machine, Condition.NonGenuineGrace, duration);
    numbers[AT.notification_minutes] = history.minutesIn(machine, Condition.Notification, duration);
    numbers[AT.unlicensed_minutes] = history.minutesIn(machine, Condition.Unlicensed, duration);
    numbers[AT.count_too_low] = attempts.tooLow(machine);
    numbers[AT.retired_minute] = machines.retiredAt(machine);
    numbers[AT.genuine] = isValidated ? validation.statusOf(machine) : NEVER;
    numbers[AT.licensed_until] = until;
    numbers[AT.first_licensed] = first;
    numbers[AT.condition_since] = since;
  }
}

function minutesIn(condition: Condition): NumberColumn {
  return {
    meaning: `minutes spent in ${CONDITION_NAMES[condition]} until the end of the run`,
    shown: 'whole',
  };
}
