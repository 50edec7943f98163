import type { Minute } from '../../engine/time.ts';
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
import { type Table, TableWriter, type WrittenCell } from './tables.ts';
import { NameCells, TimeCells } from './written-cells.ts';

/** Writes `events.csv`. */
export class EventsRecorder {
  private readonly simulation: Simulation;
  private readonly writer: TableWriter<RecordedEvent>;
  private readonly times: TimeCells;
  private readonly names: NameCells;
  /** The minute of the last event, as it is written: one cell for all events of the same minute. */
  private minute = -1;
  private written: WrittenCell | undefined;

  constructor(simulation: Simulation, table: Table, timestamps: Timestamps) {
    this.simulation = simulation;
    this.writer = new TableWriter(EVENTS_TABLE, table);
    this.times = new TimeCells(timestamps);
    this.names = new NameCells(simulation.estate.machines);
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
      minute: now,
      time: this.timeOf(now),
      event,
      subject: this.names.of(machine, group),
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
      minute: this.simulation.now,
      time: this.timeOf(this.simulation.now),
      event,
      subject: this.names.of(machine, group),
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
    const minute = this.simulation.now;
    const time = this.timeOf(minute);
    const { subject, network, condition } = this.hostNow(hostId);
    this.writer.write({ minute, time, event, subject, network, condition, previous, code, detail });
  }

  /** A host's count passed a threshold of its clients. */
  count(event: CountEvent, hostId: HostId, threshold: number, count: number): void {
    const minute = this.simulation.now;
    const time = this.timeOf(minute);
    const { subject, network, condition } = this.hostNow(hostId);
    const detail = String(threshold);
    this.writer.write({ minute, time, event, subject, network, count, condition, detail });
  }

  private hostNow(hostId: HostId): { subject: string; network: string; condition: Condition } {
    const { hosts, networks } = this.simulation.estate;
    const { name, network, condition } = hosts.all[hostId];
    return { subject: name, network: networks.table.names[network], condition };
  }

  /** A change of anything else. */
  estate(event: EstateEvent, subject: string, detail: string): void {
    const minute = this.simulation.now;
    this.writer.write({ minute, time: this.timeOf(minute), event, subject, detail });
  }

  private timeOf(minute: Minute): WrittenCell {
    if (this.written === undefined || minute !== this.minute) {
      this.minute = minute;
      this.written = this.times.of(minute);
    }
    return this.written;
  }
}
