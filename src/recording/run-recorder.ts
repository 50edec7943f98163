import { MINUTES_PER_DAY } from '../engine/time.ts';
import { FAILURE_DETAIL } from '../model/administration/failures.ts';
import type { Condition } from '../model/definitions/conditions.ts';
import { type HostId, type MachineId, NONE } from '../model/definitions/ids.ts';
import type {
  ContactOutcome,
  CountEvent,
  EstateEvent,
  HostEvent,
  MachineEvent,
  MicrosoftMessage,
  Observer,
  OfficeEvent,
  OfficeHappening,
  Sampling,
} from '../model/definitions/observer.ts';
import type { Simulation } from '../model/simulation.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Timestamps } from '../text/timestamps.ts';
import { chartStep } from './chart-steps.ts';
import { closingWords } from './closing-words/closing-words.ts';
import { RunFacts } from './closing-words/run-facts.ts';
import { SentMessageTotals } from './closing-words/sent-messages.ts';
import type { EventChoice } from './event-choices.ts';
import { failedExpectations } from './figures/expectations.ts';
import { FigureWatch } from './figures/figure-watch.ts';
import { runTotals } from './figures/run-totals.ts';
import { summarize } from './figures/summary.ts';
import type { RunOutcome } from './run-outcome.ts';
import { SeriesRecorder } from './series-recorder.ts';
import type { OpenTable } from './tables/columns.ts';
import { DailyRecorder } from './tables/daily-recorder.ts';
import { EventsRecorder } from './tables/events-recorder.ts';
import { MachinesWriter } from './tables/machines-table.ts';
import { MICROSOFT_TABLE, type SentMessage } from './tables/microsoft-table.ts';
import { hasOffice, writeOffice } from './tables/office-table.ts';
import { Publications } from './tables/publications.ts';
import { TableWriter } from './tables/tables.ts';
import { type OpenLog, WindowsLogs } from './windows-logs/windows-logs.ts';

/** The logs that Windows would keep, where they are wanted. */
export interface LogChoice {
  /** The group whose clients' logs are written, or `all`. */
  readonly group: string;
  readonly open: OpenLog;
}

/** What is recorded of a run, and where to. */
export interface RecordingChoices {
  readonly scenario: Scenario;
  /** Which events are written. */
  readonly events: EventChoice;
  /** Opens a table of the run folder. */
  readonly open: OpenTable;
  /** The Windows logs; left out or `null`: none are written. */
  readonly logs?: LogChoice | null;
}

/** Contacts of Office that changed nothing. */
const OFFICE_CONTACTS: ReadonlySet<OfficeEvent> = new Set([
  'office-renewed',
  'office-count-too-low',
  'office-refused',
  'office-no-host',
]);

const MACHINES_PER_PIECE = 10_000;

/** Records a run into its tables. */
export class RunRecorder implements Observer {
  readonly wantsContacts: boolean;
  readonly sampling?: Sampling;
  private readonly simulation: Simulation;
  private readonly choices: RecordingChoices;
  private readonly timestamps: Timestamps;
  private readonly events: EventsRecorder | null;
  private readonly logs: WindowsLogs | null;
  private readonly publications = new Publications();
  private readonly daily: DailyRecorder;
  private readonly messages: TableWriter<SentMessage>;
  private readonly series: SeriesRecorder;
  /** Of a short run. */
  private readonly steps: SeriesRecorder | undefined;
  private readonly watch: FigureWatch;
  private readonly facts: RunFacts;
  private readonly sent = new SentMessageTotals();

  /** @param simulation one that has not run yet; it is made with this recorder as its observer */
  constructor(simulation: Simulation, choices: RecordingChoices) {
    const { scenario, events, open, logs = null } = choices;
    const timestamps = new Timestamps(scenario.start);
    const eventsTable = open('events.csv');
    this.simulation = simulation;
    this.choices = choices;
    this.wantsContacts = events === 'all' || logs !== null;
    this.timestamps = timestamps;
    this.events = events === 'none' ? null : new EventsRecorder(simulation, eventsTable, timestamps);
    this.logs = logs === null ? null : new WindowsLogs(simulation, logs.group, timestamps, logs.open);
    this.daily = new DailyRecorder(simulation, open, timestamps);
    this.messages = new TableWriter(MICROSOFT_TABLE, open('microsoft.csv'));
    this.series = new SeriesRecorder(simulation, scenario.title, scenario.start);
    const step = chartStep(simulation.estate.parameters);
    if (step < MINUTES_PER_DAY) {
      const steps = new SeriesRecorder(simulation, scenario.title, scenario.start, step);
      this.steps = steps;
      this.sampling = { every: step, stepEnded: (index) => steps.endStep(index) };
    }
    this.watch = new FigureWatch(simulation.estate);
    this.facts = new RunFacts(simulation.estate, timestamps);
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
    const { events, logs, watch, facts } = this;
    watch.machineChanged(event, machine);
    if (event === 'activated' && host !== NONE) logs?.answered(machine, host, count);
    events?.machine(event, machine, previous, host, count, code, detail);
    facts.machineChanged(event, machine, detail);
  }

