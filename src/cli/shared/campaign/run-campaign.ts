import { clearInterval, setInterval } from 'node:timers';
import {
  Campaign,
  type CampaignListeners,
  type ResultsByReplication,
} from '../../../experiments/replications/campaign.ts';
import type { Design } from '../../../experiments/replications/design.ts';
import type { Program } from '../../../experiments/replications/design-hash.ts';
import { evictOldest } from '../../../experiments/replications/evict-oldest.ts';
import { type PrecisionGoal, runToPrecision } from '../../../experiments/replications/precision-goal.ts';
import { hashOfProgramCode } from '../../../experiments/replications/program-code.ts';
import { keptBeside } from '../../../experiments/replications/replication-cache.ts';
import { reasonOf } from '../../../experiments/replications/run-tasks.ts';
import { replicationsOf } from '../../../experiments/replications/shards.ts';
import type { Messages } from '../messages.ts';
import type { ProcessHost } from '../process-host.ts';
import type { ResultsWork } from '../results/results-folder.ts';
import { readVersion } from '../version.ts';
import type { CampaignPlan } from './plan.ts';

/** Designs that are under way at the same time: each has a file open for what is kept of it. */
const BATCH = 200;

/** Progress is shown so often, also while no replication ends. */
const BEAT_MILLISECONDS = 1_000;

/** What is to be run. */
export interface CampaignWork {
  readonly designs: readonly Design[];
  readonly plan: CampaignPlan;
  /** Whether what is kept is forgotten first. */
  readonly fresh: boolean;
  /** Whether the days of each replication are in the outcome. */
  readonly usesDays: boolean;
}

/** What the replications gave. */
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
  host: ProcessHost,
  messages: Messages,
  resultsWork: ResultsWork,
): Promise<CampaignOutcome> {
  const runner = new CampaignRunner(work, host, messages, resultsWork);
  const beat = setInterval(() => runner.showAgain(), BEAT_MILLISECONDS);
  try {
    const { goal } = work.plan;
    const outcome = goal === null ? await runner.runBatches() : await runner.runToGoal(goal);
    evictOldest(runner.keptIn, new Set(outcome.hashes));
    return outcome;
  } finally {
    clearInterval(beat);
    runner.report();
  }
}

/** Runs the campaign of one command and keeps the user informed. */
class CampaignRunner {
  /** Absolute path of the folder that keeps results. */
  readonly keptIn: string;
  private readonly work: CampaignWork;
  private readonly host: ProcessHost;
  private readonly messages: Messages;
  private readonly resultsWork: ResultsWork;
  private readonly program: Program = { version: readVersion(), code: hashOfProgramCode() };
  private ran = 0;
  private taken = 0;
  private damaged = 0;
  private shown: [done: number, total: number] | null = null;

  constructor(work: CampaignWork, host: ProcessHost, messages: Messages, resultsWork: ResultsWork) {
    this.keptIn = keptBeside(resultsWork.place);
    this.work = work;
    this.host = host;
    this.messages = messages;
    this.resultsWork = resultsWork;
  }

  /** Runs a fixed number of replications, some hundred designs at a time. */
  async runBatches(): Promise<CampaignOutcome> {
    const { designs, plan } = this.work;
    const replications = replicationsOf(plan.replications, plan.shard);
    const total = designs.length * replications.length;
    const results: ResultsByReplication[] = [];
    const hashes: string[] = [];
    for (let first = 0; first < designs.length; first += BATCH) {
      const campaign = this.open(designs.slice(first, first + BATCH), () =>
        this.show(this.ran + this.taken, total),
      );
      try {
        results.push(...this.wanted(await campaign.run(replications)));
        hashes.push(...campaign.hashes);
      } finally {
        await campaign.close();
      }
    }
    return { results, hashes };
  }

  /** Runs as many replications as the precision takes that is asked for. */
  async runToGoal(goal: PrecisionGoal): Promise<CampaignOutcome> {
    const { designs, plan } = this.work;
    const campaign = this.open(designs, (done, total) => this.show(done, total));
    try {
      const { reached, replications, results } = await runToPrecision(
        campaign,
        plan.replications,
        goal,
        designs.map(({ random }) => random),
      );
      const outcome = `after ${replications} replications of each design`;
      this.messages.info(
        reached
          ? `Reached ${goal.percentage}% precision for ${goal.figure} ${outcome}`
          : `Did not reach ${goal.percentage}% precision for ${goal.figure} ${outcome}, the maximum (--max-replications)`,
      );
      return { results: this.wanted(results), hashes: campaign.hashes };
    } finally {
      await campaign.close();
    }
  }

  /** Says what was run, and how much of what was kept is of no use, when all campaigns are closed. */
  report(): void {
    const { progress, signal } = this.resultsWork;
    progress.clear();
    if (this.damaged > 0)
      this.messages.error(
        `${this.damaged} of the kept results in ${this.keptIn} are damaged or not vasim's; those replications are run again (--fresh discards all that is kept)`,
      );
    const rest = signal.aborted ? '; the same command continues from there' : '';
    this.messages.info(`Replications: ${this.ran} run, ${this.taken} kept from earlier${rest}`);
  }

  private open(designs: readonly Design[], onProgress: CampaignListeners['onProgress']): Campaign {
    let firstLook = true;
    this.resultsWork.progress.restart();
    this.shown ??= [0, designs.length * this.work.plan.replications];
    return new Campaign({
      designs,
      program: this.program,
      keptIn: this.keptIn,
      fresh: this.work.fresh,
      self: this.host,
      workers: this.work.plan.workers,
      signal: this.resultsWork.signal,
      listeners: {
        onKept: (found, damage) => {
          this.taken += found;
          if (firstLook) this.damaged += damage;
          firstLook = false;
        },
        onProgress: (done, total) => {
          this.ran += 1;
          onProgress(done, total);
        },
        onRetry: (design, replication, error) =>
          this.messages.error(
            `replication ${replication} of ${design} failed (${reasonOf(error)}); retrying once`,
          ),
      },
    });
  }

  /** Shows how far the work was when a replication ended last. */
  showAgain(): void {
    if (this.shown !== null) this.show(...this.shown);
  }

  private show(done: number, total: number): void {
    this.shown = [done, total];
    this.resultsWork.progress.update(done / total, `${done} of ${total} replications`);
  }

  /** Leaves out what nobody looks at. */
  private wanted(results: readonly ResultsByReplication[]): readonly ResultsByReplication[] {
    return this.work.usesDays ? results : results.map(withoutDays);
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
