import type { SweepQuestion } from '../../experiments/sweeps/findings.ts';
import { type GridPoint, gridOf } from '../../experiments/sweeps/grid.ts';
import { parseVariation } from '../../experiments/sweeps/variation.ts';
import { VariationError } from '../../experiments/sweeps/variation-error.ts';
import { type CampaignPlan, readPlan } from '../campaign/plan.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { SweepArguments } from '../commands/sweep-options.ts';

const DEFAULT_FIGURE = 'machines.everNotification';
const MAX_VARIATIONS = 2;

/** The command whose help explains the options. */
export const SWEEP = 'vasim sweep';

/** The grid that a command line describes. */
export interface AskedGrid {
  readonly question: SweepQuestion;
  readonly points: readonly GridPoint[];
}

/**
 * Reads `--vary` and `--figure`.
 *
 * @throws CommandLineError when they make no sense
 */
export function readGrid({
  vary = [],
  figure = DEFAULT_FIGURE,
}: Pick<SweepArguments, 'vary' | 'figure'>): AskedGrid {
  if (vary.length === 0)
    throw new CommandLineError(
      'name a setting with --vary, such as --vary machines.desktops.count=20..30',
      SWEEP,
    );
  if (vary.length > MAX_VARIATIONS)
    throw new CommandLineError(
      `--vary stands ${vary.length} times; a sweep is over one setting or two`,
      SWEEP,
    );
  try {
    const variations = vary.map(parseVariation);
    return { question: { variations, figure }, points: gridOf(variations) };
  } catch (error) {
    throw error instanceof VariationError ? new CommandLineError(`--vary: ${error.message}`, SWEEP) : error;
  }
}

/**
 * Reads the options that say how much is run.
 *
 * @throws CommandLineError when one makes no sense
 */
export function readSweepPlan({ replications, workers, shard }: SweepArguments): CampaignPlan {
  const none = { precision: undefined, 'precision-figure': undefined, 'max-replications': undefined };
  return readPlan({ replications, workers, shard, ...none }, SWEEP);
}

/** @throws CommandLineError when an option is given that says nothing of what is asked for */
export function refuseIdleOptions(args: SweepArguments): void {
  const asksTolerance = args.tolerance !== undefined;
  if (asksTolerance && args.vary !== undefined)
    throw new CommandLineError('--tolerance and --vary do not go together: they are two questions', SWEEP);
  const idle = asksTolerance ? (['figure', 'shard', 'workers', 'fresh'] as const) : (['resolution'] as const);
  const given = idle.find((name) => args[name] !== undefined);
  if (given === undefined) return;
  const other = asksTolerance ? '--vary' : '--tolerance';
  throw new CommandLineError(`--${given} says something of ${other} only`, SWEEP);
}
