import { dirname, join } from 'node:path';
import { Campaign, type ResultsByReplication } from '../experiments/replications/campaign.ts';
import type { Design } from '../experiments/replications/design.ts';
import { limitKept } from '../experiments/replications/kept-limit.ts';
import { hashOfProgramCode } from '../experiments/replications/program-code.ts';
import { reasonOf } from '../experiments/replications/run-tasks.ts';
import { replicationsOf } from '../experiments/replications/shards.ts';
import type { FolderWork } from './compare-folder.ts';
import type { ComparePlan } from './compare-plan.ts';
import type { Messages } from './messages.ts';
import type { Outside } from './outside.ts';
import { readVersion } from './version.ts';

/** The folder, beside the results, that keeps finished replications. */
const KEPT = '.vasim-replications';

/** Points that are under way at the same time: each has a file open for what is kept of it. */
const BATCH = 200;

/** What a sweep runs. */
export interface SweepWork {
  readonly designs: readonly Design[];
  readonly plan: ComparePlan;
  /** Absolute path of the folder of results. */
  readonly place: string;
  /** Whether what is kept is forgotten first. */
  readonly fresh: boolean;
}

/** What the points gave. */
export interface SweepOutcome {
  /** By point; without the days, which no sweep shows. */
  readonly results: readonly ResultsByReplication[];
  /** Marks the results of each point. */
  readonly hashes: readonly string[];
}

/**
 * Runs what is missing of the replications of all points, some hundred points at a time.
 *
 * @throws Error when a replication fails twice; RunFolderError, Interrupted
 */
export async function runSweep(
  work: SweepWork,
  outside: Outside,
  messages: Messages,
  folderWork: FolderWork,
): Promise<SweepOutcome> {
  const { designs, plan, place } = work;
  const replications = replicationsOf(plan.replications, plan.shard);
  const keptIn = join(dirname(place), KEPT);
  const program = { version: readVersion(), code: hashOfProgramCode() };
  const total = designs.length * replications.length;
  const counts = { ran: 0, taken: 0, damaged: 0 };
  const { progress, signal } = folderWork;
  const results: ResultsByReplication[] = [];
  const hashes: string[] = [];
  try {
    for (let first = 0; first < designs.length; first += BATCH) {
      const campaign = new Campaign({
        designs: designs.slice(first, first + BATCH),
        program,
        keptIn,
        fresh: work.fresh,
        self: outside,
        workers: plan.workers,
        signal,
        listeners: {
          onKept: (found, damage) => {
            counts.taken += found;
            counts.damaged += damage;
          },
          onProgress: () => {
            counts.ran += 1;
            const done = counts.ran + counts.taken;
            progress.update(done / total, `${done} of ${total} replications`);
          },
          onRetry: (design, replication, error) =>
            messages.complain(
              `replication ${replication} of ${design} broke off (${reasonOf(error)}); it is run once more`,
            ),
        },
      });
      try {
        results.push(...(await campaign.run(replications)).map(withoutDays));
        hashes.push(...campaign.hashes);
      } finally {
        await campaign.close();
      }
    }
    limitKept(keptIn, new Set(hashes));
    return { results, hashes };
  } finally {
    progress.clear();
    if (counts.damaged > 0)
      messages.complain(
        `${counts.damaged} of the kept results in ${keptIn} are damaged or not vasim's; what they may have held is run again (--fresh forgets them)`,
      );
    const rest = signal.aborted ? '; the same command goes on from there' : '';
    messages.say(`Replications: ${counts.ran} run, ${counts.taken} kept from earlier${rest}`);
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
