import type { ResultsByReplication } from '../../experiments/replications/campaign.ts';
import { evictOldest } from '../../experiments/replications/evict-oldest.ts';
import { replicationsOf } from '../../experiments/replications/shards.ts';
import type { FolderWork } from '../campaign/fill-folder.ts';
import { type CampaignOutcome, CampaignRunner, type CampaignWork } from '../campaign/runner.ts';
import type { Messages } from '../messages.ts';
import type { Outside } from '../outside.ts';

/** Points that are under way at the same time: each has a file open for what is kept of it. */
const BATCH = 200;

/**
 * Runs what is missing of the replications of all points, some hundred points at a time. Days, which no sweep shows, are
 * left out of the outcome.
 *
 * @throws Error when a replication fails twice; RunFolderError, Interrupted
 */
export async function runSweep(
  work: CampaignWork,
  outside: Outside,
  messages: Messages,
  folderWork: FolderWork,
): Promise<CampaignOutcome> {
  const { designs, plan } = work;
  const replications = replicationsOf(plan.replications, plan.shard);
  const total = designs.length * replications.length;
  const runner = new CampaignRunner(work, outside, messages, folderWork);
  const results: ResultsByReplication[] = [];
  const hashes: string[] = [];
  let damaged = 0;
  try {
    for (let first = 0; first < designs.length; first += BATCH) {
      const campaign = runner.open(designs.slice(first, first + BATCH), {
        onKept: (damage) => {
          damaged += damage;
        },
        onProgress: () => runner.show(runner.done, total),
      });
      try {
        results.push(...(await campaign.run(replications)).map(withoutDays));
        hashes.push(...campaign.hashes);
      } finally {
        await campaign.close();
      }
    }
    evictOldest(runner.keptIn, new Set(hashes));
    return { results, hashes };
  } finally {
    folderWork.progress.clear();
    runner.tellDamage(damaged);
    runner.tellEnd();
  }
}

function withoutDays(results: ResultsByReplication): ResultsByReplication {
  return new Map(
    [...results].map(([replication, { figures }]) => [
      replication,
      { figures, bands: { licensed: [], ended: [] } },
    ]),
  );
}
