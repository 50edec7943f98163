import { availableParallelism } from 'node:os';
import type { PrecisionGoal } from '../../experiments/replications/precision-goal.ts';
import type { Shard } from '../../experiments/replications/shards.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { CompareArguments } from '../commands/compare-options.ts';

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
export type PlanOptions = Pick<
  CompareArguments,
  'replications' | 'precision' | 'precision-figure' | 'max-replications' | 'workers' | 'shard'
>;

const DEFAULT_REPLICATIONS = 30;
const DEFAULT_FIGURE = 'machines.everNotification';
const DEFAULT_MOST = 1000;
/** More would only be a slip of the keyboard. */
const MAX_REPLICATIONS = 1_000_000;
const MAX_WORKERS = 1024;

/**
 * Reads the options that say how much is run.
 *
 * @param helpOf the command whose help explains them
 * @throws CommandLineError when one makes no sense
 */
export function readPlan(options: PlanOptions, helpOf: string): CampaignPlan {
  const count = (name: CountOption, most: number) => readCount(options[name], name, most, helpOf);
  const replications = count('replications', MAX_REPLICATIONS) ?? DEFAULT_REPLICATIONS;
  const shard = readShard(options.shard, replications, helpOf);
  const goal = readGoal(options, replications, count('max-replications', MAX_REPLICATIONS), helpOf);
  if (goal !== null && shard !== null)
    throw new CommandLineError(
      '--precision and --shard do not go together: a part cannot tell when all are enough',
      helpOf,
    );
  return { replications, goal, shard, workers: count('workers', MAX_WORKERS) ?? availableParallelism() };
}

type CountOption = 'replications' | 'max-replications' | 'workers';

function readCount(
  text: string | undefined,
  name: CountOption,
  most: number,
  helpOf: string,
): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > most)
    throw new CommandLineError(`--${name} ${text} is not a whole number from 1 to ${most}`, helpOf);
  return count;
}

function readShard(text: string | undefined, replications: number, helpOf: string): Shard | null {
  if (text === undefined) return null;
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index === undefined || index < 1 || index > count)
    throw new CommandLineError(`--shard ${text} is not I/N with I from 1 to N, such as 3/16`, helpOf);
  if (count > replications)
    throw new CommandLineError(
      `--shard ${text}: ${replications} replications cannot be cut into ${count} parts`,
      helpOf,
    );
  return { index, count };
}

function readGoal(
  options: PlanOptions,
  replications: number,
  most: number | undefined,
  helpOf: string,
): PrecisionGoal | null {
  const { precision } = options;
  if (precision === undefined) {
    const idle = (['precision-figure', 'max-replications'] as const).find(
      (name) => options[name] !== undefined,
    );
    if (idle !== undefined)
      throw new CommandLineError(`--${idle} says something of --precision only`, helpOf);
    return null;
  }
  const per100 = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(precision)?.[1]);
  if (!(per100 > 0 && per100 < 100))
    throw new CommandLineError(`--precision ${precision} is not a percentage, such as 5%`, helpOf);
  const mostReplications = most ?? Math.max(DEFAULT_MOST, replications);
  if (mostReplications < replications)
    throw new CommandLineError(
      `--max-replications ${mostReplications} is less than the ${replications} that the work begins with`,
      helpOf,
    );
  return { percentage: per100, figure: options['precision-figure'] ?? DEFAULT_FIGURE, mostReplications };
}
