import { FAILURE_DETAIL } from '../model/administration/failures.ts';
import { type Condition, isEndState } from '../model/definitions/conditions.ts';
import { type HostId, type MachineId, NONE } from '../model/definitions/ids.ts';
import type {
  ContactOutcome,
  EstateEvent,
  HostEvent,
  MachineEvent,
  MicrosoftMessage,
  Observer,
} from '../model/definitions/observer.ts';
import type { Simulation } from '../model/simulation.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Timestamps } from '../text/timestamps.ts';
import type { EventChoice } from './event-choices.ts';
import { type FailedExpectation, failedExpectations } from './figures/expectations.ts';
import type { Figures } from './figures/figures.ts';
import { HostCounts } from './figures/host-counts.ts';
import { type FirstEnd, runHighlights } from './figures/run-highlights.ts';
import { summarize } from './figures/summary.ts';
import type { RunSeries } from './run-series.ts';
import { SeriesRecorder } from './series-recorder.ts';
import type { OpenTable } from './tables/columns.ts';
import { DailyRecorder } from './tables/daily-recorder.ts';
import { EventsRecorder } from './tables/events-recorder.ts';
import { writeMachines } from './tables/machines-table.ts';
import { MICROSOFT_TABLE, type SentMessage } from './tables/microsoft-table.ts';
import { TableWriter } from './tables/tables.ts';
import { type OpenLog, WindowsLogs } from './windows-logs/windows-logs.ts';

/** The logs that Windows would keep, where they are wanted. */
export interface LogChoice {
  /** The group whose clients' logs are written. */
  readonly group: string;
  readonly open: OpenLog;
}

/** What a run gave. */
export interface RunOutcome {
  /** The content of `summary.json`. */
  readonly summary: Figures;
  readonly series: RunSeries;
  readonly failedExpectations: readonly FailedExpectation[];
  /** What happened, in a few lines for a first reader. */
  readonly story: readonly string[];
}

const MACHINES_PER_PIECE = 10_000;

/** Records a run into its tables. */
export class RunRecorder implements Observer {
  readonly wantsContacts: boolean;
  private readonly scenario: Scenario;
  private readonly events: EventChoice;
  private readonly open: OpenTable;
  private readonly logs: LogChoice | null;
  private readonly timestamps: Timestamps;
  private recorders: Recorders | undefined;
  private firstEnd: FirstEnd | null = null;

  /**
   * @param open opens a table of the run folder
   * @param events which events are written
   * @param logs the Windows logs, if they are wanted
   */
  constructor(scenario: Scenario, events: EventChoice, open: OpenTable, logs: LogChoice | null = null) {
    this.wantsContacts = events === 'all' || logs !== null;
    this.logs = logs;
    this.scenario = scenario;
    this.events = events;
    this.open = open;
    this.timestamps = new Timestamps(scenario.start);
  }

  /** Begins to record a simulation that was made with this observer and has not run yet. */
  attach(simulation: Simulation): void {
    const open = this.open;
    const logs = this.logs;
    const timestamps = this.timestamps;
    const events = open('events.csv');
    this.recorders = {
      simulation,
      events: this.events === 'none' ? null : new EventsRecorder(simulation, events, timestamps),
      logs: logs === null ? null : new WindowsLogs(simulation, logs.group, timestamps, logs.open),
      daily: new DailyRecorder(simulation, open, timestamps),
      messages: new TableWriter(MICROSOFT_TABLE, open('microsoft.csv')),
      series: new SeriesRecorder(simulation, this.scenario.title, this.scenario.start),
      counts: new HostCounts(simulation),
    };
  }

  machineChanged(
    event: MachineEvent,
    machine: MachineId,
    previous: Condition | -1,
    host: HostId | -1,
    count: number,
    code: number,
    detail: string,
  ): void {
    const { simulation, events, logs } = this.attached();
    if (event === 'activated' && host !== NONE) logs?.answered(machine, host, count);
    events?.machine(event, machine, previous, host, count, code, detail);
    if (this.firstEnd === null && isEndState(simulation.estate.history.conditionOf(machine)))
      this.firstEnd = { machine: simulation.estate.machines.nameOf(machine), minute: simulation.now };
  }

  contactBegins(machine: MachineId): void {
    this.attached().logs?.requestBegins(machine);
  }

  contact(outcome: ContactOutcome, machine: MachineId, host: HostId | -1, count: number, code: number): void {
    const { events, logs } = this.attached();
    if (this.events === 'all') events?.machine(outcome, machine, NONE, host, count, code, '');
    if (host !== NONE && count !== NONE) logs?.answered(machine, host, count);
    else logs?.failed(machine, host, code);
  }

  hostChanged(event: HostEvent, host: HostId, previous: Condition | -1, code: number, detail: string): void {
    this.attached().events?.host(event, host, previous, code, detail);
  }

  hostPublished(host: HostId, zone: string, code: number): void {
    const { events, logs } = this.attached();
    logs?.published(host, zone, code);
    events?.host(code === 0 ? 'published' : 'publish-refused', host, NONE, code, zone);
  }

  estateChanged(event: EstateEvent, subject: string, detail: string): void {
    const { events, series } = this.attached();
    events?.estate(event, subject, detail);
    if (event === 'down' && detail === FAILURE_DETAIL) series.failureBegins(subject);
    if (event === 'up') series.isUp(subject);
  }

  messageSent(message: MicrosoftMessage): void {
    const { simulation, messages } = this.attached();
    const { timestamps } = this;
    messages.write({
      message,
      minute: simulation.now,
      timestamps,
      keyNames: simulation.estate.keys.table.names,
    });
  }

  dayEnded(day: number): void {
    const { daily, series, counts } = this.attached();
    daily.endDay(day);
    series.endDay(day);
    counts.endDay(day);
  }

  /**
   * Writes `machines.csv` of a run that is over, piece by piece, so that the caller can look up in between.
   *
   * @returns after each piece, how many machines are written
   */
  *recordMachines(): Generator<number> {
    const { simulation } = this.attached();
    const table = this.open('machines.csv');
    for (let from = 0; from < simulation.estate.machines.count; from += MACHINES_PER_PIECE) {
      const to = Math.min(from + MACHINES_PER_PIECE, simulation.estate.machines.count);
      writeMachines(simulation, table, from, to);
      yield to;
    }
  }

  /**
   * Works out the figures of a run that is over. Nothing of it depends on where the files go.
   */
  finish(): RunOutcome {
    const { simulation, series, counts } = this.attached();
    const summary = summarize(simulation, counts.lowest);
    return {
      summary,
      series: series.series,
      failedExpectations: failedExpectations(summary, this.scenario.expectations),
      story: runHighlights(
        this.scenario,
        simulation,
        summary,
        { firstEnd: this.firstEnd, falls: counts.falls },
        this.timestamps,
      ),
    };
  }

  private attached(): Recorders {
    if (this.recorders === undefined) throw new Error('the recorder is attached to no simulation yet');
    return this.recorders;
  }
}

interface Recorders {
  readonly simulation: Simulation;
  readonly events: EventsRecorder | null;
  readonly logs: WindowsLogs | null;
  readonly daily: DailyRecorder;
  readonly messages: TableWriter<SentMessage>;
  readonly series: SeriesRecorder;
  readonly counts: HostCounts;
}
