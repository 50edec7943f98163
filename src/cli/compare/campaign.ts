import type { Campaign, ResultsByReplication } from '../../experiments/replications/campaign.ts';
import type { Design } from '../../experiments/replications/design.ts';
import { evictOldest } from '../../experiments/replications/evict-oldest.ts';
import { figureNames } from '../../experiments/replications/figure-names.ts';
import { runToPrecision } from '../../experiments/replications/precision-goal.ts';
import { replicationsOf } from '../../experiments/replications/shards.ts';
import { suggestion } from '../../text/nearest.ts';
import type { FolderWork } from '../campaign/fill-folder.ts';
import type { CampaignPlan } from '../campaign/plan.ts';
import { type CampaignOutcome, CampaignRunner, type CampaignWork } from '../campaign/runner.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { Messages } from '../messages.ts';
import type { Outside } from '../outside.ts';

/**
 * Runs what is missing of the replications that the plan asks for.
 *
 * @throws Error when a replication fails twice; RunFolderError, Interrupted
 */
export async function runCampaign(
  work: CampaignWork,
  outside: Outside,
  messages: Messages,
  folderWork: FolderWork,
): Promise<CampaignOutcome> {
  const runner = new CampaignRunner(work, outside, messages, folderWork);
  let warned = false;
  const campaign = runner.open(work.designs, {
    onKept: (damage) => {
      folderWork.progress.restart();
      if (!warned) runner.tellDamage(damage);
      warned ||= damage > 0;
    },
    onProgress: (done, total) => runner.show(done, total),
  });
  try {
    const results = await runPlan(campaign, work.plan, messages);
    evictOldest(runner.keptIn, new Set(campaign.hashes));
    return { results, hashes: campaign.hashes };
  } finally {
    await campaign.close();
    runner.tellEnd();
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
  { replications, goal, shard }: CampaignPlan,
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
