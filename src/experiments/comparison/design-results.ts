import type { Figures } from '../../recording/figures/figures.ts';

/** What the replications of a design gave. */
export interface DesignResults {
  /** Its name: that of its file, without the ending. */
  readonly design: string;
  /** The figures of `summary.json` by number of the replication. Some may be missing: a shard not merged. */
  readonly replications: ReadonlyMap<number, Figures>;
}
