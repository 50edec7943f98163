import type { Condition } from '../../model/definitions/conditions.ts';
import type { HostId, MachineId } from '../../model/definitions/ids.ts';
import type {
  ContactOutcome,
  CountEvent,
  EstateEvent,
  HostEvent,
  MachineEvent,
  OfficeHappening,
} from '../../model/definitions/observer.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { EVENTS_TABLE, type RecordedEvent } from './events-table.ts';
import { type Table, TableWriter } from './tables.ts';

/** Writes `events.csv`. */
export class EventsRecorder {
  private readonly simulation: Simulation;
  private readonly writer: TableWriter<RecordedEvent>;
  private readonly timestamps: Timestamps;

  constructor(simulation: Simulation, table: Table, timestamps: Timestamps) {
    this.simulation = simulation;
    this.writer = new TableWriter(EVENTS_TABLE, table);
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
    const { now } = this.simulation;
    const { machines, history, hosts, networks } = this.simulation.estate;
    const group = machines.groupOf(machine);
    this.writer.write({
      timestamps: this.timestamps,
      minute: now,
      event,
      subject: machines.nameOf(machine),
      group: group.name,
      network: networks.table.names[group.network],
      host: host < 0 ? undefined : hosts.all[host].name,
      count,
      condition: history.conditionOf(machine),
      previous,
      code,
      detail,
    });
  }

  /** A change of an Office installation, or a contact of it. */
  office({ event, machine, host, count, condition, previous, code, detail }: OfficeHappening): void {
    const { machines, hosts, networks } = this.simulation.estate;
    const group = machines.groupOf(machine);
    this.writer.write({
      timestamps: this.timestamps,
      minute: this.simulation.now,
      event,
      subject: machines.nameOf(machine),
      group: group.name,
      network: networks.table.names[group.network],
      host: host < 0 ? undefined : hosts.all[host].name,
      ...{ count, condition, previous, code, detail },
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
    const { timestamps } = this;
    const minute = this.simulation.now;
    const { subject, network, condition } = this.hostNow(hostId);
    this.writer.write({ timestamps, minute, event, subject, network, condition, previous, code, detail });
  }

  /** A host's count passed a threshold of its clients. */
  count(event: CountEvent, hostId: HostId, threshold: number, count: number): void {
    const { timestamps } = this;
    const minute = this.simulation.now;
    const { subject, network, condition } = this.hostNow(hostId);
    const detail = String(threshold);
    this.writer.write({ timestamps, minute, event, subject, network, count, condition, detail });
  }

  private hostNow(hostId: HostId): { subject: string; network: string; condition: Condition } {
    const { hosts, networks } = this.simulation.estate;
    const { name, network, condition } = hosts.all[hostId];
    return { subject: name, network: networks.table.names[network], condition };
  }

  /** A change of anything else. */
  estate(event: EstateEvent, subject: string, detail: string): void {
    this.writer.write({ timestamps: this.timestamps, minute: this.simulation.now, event, subject, detail });
  }
}
