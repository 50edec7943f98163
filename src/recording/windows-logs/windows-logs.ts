import { MINUTES_PER_DAY, MINUTES_PER_HOUR, NEVER } from '../../engine/time.ts';
import { Code } from '../../model/definitions/codes.ts';
import type { HostId, MachineId } from '../../model/definitions/ids.ts';
import { keyGroupIndex } from '../../model/definitions/system-lookups.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { FileNames } from '../folder/file-names.ts';
import { type Table, type TableDefinition, TableWriter } from '../tables/tables.ts';
import { COMPUTER_COLUMNS, COMPUTER_LIST, listComputers } from './computer-list.ts';
import { Identifiers } from './identifiers.ts';
import {
  LogEvent,
  type LoggedRequest,
  type LoggedTime,
  publishFailed,
  requestProcessed,
  requestSent,
  responseProcessed,
} from './log-entries.ts';

const SOURCE = 'Microsoft-Windows-Security-Licensing-SLC';

/** The code in event 12290 of a host too old for a client ("Error 0xC004F015 when you activate Windows 10"). */
const LICENSE_NOT_INSTALLED = 0xc004f015;
const LAST_OF_2008 = keyGroupIndex('server-c');

/** An entry of a log. */
interface LogEntry {
  /** ISO 8601 local date and time. */
  readonly time: string;
  readonly event: number;
  readonly computer: string;
  readonly info: string;
}

/** The log files, after what Event Viewer exports. */
const LOG_TABLE: TableDefinition<LogEntry> = {
  row: 'an entry of a Windows log',
  columns: {
    'Date and Time': { meaning: 'when it was logged', cell: ({ time }) => time },
    Source: { meaning: 'the provider', cell: () => SOURCE },
    'Event ID': { meaning: 'the kind of event', cell: ({ event }) => event },
    Computer: { meaning: 'full name of the computer that logged it', cell: ({ computer }) => computer },
    Info: { meaning: 'the fields of the event', cell: ({ info }) => info },
  },
};

/** The header line of the log files. */
export const LOG_COLUMNS: readonly string[] = Object.keys(LOG_TABLE.columns);

const CLIENTS = 'clients';
const COMPUTERS = 'computers';
const WORKGROUP = 'workgroup';

/** The word that asks for the logs of all groups. */
export const ALL_GROUPS = 'all';

/** Opens a file by its name in the folder `windows-logs`, without ending: a log, or the list of computers. */
export type OpenLog = (name: string, columns: readonly string[], kind: 'log' | 'list') => Table;

/**
 * Writes the logs that Windows would keep: each host's Key Management Service log with its publications, and
 * the Application logs of one group's clients, or of all with a list of the computers. They are for rehearsing scripts
 * that read real exports.
 */
export class WindowsLogs {
  private readonly simulation: Simulation;
  private readonly timestamps: Timestamps;
  private readonly identifiers: Identifiers;
  /** By group; groups whose clients' logs are not written have none. */
  private readonly clients: ReadonlyMap<string, TableWriter<LogEntry>>;
  private readonly hosts: readonly TableWriter<LogEntry>[];
  private status = 0;
  private minutesToExpiry = 0;

  /** @param group the group whose clients' logs are written, or `all` */
  constructor(simulation: Simulation, group: string, timestamps: Timestamps, open: OpenLog) {
    this.simulation = simulation;
    this.timestamps = timestamps;
    this.identifiers = new Identifiers(simulation.estate.parameters.seed);
    const names = new FileNames();
    const openLog = (name: string) => new TableWriter(LOG_TABLE, open(names.give(name), LOG_COLUMNS, 'log'));
    const groups = group === ALL_GROUPS ? [...simulation.estate.parameters.groups.keys()] : [group];
    this.clients = new Map(groups.map((name) => [name, openLog(`${CLIENTS}-${name}`)]));
    this.hosts = simulation.estate.hosts.all.map(({ name }) => openLog(`host-${name}`));
    if (group === ALL_GROUPS) this.listComputers(open(names.give(COMPUTERS), COMPUTER_COLUMNS, 'list'));
  }

  /** Notes the license as it is before a client's request. */
  requestBegins(machine: MachineId): void {
    const { now } = this.simulation;
    const { history, licenses } = this.simulation.estate;
    const deadline = licenses.deadline(machine);
    this.status = history.conditionOf(machine);
    this.minutesToExpiry = deadline === NEVER ? 0 : deadline - now;
  }

