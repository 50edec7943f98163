import { Campaign, type ResultsByReplication } from '../experiments/replications/campaign.ts';
import type { Design } from '../experiments/replications/design.ts';
import type { Program } from '../experiments/replications/design-hash.ts';
import { figureNames } from '../experiments/replications/figure-names.ts';
import { limitKept } from '../experiments/replications/kept-limit.ts';
import { runToPrecision } from '../experiments/replications/precision-goal.ts';
import { reasonOf } from '../experiments/replications/run-tasks.ts';
import { replicationsOf } from '../experiments/replications/shards.ts';
import { suggestion } from '../scenario/nearest.ts';
import { CommandLineError } from './command-line-error.ts';
import type { FolderWork } from './compare-folder.ts';
import type { ComparePlan } from './compare-plan.ts';
import type { Messages } from './messages.ts';
import type { Outside } from './outside.ts';

/** What is to be run, and where finished replications are kept. */
export interface CampaignWork {
  readonly designs: readonly Design[];
  readonly plan: ComparePlan;
  readonly program: Program;
  /** Absolute path of the folder that keeps results. */
  readonly keptIn: string;
  /** Whether what is kept is forgotten first. */
  readonly fresh: boolean;
}

/** What the campaign gave. */
export interface CampaignOutcome {
  /** By design. */
  readonly results: readonly ResultsByReplication[];
  /** Marks the results of each design. */
  readonly hashes: readonly string[];
}

/**
 * Runs what is missing of the replications that the plan asks for.
 *
 * @throws Error when a replication fails twice; RunFolderError, Interrupted
 */
export async function runCampaign(
  work: CampaignWork,
  outside: Outside,
  messages: Messages,
  { progress, signal }: FolderWork,
): Promise<CampaignOutcome> {
  const { designs, plan, program, keptIn, fresh } = work;
  let ran = 0;
  let taken = 0;
  let warned = false;
  const campaign = new Campaign({
    designs,
    program,
    keptIn,
    fresh,
    self: outside,
    workers: plan.workers,
    signal,
    listeners: {
      onKept: (found, damage) => {
        taken += found;
        progress.restart();
        if (damage > 0 && !warned)
          messages.complain(
            `${damage} of the kept results in ${keptIn} are damaged or not vasim's; what they may have held is run again (--fresh forgets them)`,
          );
        warned ||= damage > 0;
      },
      onProgress: (done, total) => {
        ran += 1;
        progress.update(done / total, `${done} of ${total} replications`);
      },
      onRetry: (design, replication, error) =>
        messages.complain(
          `replication ${replication} of ${design} broke off (${reasonOf(error)}); it is run once more`,
        ),
    },
  });
  try {
    const results = await runPlan(campaign, plan, messages);
    limitKept(keptIn, new Set(campaign.hashes));
    return { results, hashes: campaign.hashes };
  } finally {
    await campaign.close();
    progress.clear();
    const rest = signal.aborted ? '; the same command goes on from there' : '';
    messages.say(`Replications: ${ran} run, ${taken} kept from earlier${rest}`);
  }
}

/**
 * Makes sure that every design has a figure.
 *
 * @throws CommandLineError with the figure that may have been meant
 */
export function requireFigure(figure: string, designs: readonly Design[]): void {
  for (const { name, parameters } of designs) {
    const figures = figureNames(parameters);
    if (!figures.includes(figure))
      throw new CommandLineError(
        `--precision-figure: ${name} has no figure ${figure}${suggestion(figure, figures)}`,
        'vasim compare',
      );
  }
}

async function runPlan(
  campaign: Campaign,
  { replications, goal, shard }: ComparePlan,
  messages: Messages,
): Promise<readonly ResultsByReplication[]> {
  if (goal === null) return campaign.run(replicationsOf(replications, shard));
  const outcome = await runToPrecision(campaign, replications, goal);
  const wanted = `${goal.figure} to ${goal.percentage}%`;
  messages.say(
    outcome.reached
      ? `${outcome.replications} replications of each design tell ${wanted}`
      : `${outcome.replications} replications of each design do not tell ${wanted}; --max-replications allows no more`,
  );
  return outcome.results;
}
