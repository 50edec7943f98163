import { figureAt } from '../../recording/figures/expectations.ts';
import { precisionOf } from '../statistics/precision.ts';
import type { Campaign, ResultsByReplication } from './campaign.ts';
import { replicationsOf } from './shards.ts';

/** How exactly a figure is to be known before the work ends. */
export interface PrecisionGoal {
  /** The largest half-width of its interval, in percent of the mean. */
  readonly percentage: number;
  /** A path in `summary.json`. */
  readonly figure: string;
  /** No more are run, however wide the interval. */
  readonly mostReplications: number;
}

/** How far the work has come. */
export interface PrecisionOutcome {
  readonly results: readonly ResultsByReplication[];
  /** Of every design. */
  readonly replications: number;
  readonly reached: boolean;
}

const CONFIDENCE = 0.95;

/** Estimates of what is still needed are rough: not more than this many times the work is done on one. */
const LARGEST_STEP = 2;
const SMALLEST_STEP = 1.1;

/**
 * Runs replications of all designs until the figure is known well enough of each. How many depends on nothing
 * but the results, so it is the same everywhere.
 *
 * @param first how many to begin with
 * @param random by design, whether chance plays a part in it: one in which none does is known from the first replication on
 * @throws as {@link Campaign.run}
 */
export async function runToPrecision(
  campaign: Pick<Campaign, 'run'>,
  first: number,
  goal: PrecisionGoal,
  random: readonly boolean[],
): Promise<PrecisionOutcome> {
  for (let replications = first; ; ) {
    const results = await campaign.run(replicationsOf(replications, null));
    const needed = Math.max(...results.map((design, index) => (random[index] ? neededFor(design, goal) : 0)));
    const reached = needed <= replications;
    if (reached || replications >= goal.mostReplications) return { results, replications, reached };
    replications = Math.min(nextStep(replications, needed), goal.mostReplications);
  }
}

function neededFor(results: ResultsByReplication, { figure, percentage }: PrecisionGoal): number {
  const values = [...results.values()].map(({ figures }) => figureAt(figures, figure));
  const existing = values.filter((value) => value !== null);
  const { reached, needed } = precisionOf(existing, percentage / 100, CONFIDENCE);
  if (reached) return results.size;
  return Math.max(results.size + 1, needed ?? Number.POSITIVE_INFINITY);
}

function nextStep(replications: number, needed: number): number {
  const least = Math.ceil(replications * SMALLEST_STEP);
  return Math.max(least, Math.min(needed, replications * LARGEST_STEP));
}
