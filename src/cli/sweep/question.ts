import type { SweepQuestion } from '../../experiments/sweeps/findings.ts';
import { type GridPoint, gridOf } from '../../experiments/sweeps/grid.ts';
import { parseVariation } from '../../experiments/sweeps/variation.ts';
import { VariationError } from '../../experiments/sweeps/variation-error.ts';
import { type CampaignPlan, readPlan } from '../shared/campaign/plan.ts';
import { UsageError } from '../shared/command-line-error.ts';
import type { SweepArguments } from './options.ts';

const DEFAULT_FIGURE = 'machines.everNotification';
const MAX_VARIATIONS = 2;

/** The grid that a command line describes. */
export interface AskedGrid {
  readonly question: SweepQuestion;
  readonly points: readonly GridPoint[];
}

/**
 * Reads `--vary` and `--figure`.
 *
 * @throws UsageError when they make no sense
 */
export function readGrid({
  vary = [],
  figure = DEFAULT_FIGURE,
}: Pick<SweepArguments, 'vary' | 'figure'>): AskedGrid {
  if (vary.length === 0)
    throw new UsageError('name a setting with --vary, such as --vary machines.desktops.count=20..30');
  if (vary.length > MAX_VARIATIONS)
    throw new UsageError(`--vary is given ${vary.length} times; at most ${MAX_VARIATIONS}`);
  try {
    const variations = vary.map(parseVariation);
    return { question: { variations, figure }, points: gridOf(variations) };
  } catch (error) {
    throw error instanceof VariationError ? new UsageError(`--vary: ${error.message}`) : error;
  }
}

/**
 * Reads the options that say how much is run.
 *
 * @throws UsageError when one makes no sense
 */
export function readSweepPlan({ replications, workers, shard }: SweepArguments): CampaignPlan {
  return readPlan({ replications, workers, shard });
}

/** @throws UsageError when an option is given that belongs to the other question */
export function refuseIdleOptions(args: SweepArguments): void {
  const asksTolerance = args.tolerance !== undefined;
  if (asksTolerance && args.vary !== undefined)
    throw new UsageError('--tolerance cannot be used with --vary');
  const idle = asksTolerance
    ? (['figure', 'shard', 'workers', 'fresh', 'all-figures'] as const)
    : (['resolution', 'start'] as const);
  const given = idle.find((name) => args[name] !== undefined);
  if (given === undefined) return;
  const other = asksTolerance ? '--vary' : '--tolerance';
  throw new UsageError(`--${given} can only be used with ${other}`);
}
