import { availableParallelism } from 'node:os';
import type { PrecisionGoal } from '../../../experiments/replications/precision-goal.ts';
import type { Shard } from '../../../experiments/replications/shards.ts';
import { UsageError } from '../command-line-error.ts';

/** How much is to be run, and by how many. */
export interface CampaignPlan {
  /** Of every design, in all shards together; with a goal, to begin with. */
  readonly replications: number;
  /** `null` without `--precision`. */
  readonly goal: PrecisionGoal | null;
  readonly workers: number;
  /** `null` for a run in one place. */
  readonly shard: Shard | null;
}

/** Options that say how much is run. */
export interface PlanOptions {
  readonly replications?: string;
  readonly precision?: string;
  readonly 'precision-figure'?: string;
  readonly 'max-replications'?: string;
  readonly workers?: string;
  readonly shard?: string;
}

const DEFAULT_REPLICATIONS = 30;
const DEFAULT_FIGURE = 'machines.everNotification';
const DEFAULT_MAX_REPLICATIONS = 1000;
/** More can only be a typing error. */
const MAX_REPLICATIONS = 1_000_000;
const MAX_WORKERS = 1024;

/**
 * Reads `--workers`; as many as there are cores by default.
 *
 * @throws UsageError when it is no count
 */
export function readWorkers(text: string | undefined): number {
  return readCount(text, 'workers', MAX_WORKERS) ?? availableParallelism();
}

/**
 * Reads the options that say how much is run.
 *
 * @throws UsageError when one makes no sense
 */
export function readPlan(options: PlanOptions): CampaignPlan {
  const count = (name: CountOption, max: number) => readCount(options[name], name, max);
  const replications = count('replications', MAX_REPLICATIONS) ?? DEFAULT_REPLICATIONS;
  const shard = readShard(options.shard, replications);
  const goal = readGoal(options, replications, count('max-replications', MAX_REPLICATIONS));
  if (goal !== null && shard !== null)
    throw new UsageError(
      '--precision cannot be used with --shard: a shard cannot know when all shards together are precise enough',
    );
  return { replications, goal, shard, workers: readWorkers(options.workers) };
}

type CountOption = 'replications' | 'max-replications' | 'workers';

/**
 * Reads an option that is a count, from 1.
 *
 * @throws UsageError when it is none
 */
function readCount(text: string | undefined, name: CountOption, max: number): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > max)
    throw new UsageError(`--${name} ${text} is not a whole number from 1 to ${max}`);
  return count;
}

function readShard(text: string | undefined, replications: number): Shard | null {
  if (text === undefined) return null;
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index === undefined || index < 1 || index > count)
    throw new UsageError(`--shard ${text} is not I/N with I from 1 to N, such as 3/16`);
  if (count > replications)
    throw new UsageError(`--shard ${text}: ${replications} replications cannot be split into ${count} parts`);
  return { index, count };
}

function readGoal(options: PlanOptions, replications: number, max: number | undefined): PrecisionGoal | null {
  const { precision } = options;
  if (precision === undefined) {
    const idle = (['precision-figure', 'max-replications'] as const).find(
      (name) => options[name] !== undefined,
    );
    if (idle !== undefined) throw new UsageError(`--${idle} can only be used with --precision`);
    return null;
  }
  const per100 = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(precision)?.[1]);
  if (!(per100 > 0 && per100 < 100))
    throw new UsageError(`--precision ${precision} is not a percentage, such as 5%`);
  const mostReplications = max ?? Math.max(DEFAULT_MAX_REPLICATIONS, replications);
  if (mostReplications < replications)
    throw new UsageError(
      `--max-replications ${mostReplications} is less than --replications ${replications}`,
    );
  return { percentage: per100, figure: options['precision-figure'] ?? DEFAULT_FIGURE, mostReplications };
}