  /** A host answered with a count. */
  answered(machine: MachineId, hostId: HostId, count: number): void {
    const { activationInterval, renewalInterval } = this.simulation.estate.hosts.all[hostId].parameters;
    this.logRequest(machine, hostId, Code.Success);
    const activated = count >= this.simulation.estate.machines.groupOf(machine).threshold;
    const info = responseProcessed(activated, count, activationInterval, renewalInterval, this.time());
    this.logAtClient(machine, LogEvent.ResponseProcessed, info);
  }

  /**
   * A host refused, or none was found: the client's log has no response. Attempts with a MAK or AVMA are passed over:
   * these events are of KMS clients.
   */
  failed(machine: MachineId, hostId: HostId | -1, code: number): void {
    if (this.simulation.estate.machines.groupOf(machine).method.type !== 'kms') return;
    if (hostId >= 0 && code !== Code.RpcServerUnavailable) {
      this.logRequest(machine, hostId as HostId, code);
      return;
    }
    const server = hostId < 0 ? '' : this.serverOf(hostId as HostId);
    this.logAtClient(machine, LogEvent.RequestSent, requestSent(this.request(machine, server, code)));
  }

  /** A host published itself, or could not. */
  published(hostId: HostId, zone: string, code: number): void {
    const failed = code !== Code.Success;
    const info = failed ? publishFailed(code, zone) : zone;
    this.logAtHost(hostId, failed ? LogEvent.PublishFailed : LogEvent.Published, info);
  }

  private logRequest(machine: MachineId, hostId: HostId, code: number): void {
    const request = this.request(machine, this.serverOf(hostId), code);
    this.logAtClient(machine, LogEvent.RequestSent, requestSent(request));
    const logged = { ...request, code: this.codeAtHost(machine, code) };
    this.logAtHost(hostId, LogEvent.RequestProcessed, requestProcessed(logged));
  }

  /** What the host logs of a request: a client after Server 2008 that it cannot serve, it has no license for. */
  private codeAtHost(machine: MachineId, code: number): number {
    const { keyGroup } = this.simulation.estate.machines.groupOf(machine);
    const isLater = keyGroup > LAST_OF_2008;
    return code === Code.HostCannotServe && isLater ? LICENSE_NOT_INSTALLED : code;
  }

  private request(machine: MachineId, server: string, code: number): LoggedRequest {
    const { machines, clientIds } = this.simulation.estate;
    const group = machines.groupOf(machine);
    const name = machines.nameOf(machine);
    return {
      code,
      server,
      machine: this.fullName(name, group.parameters.network),
      clientMachineId: this.identifiers.ofClient(clientIds.of(machine), name),
      time: this.time(),
      virtual: group.virtual,
      status: this.status,
      minutesToExpiry: this.minutesToExpiry,
      activationId: this.identifiers.ofEdition(group.os),
      threshold: group.threshold,
    };
  }

  private logAtClient(machine: MachineId, event: number, info: string): void {
    const { machines } = this.simulation.estate;
    const group = machines.groupOf(machine);
    const log = this.clients.get(group.name);
    if (log === undefined) return;
    const computer = this.fullName(machines.nameOf(machine), group.parameters.network);
    log.write(this.entry(event, computer, info));
  }

  private logAtHost(hostId: HostId, event: number, info: string): void {
    const { name, parameters } = this.simulation.estate.hosts.all[hostId];
    this.hosts[hostId].write(this.entry(event, this.fullName(name, parameters.network), info));
  }

  private entry(event: number, computer: string, info: string): LogEntry {
    return { time: this.timestamps.time(this.simulation.now), event, computer, info };
  }

  private serverOf(hostId: HostId): string {
    const { name, parameters } = this.simulation.estate.hosts.all[hostId];
    return `${this.fullName(name, parameters.network)}:${parameters.port}`;
  }

  private listComputers(list: Table): void {
    const writer = new TableWriter(COMPUTER_LIST, list);
    const fullName = (name: string, network: string) => this.fullName(name, network);
    for (const computer of listComputers(this.simulation, fullName)) writer.write(computer);
  }

  /** A computer's name in the domain of its network. */
  private fullName(name: string, network: string): string {
    return `${name}.${this.simulation.estate.parameters.networks.get(network)?.zone ?? WORKGROUP}`;
  }

  private time(): LoggedTime {
    const { now } = this.simulation;
    const [year, month, day] = this.timestamps
      .date(Math.floor(now / MINUTES_PER_DAY))
      .split('-')
      .map(Number);
    const minuteOfDay = now % MINUTES_PER_DAY;
    const minute = String(minuteOfDay % MINUTES_PER_HOUR).padStart(2, '0');
    return { year, month, day, hour: Math.floor(minuteOfDay / MINUTES_PER_HOUR), minute };
  }
}