  contactBegins(machine: MachineId): void {
    this.logs?.requestBegins(machine);
  }

  contact(outcome: ContactOutcome, machine: MachineId, host: HostId | -1, count: number, code: number): void {
    const { events, logs } = this;
    if (this.choices.events === 'all') events?.machine(outcome, machine, NONE, host, count, code, '');
    if (host !== NONE && count !== NONE) logs?.answered(machine, host, count);
    else if (outcome !== 'renewed') logs?.failed(machine, host, code);
  }

  officeChanged(happening: OfficeHappening): void {
    if (this.choices.events === 'all' || !OFFICE_CONTACTS.has(happening.event))
      this.events?.office(happening);
  }

  hostChanged(event: HostEvent, host: HostId, previous: Condition | -1, code: number, detail: string): void {
    const { events, watch, facts } = this;
    watch.hostChanged(host);
    facts.hostChanged(event, host);
    events?.host(event, host, previous, code, detail);
  }

  countPassed(event: CountEvent, host: HostId, threshold: number, count: number): void {
    this.facts.countPassed(event, host, threshold, count);
    this.events?.count(event, host, threshold, count);
    const { name } = this.simulation.estate.hosts.all[host];
    this.series.countPassed(event, name, threshold);
    this.steps?.countPassed(event, name, threshold);
  }

  hostPublished(host: HostId, zone: string, code: number): void {
    const { events, logs } = this;
    logs?.published(host, zone, code);
    const isNews = this.publications.note(host, zone, code === 0);
    if (isNews || this.choices.events === 'all')
      events?.host(code === 0 ? 'published' : 'publish-refused', host, NONE, code, zone);
  }

  estateChanged(event: EstateEvent, subject: string, detail: string): void {
    const { events, series, facts } = this;
    facts.estateChanged(event, subject, detail);
    events?.estate(event, subject, detail);
    const host = event === 'down' ? this.simulation.estate.hosts.table.find(subject) : undefined;
    if (host !== undefined) this.publications.forget(host);
    for (const recorder of [series, ...(this.steps === undefined ? [] : [this.steps])]) {
      if (event === 'down' && detail === FAILURE_DETAIL) recorder.failureBegins(subject);
      if (event === 'up') recorder.isUp(subject);
    }
  }

  messageSent(message: MicrosoftMessage): void {
    const { simulation, messages, watch } = this;
    watch.messageSent(message);
    this.sent.add(message, simulation.estate.keys);
    const { timestamps } = this;
    messages.write({
      message,
      minute: simulation.now,
      timestamps,
      keys: simulation.estate.keys,
    });
  }

  dayEnded(day: number): void {
    const { daily, series, watch, facts } = this;
    daily.endDay(day);
    series.endStep(day);
    watch.dayEnded();
    facts.dayEnded();
  }

  /**
   * Writes `machines.csv` of a run that is over, piece by piece, so that the caller can look up in between.
   *
   * @returns after each piece, how many machines are written
   */
  *recordMachines(): Generator<number> {
    const { simulation } = this;
    const writer = new MachinesWriter(simulation, this.timestamps, this.choices.open('machines.csv'));
    for (let from = 0; from < simulation.estate.machines.count; from += MACHINES_PER_PIECE) {
      const to = Math.min(from + MACHINES_PER_PIECE, simulation.estate.machines.count);
      writer.write(from, to);
      yield to;
    }
    if (hasOffice(simulation.estate.parameters))
      writeOffice(simulation, this.timestamps, this.choices.open('office.csv'));
  }

  /**
   * Works out the figures of a run that is over. Nothing of it depends on where the files go.
   */
  finish(): RunOutcome {
    const { series, watch, facts, timestamps } = this;
    const { scenario } = this.choices;
    const { estate } = this.simulation;
    const totals = runTotals(estate, watch);
    const summary = summarize(estate, watch, totals);
    const findings = closingWords({ scenario, estate, totals, facts, timestamps });
    return {
      summary,
      series: series.series,
      charted: (this.steps ?? series).series,
      failedExpectations: failedExpectations(summary, scenario.expectations),
      findings,
      sent: this.sent.all,
      story: findings.map(({ text }) => text),
    };
  }
}
