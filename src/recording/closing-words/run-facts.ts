import type { Minute } from '../../engine/time.ts';
import { FAILURE_DETAIL } from '../../model/administration/failures.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { HostId, MachineId } from '../../model/definitions/ids.ts';
import type { CountEvent, EstateEvent, HostEvent, MachineEvent } from '../../model/definitions/observer.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { CountLosses } from './count-losses.ts';
import { Departures } from './departures.ts';
import { HostFailures } from './host-failures.ts';
import { OutageLog } from './outage-log.ts';
import { SettledEnds } from './settled-ends.ts';
import { UnlicensedCause } from './unlicensed-cause.ts';

/** A machine that came to the end of its grace. */
export interface EndOfGrace {
  readonly machine: string;
  readonly minute: Minute;
  /** Why it was not activated by then; `null` when its surroundings did not show it. */
  readonly cause: string | null;
}

/** A key that ran out of activations. */
export interface EmptyPool {
  readonly key: string;
  readonly minute: Minute;
  /** Machines that were refused since, each counted once. */
  machines: number;
}

/** Notes of a run under way what its closing words tell and its end does not show. */
export class RunFacts {
  readonly hostFailures: HostFailures;
  readonly losses: CountLosses;
  readonly cause: UnlicensedCause;
  /** The first machine that came to the end of its grace; `null` when none did. */
  firstEnd: EndOfGrace | null = null;
  private readonly estate: Estate;
  private readonly outages = new OutageLog();
  private readonly departures: Departures;
  private readonly ends: SettledEnds;
  private readonly pools = new Map<string, EmptyPool>();

  constructor(estate: Estate, timestamps: Timestamps) {
    this.estate = estate;
    this.departures = new Departures(estate);
    this.cause = new UnlicensedCause(estate, this.outages, timestamps);
    this.ends = new SettledEnds(estate, (machine, minute) => {
      const name = estate.machines.nameOf(machine);
      this.firstEnd ??= { machine: name, minute, cause: this.cause.of(machine) };
    });
    this.hostFailures = new HostFailures(estate, timestamps);
    this.losses = new CountLosses({ estate, departures: this.departures, outages: this.outages, timestamps });
  }

  machineChanged(event: MachineEvent, machine: MachineId, detail: string): void {
    if (event === 'retired' || event === 'converted' || event === 'to-directory')
      this.departures.note(event, machine);
    if (event === 'key-exhausted') this.poolEmpty(detail);
    this.ends.machineChanged(event, machine);
  }

  /** A day is over: what came into an end state in it stays there. */
  dayEnded(): void {
    this.ends.settle();
  }

  hostChanged(event: HostEvent, host: HostId): void {
    this.hostFailures.changed(event, host);
  }

  countPassed(event: CountEvent, host: HostId, threshold: number, count: number): void {
    this.losses.passed(event, host, threshold, count);
  }

  estateChanged(event: EstateEvent, subject: string, detail: string): void {
    const { now } = this.estate.calendar;
    if (event === 'down') this.outages.begins(subject, detail === FAILURE_DETAIL ? '' : detail, now);
    if (event === 'up') this.outages.ends(subject, now);
  }

  /** The keys that ran out of activations, the first first. */
  get emptyPools(): readonly EmptyPool[] {
    return [...this.pools.values()];
  }

  private poolEmpty(key: string): void {
    const known = this.pools.get(key);
    if (known !== undefined) known.machines += 1;
    else this.pools.set(key, { key, minute: this.estate.calendar.now, machines: 1 });
  }
}
