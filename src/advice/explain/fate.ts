import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import { CONDITION_NAMES, Condition, isEndState } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../../model/definitions/ids.ts';
import { ignoring } from '../../model/definitions/ignoring.ts';
import type {
  ContactOutcome,
  CountEvent,
  HostEvent,
  MachineEvent,
  Observer,
} from '../../model/definitions/observer.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { observedSimulation } from '../../model/observed-simulation.ts';
import { SettledEnds } from '../../recording/closing-words/settled-ends.ts';
import { rowsOf } from './machine-rows.ts';
import { TURNS } from './scan.ts';
import { isIn, type MachineTrouble, type Trouble } from './troubles.ts';

/** What becomes of a subject in a variation. */
export interface Fate {
  /** Whether the trouble is there all the same. */
  readonly happens: boolean;
  /** What becomes of it, in a few words. */
  readonly outcome: string;
}

/** Events between two moments in which a user may interrupt. */
const BUDGET = 20_000;

/**
 * Simulates a variation until it is known whether a trouble happens in it.
 *
 * @param now whether the end of the run is the moment that is asked about
 */
export async function fateIn(
  parameters: EstateParameters,
  trouble: Trouble,
  now: boolean,
  checkpoint: () => Promise<void>,
): Promise<Fate> {
  const { simulation, observer: watch } = observedSimulation(
    parameters,
    ({ estate }) => new FateWatch(estate, trouble, now),
  );
  while (!simulation.run(BUDGET) && watch.known === null) await checkpoint();
  return watch.known ?? watch.atTheEnd();
}

