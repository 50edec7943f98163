import { type Minute, NEVER } from '../../engine/time.ts';
import { type Condition, Condition as Conditions, isEndState } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../../model/definitions/ids.ts';
import { ignoring } from '../../model/definitions/ignoring.ts';
import type {
  ContactOutcome,
  CountEvent,
  HostEvent,
  MachineEvent,
  MicrosoftMessage,
  Observer,
  OfficeHappening,
} from '../../model/definitions/observer.ts';
import { SettledEnds } from '../../recording/closing-words/settled-ends.ts';
import { FigureWatch } from '../../recording/figures/figure-watch.ts';

/** A host's count that fell below a threshold that it had reached. */
export interface CountLoss {
  readonly threshold: number;
  readonly minute: Minute;
}

/** What went wrong in a run, and first when: for every machine, host and key. */
export class Scan extends ignoring('contactBegins', 'hostPublished', 'estateChanged') implements Observer {
  readonly wantsContacts = true;
  /**
   * By machine: the first minute in an end state after a grace, in one that it was installed into, in a grace after a license, and
   * of a contact without an answer.
   */
  readonly endedAt: Int32Array;
  readonly begunEndedAt: Int32Array;
  readonly lapsedAt: Int32Array;
  readonly failedAt: Int32Array;
  /** By machine: the first minute in which its Office came to Notification, and in which its license lapsed. */
  readonly officeEndedAt: Int32Array;
  readonly officeLapsedAt: Int32Array;
  /** By host: when it was refused by Microsoft or ended its grace. */
  readonly hostEndedAt: Int32Array;
  /** When the pool of a MAK was found empty, or a KMS key refused a host. */
  readonly exhaustedAt = new Map<string, Minute>();
  /** The first loss of each host's count that had one, by the host's name, earliest first. */
  readonly lost = new Map<string, CountLoss>();
  readonly figures: FigureWatch;
  readonly estate: Estate;
  private readonly ends: SettledEnds;

  constructor(estate: Estate) {
    super();
    this.estate = estate;
    const column = (length: number) => new Int32Array(length).fill(NEVER);
    this.endedAt = column(estate.machines.count);
    this.begunEndedAt = column(estate.machines.count);
    this.lapsedAt = column(estate.machines.count);
    this.failedAt = column(estate.machines.count);
    this.officeEndedAt = column(estate.machines.count);
    this.officeLapsedAt = column(estate.machines.count);
    this.hostEndedAt = column(estate.hosts.all.length);
    this.figures = new FigureWatch(estate);
    this.ends = new SettledEnds(estate, (machine, minute, fromStart) =>
      noteFirst(fromStart ? this.begunEndedAt : this.endedAt, machine, minute),
    );
  }

  machineChanged(
    event: MachineEvent,
    machine: MachineId,
    _previous: Condition | -1,
    _host: HostId | -1,
    _count: number,
    _code: number,
    detail: string,
  ): void {
    const { estate } = this;
    this.figures.machineChanged(event, machine);
    if (event === 'key-exhausted' && !this.exhaustedAt.has(detail)) this.exhaustedAt.set(detail, this.now);
    this.ends.machineChanged(event, machine);
    if (!TURNS.includes(event)) return;
    const condition = estate.history.conditionOf(machine);
    if (condition === Conditions.OOTGrace || condition === Conditions.NonGenuineGrace)
      noteFirst(this.lapsedAt, machine, this.now);
  }

  contact(outcome: ContactOutcome, machine: MachineId): void {
    if (outcome === 'refused' || outcome === 'no-host') noteFirst(this.failedAt, machine, this.now);
  }

  officeChanged({ event, condition, machine }: OfficeHappening): void {
    if (event !== 'office-condition') return;
    const lapses = condition === Conditions.OOTGrace;
    noteFirst(lapses ? this.officeLapsedAt : this.officeEndedAt, machine, this.now);
  }

  countPassed(event: CountEvent, host: HostId, threshold: number): void {
    const { name } = this.estate.hosts.all[host];
    if (event === 'threshold-lost' && !this.lost.has(name))
      this.lost.set(name, { threshold, minute: this.now });
  }

  hostChanged(event: HostEvent, host: HostId): void {
    const { estate } = this;
    this.figures.hostChanged(host);
    const { condition, parameters } = estate.hosts.all[host];
    if (event === 'host-refused') {
      noteFirst(this.hostEndedAt, host, this.now);
      if (!this.exhaustedAt.has(parameters.key)) this.exhaustedAt.set(parameters.key, this.now);
    }
    if (event === 'condition' && isEndState(condition)) noteFirst(this.hostEndedAt, host, this.now);
  }

  messageSent(message: MicrosoftMessage): void {
    this.figures.messageSent(message);
  }

  dayEnded(): void {
    this.figures.dayEnded();
    this.ends.settle();
  }

  private get now(): Minute {
    return this.estate.calendar.now;
  }
}

/** Events with which a machine comes into an end state or a grace after its license. */
export const TURNS: readonly MachineEvent[] = ['condition', 'validated'];

function noteFirst(column: Int32Array, row: number, minute: Minute): void {
  if (column[row] === NEVER) column[row] = minute;
}

/** The row with the earliest minute, or `NONE` when none has one; the first of several. */
export function earliest(column: Int32Array, rows: Iterable<number>): number {
  let best: number = NONE;
  for (const row of rows) {
    if (column[row] !== NEVER && (best === NONE || column[row] < column[best])) best = row;
  }
  return best;
}
