import { resolve } from 'node:path';
import type { ComparisonOptions } from '../../../experiments/comparison/compare.ts';
import { campaignNeeds } from '../../../experiments/needs/campaign-needs.ts';
import type { Design } from '../../../experiments/replications/design.ts';
import { replicationsOf } from '../../../experiments/replications/shards.ts';
import { announceNeeds } from '../memory/announce-needs.ts';
import type { Messages } from '../messages.ts';
import type { ProcessHost } from '../process-host.ts';
import { questionName } from '../results/question-name.ts';
import { makeResultsFolder } from '../results/results-folder.ts';
import { readVersion } from '../version.ts';
import { type CampaignContent, provenanceOf } from './content.ts';
import type { CampaignKind } from './kind.ts';
import type { CampaignPlan } from './plan.ts';
import { reportFindings } from './report.ts';
import { runCampaign } from './run-campaign.ts';
import { shardSuffix, writeShard } from './shard.ts';

/** A campaign as a command line asks for it. */
export interface CampaignRequest<Findings> {
  readonly kind: CampaignKind<Findings>;
  readonly designs: readonly Design[];
  readonly plan: CampaignPlan;
  /** The name of the folder of the whole, unless `--out` names another place. */
  readonly name: string;
  /** The command line as the manifest records it. */
  readonly commandLine: readonly string[];
  /** How the designs are evaluated. */
  readonly evaluation: ComparisonOptions;
  readonly args: {
    readonly out?: string;
    readonly quiet?: boolean;
    readonly json?: boolean;
    readonly fresh?: boolean;
    readonly 'no-charts'?: boolean;
    readonly 'no-report'?: boolean;
  };
}

/**
 * Runs a campaign, makes the folder of its results and shows what they say. A shard is not judged: that needs all of
 * them.
 *
 * @throws RunFolderError, Interrupted; Error when a replication fails twice
 */
export async function performCampaign<Findings>(
  { kind, designs, plan, name, commandLine, evaluation, args }: CampaignRequest<Findings>,
  host: ProcessHost,
  messages: Messages,
): Promise<void> {
  const { shard, replications } = plan;
  const size = {
    designs: designs.map(({ parameters }) => parameters),
    replications: plan.goal?.mostReplications ?? replicationsOf(replications, shard).length,
    workers: plan.workers,
    usesDays: kind.usesDays,
  };
  announceNeeds('the work', campaignNeeds(size), host, messages);
  // Parts are made on many computers: what lies on one of them must not decide their names.
  const own = shard === null ? questionName(resolve(host.currentFolder, 'out'), name, commandLine) : name;
  const request = { name: `${own}${shardSuffix(shard)}`, args };
  const { result, shownPlace } = await makeResultsFolder(request, host, async (work) => {
    const fresh = args.fresh === true;
    const campaign = { designs, plan, fresh, usesDays: kind.usesDays };
    const { results, hashes } = await runCampaign(campaign, host, messages, work);
    const [{ parameters }] = designs;
    const content: CampaignContent = {
      designs,
      results,
      version: readVersion(),
      seed: parameters.seed,
      commandLine,
      charts: !args['no-charts'],
      report: !args['no-report'],
      evaluation,
    };
    const provenance = provenanceOf(content);
    if (shard === null) return { provenance, result: await kind.write(content, work, messages) };
    writeShard(work.folder, { content, shard, replications, name, hashes, grid: kind.grid });
    return { provenance, result: null };
  });
  if (result !== null) reportFindings(kind, { result, shownPlace }, args, host, messages);
  else messages.info(`This shard is in ${shownPlace}; \`vasim merge\` joins it with the others`);
}
