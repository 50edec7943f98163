import { Condition } from '../../model/conditions.ts';
import { type Observer, SILENT_OBSERVER } from '../../model/observer.ts';
import type { World } from '../../model/world.ts';
import { HostCounts } from '../../recording/host-counts.ts';

/** Machines of the whole estate at the end of each day: what charts over many replications are drawn from. */
export interface Bands {
  readonly licensed: readonly number[];
  /** In an end state: Notification or Unlicensed. */
  readonly ended: readonly number[];
}

/** What is noted of a world while it runs, no closer than figures and {@link Bands} need: once a day. */
export class DaysWatch {
  private readonly licensed: number[] = [];
  private readonly ended: number[] = [];
  private world: World | undefined;
  private counts: HostCounts | undefined;

  /** To make the world with. */
  readonly observer: Observer = { ...SILENT_OBSERVER, dayEnded: (day) => this.endDay(day) };

  /** Begins to watch a world that was made with {@link observer} and has not run yet. */
  attach(world: World): void {
    this.world = world;
    this.counts = new HostCounts(world);
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
    const { machines, ledger } = this.world!;
    for (const group of machines.groups) {
      licensed += ledger.members(group, Condition.Licensed);
      ended += ledger.members(group, Condition.Notification) + ledger.members(group, Condition.Unlicensed);
    }
    this.licensed.push(licensed);
    this.ended.push(ended);
    this.counts!.endDay(day);
  }
}
