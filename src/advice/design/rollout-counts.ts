import type { Minute } from '../../engine/time.ts';
import type { Design } from './design.ts';
import { countUpTo } from './sorted.ts';

/** The groups that a host counts, in the order in which they are installed whole. */
interface Rollout {
  readonly ends: readonly Minute[];
  /** Machines of the first groups: `totals[i]` of `i`. */
  readonly totals: readonly number[];
}

/** How many countable computers that ask a host are installed while its clients are rolled out. */
export class RolloutCounts {
  private readonly design: Design;
  private readonly rollouts = new Map<string, Rollout>();

  constructor(design: Design) {
    this.design = design;
  }

  /** The machines of the groups that are installed whole by a minute. */
  installedBy(host: string, minute: Minute): number {
    const { ends, totals } = this.rollouts.get(host) ?? this.findRollout(host);
    return totals[countUpTo(ends, minute)];
  }

  private findRollout(host: string): Rollout {
    const counted = this.design
      .clientsOf(host)
      .filter((clients) => this.design.isCounted(host, clients))
      .map(({ parameters: { install, count } }) => ({ end: install.at + install.over, count }))
      .sort((left, right) => left.end - right.end);
    const totals = [0];
    for (const { count } of counted) totals.push(totals[totals.length - 1] + count);
    const rollout = { ends: counted.map(({ end }) => end), totals };
    this.rollouts.set(host, rollout);
    return rollout;
  }
}
