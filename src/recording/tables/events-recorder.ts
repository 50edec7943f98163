import { formatCode } from '../../model/definitions/codes.ts';
import { CONDITION_NAMES, type Condition } from '../../model/definitions/conditions.ts';
import type { HostId, MachineId } from '../../model/definitions/ids.ts';
import type {
  ContactOutcome,
  EstateEvent,
  HostEvent,
  MachineEvent,
} from '../../model/definitions/observer.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Cell, Table } from './tables.ts';
import type { Timestamps } from './timestamps.ts';

/** The circumstances of an event; what does not apply is left out. */
interface Circumstances {
  readonly group?: string;
  readonly network?: string;
  readonly host?: HostId | -1;
  readonly count?: number;
  readonly condition?: Condition;
  readonly previous?: Condition | -1;
  readonly code?: number;
  readonly detail?: string;
}

/** Writes `events.csv`. */
export class EventsRecorder {
  private readonly simulation: Simulation;
  private readonly table: Table;
  private readonly timestamps: Timestamps;

  constructor(simulation: Simulation, table: Table, timestamps: Timestamps) {
    this.simulation = simulation;
    this.table = table;
    this.timestamps = timestamps;
  }

  /** A change of a machine, or a contact that changed nothing. */
  machine(
    event: MachineEvent | ContactOutcome,
    machine: MachineId,
    previous: Condition | -1,
    host: HostId | -1,
    count: number,
    code: number,
    detail: string,
  ): void {
    const { machines, history } = this.simulation;
    const group = machines.groupOf(machine);
    this.write(event, machines.nameOf(machine), {
      group: group.name,
      network: group.parameters.network,
      host,
      count,
      condition: history.conditionOf(machine),
      previous,
      code,
      detail,
    });
  }

  /** A change of a KMS host. */
  host(
    event: HostEvent | 'published' | 'publish-refused',
    hostId: HostId,
    previous: Condition | -1,
    code: number,
    detail: string,
  ): void {
    const { name, parameters, condition } = this.simulation.hosts.all[hostId];
    this.write(event, name, { network: parameters.network, condition, previous, code, detail });
  }

  /** A change of anything else. */
  estate(event: EstateEvent, subject: string, detail: string): void {
    this.write(event, subject, { detail });
  }

  private write(event: string, subject: string, circumstances: Circumstances): void {
    const { group = '', network = '', host = -1, count = -1, condition, previous } = circumstances;
    const { code, detail = '' } = circumstances;
    const { now, hosts } = this.simulation;
    const row: Cell[] = [
      now,
      this.timestamps.time(now),
      event,
      subject,
      group,
      network,
      host < 0 ? '' : hosts.all[host].name,
      count < 0 ? '' : count,
      conditionCell(condition),
      conditionCell(previous),
      code === undefined ? '' : formatCode(code),
      detail,
    ];
    this.table.write(row);
  }
}

function conditionCell(condition: Condition | -1 | undefined): string {
  return condition === undefined || condition === -1 ? '' : CONDITION_NAMES[condition];
}