/** Observes a run until the fate of a subject is known. */
class FateWatch
  extends ignoring('contactBegins', 'hostPublished', 'estateChanged', 'messageSent')
  implements Observer
{
  readonly wantsContacts: boolean;
  known: Fate | null = null;
  private readonly trouble: Trouble;
  private readonly now: boolean;
  private readonly rows: ReadonlySet<MachineId>;
  private readonly host: HostId | -1;
  private readonly estate: Estate;
  private readonly ends: SettledEnds;

  constructor(estate: Estate, trouble: Trouble, now: boolean) {
    super();
    this.estate = estate;
    this.ends = new SettledEnds(estate, (machine, minute, fromStart) =>
      this.ended(machine, minute, fromStart),
    );
    this.trouble = trouble;
    this.now = now;
    this.wantsContacts = trouble.kind === 'failed-contact';
    this.rows = new Set('set' in trouble ? rowsOf(estate.machines, trouble.set) : []);
    this.host = 'host' in trouble ? (estate.hosts.table.find(trouble.host) ?? NONE) : NONE;
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
    const { trouble } = this;
    if (trouble.kind === 'key-exhausted') {
      if (event === 'key-exhausted' && detail === trouble.key) this.happens('it is used up');
      return;
    }
    const isEver = trouble.kind === 'end-state' || trouble.kind === 'lapsed';
    if (isEver && !this.now) this.ends.machineChanged(event, machine);
    if (!isEver || this.now || !TURNS.includes(event) || !this.rows.has(machine)) return;
    const condition = this.estate.history.conditionOf(machine);
    if (isIn(trouble.kind, condition)) this.happens(`${this.who(machine)}${CONDITION_NAMES[condition]}`);
  }

  contact(outcome: ContactOutcome, machine: MachineId): void {
    if ((outcome === 'refused' || outcome === 'no-host') && this.rows.has(machine))
      this.happens(`${this.who(machine)}a contact without an answer`);
  }

  hostChanged(event: HostEvent, host: HostId): void {
    const { trouble } = this;
    const { condition, parameters } = this.estate.hosts.all[host];
    if (trouble.kind === 'key-exhausted' && event === 'host-refused' && parameters.key === trouble.key)
      this.happens('Microsoft refuses a host');
    if (trouble.kind !== 'host-ended' || host !== this.host) return;
    if (event === 'host-refused') this.happens('refused by Microsoft');
    if (event === 'condition' && isEndState(condition)) this.happens(CONDITION_NAMES[condition]);
  }

  countPassed(event: CountEvent, host: HostId, threshold: number): void {
    const { trouble } = this;
    const isIt = trouble.kind === 'count-lost' && host === this.host && threshold === trouble.threshold;
    if (isIt && event === 'threshold-lost') this.happens(`the count falls below ${threshold}`);
  }

  dayEnded(): void {
    this.ends.settle();
  }

  private ended(machine: MachineId, minute: Minute, fromStart: boolean): void {
    // One that begins in its end state is there in every variation for a while, unless that is what is asked about.
    if (fromStart && !('begins' in this.trouble && this.trouble.begins)) return;
    if (this.rows.has(machine)) this.happens(`${this.who(machine)}${this.stateOf(machine)}`, minute);
  }

  /** The fate when the run is over and nothing was known before. */
  atTheEnd(): Fate {
    const { trouble } = this;
    if ('set' in trouble) return this.machinesAtTheEnd(trouble);
    if (trouble.kind === 'key-exhausted') return { happens: false, outcome: 'it is never used up' };
    const host = this.host === NONE ? null : this.estate.hosts.all[this.host];
    if (host === null) return { happens: false, outcome: 'there is no such host' };
    const highest = Math.max(0, host.maxCount);
    if (trouble.kind === 'host-not-activated' && !host.serving)
      return { happens: true, outcome: 'not activated' };
    if (trouble.kind === 'count-never' && highest < trouble.threshold)
      return { happens: true, outcome: `its count ends at ${highest}` };
    return { happens: false, outcome: `it answers counts up to ${highest}` };
  }

  private machinesAtTheEnd({ kind }: MachineTrouble): Fate {
    const { machines, history } = this.estate;
    const rows = [...this.rows].filter((row) => machines.inService(row));
    const bad =
      this.now || kind !== 'failed-contact' ? rows.filter((row) => isIn(kind, history.conditionOf(row))) : [];
    if (bad.length > 0) {
      const where = CONDITION_NAMES[history.conditionOf(bad[0])];
      const outcome =
        rows.length === 1 ? `${where} all the same` : `${bad.length} of ${rows.length} in ${where}`;
      return { happens: true, outcome };
    }
    const licensed = rows.filter((row) => history.conditionOf(row) === Condition.Licensed).length;
    if (rows.length === 0) return { happens: false, outcome: 'not in service' };
    const began = kind === 'end-state' && rows.some((row) => history.everEnded(row));
    const never = began ? 'no grace ends' : NEVER_IN[kind];
    if (rows.length > 1)
      return { happens: false, outcome: `${licensed} of ${rows.length} Licensed, ${never}` };
    const [row] = rows;
    const state = CONDITION_NAMES[history.conditionOf(row)];
    const since =
      this.now || state !== 'Licensed' ? '' : `, first on day ${dayOf(history.firstLicensed(row))}`;
    return { happens: false, outcome: `${state}${since}, ${never}` };
  }

  private stateOf(machine: MachineId): string {
    return CONDITION_NAMES[this.estate.history.conditionOf(machine)];
  }

  private happens(what: string, minute: Minute = this.estate.calendar.now): void {
    if (this.known !== null) return;
    this.known = { happens: true, outcome: `${what} on day ${dayOf(minute)}` };
  }

  private who(machine: MachineId): string {
    return this.rows.size === 1 ? '' : `${this.estate.machines.nameOf(machine)}: `;
  }
}

/** What is said of machines to which a trouble does not happen. */
const NEVER_IN: Readonly<Record<MachineTrouble['kind'], string>> = {
  'end-state': 'never in an end state',
  lapsed: 'never lapsed',
  'not-licensed': 'as wanted',
  'failed-contact': 'every contact answered',
};

function dayOf(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}
