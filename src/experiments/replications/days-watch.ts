import { Condition } from '../../model/definitions/conditions.ts';
import { type Observer, SILENT_OBSERVER } from '../../model/definitions/observer.ts';
import type { Simulation } from '../../model/simulation.ts';
import { HostCounts } from '../../recording/figures/host-counts.ts';

/** Machines of the whole estate at the end of each day: what charts over many replications are drawn from. */
export interface Bands {
  readonly licensed: readonly number[];
  /** In an end state: Notification or Unlicensed. */
  readonly ended: readonly number[];
}

/** What is noted of a simulation while it runs, no closer than figures and {@link Bands} need: once a day. */
export class DaysWatch {
  private readonly licensed: number[] = [];
  private readonly ended: number[] = [];
  private simulation: Simulation | undefined;
  private counts: HostCounts | undefined;

  /** To make the simulation with. */
  readonly observer: Observer = { ...SILENT_OBSERVER, dayEnded: (day) => this.endDay(day) };

  /** Begins to watch a simulation that was made with {@link observer} and has not run yet. */
  attach(simulation: Simulation): void {
    this.simulation = simulation;
    this.counts = new HostCounts(simulation);
  }

  /** The lowest count of each host, in their order; `null` for one that was never asked. */
  get lowestCounts(): readonly (number | null)[] {
    return this.counts!.lowest;
  }

  get bands(): Bands {
    return { licensed: this.licensed, ended: this.ended };
  }

  private endDay(day: number): void {
    let licensed = 0;
    let ended = 0;
    const { machines, history } = this.simulation!.estate;
    for (const group of machines.groups) {
      licensed += history.members(group, Condition.Licensed);
      ended += history.members(group, Condition.Notification) + history.members(group, Condition.Unlicensed);
    }
    this.licensed.push(licensed);
    this.ended.push(ended);
    this.counts!.endDay(day);
  }
}
