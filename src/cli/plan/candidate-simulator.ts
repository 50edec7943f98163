import type { Request, Simulate } from '../../advice/improve/evidence.ts';
import { type Outcome, outcomeOf } from '../../advice/improve/outcome.ts';
import type { ReplicationTask } from '../../experiments/replications/design.ts';
import { designHash, type Program } from '../../experiments/replications/design-hash.ts';
import { evictOldest } from '../../experiments/replications/evict-oldest.ts';
import { hashOfProgramCode } from '../../experiments/replications/program-code.ts';
import type { ReplicationResult } from '../../experiments/replications/replicate.ts';
import { keptBeside, ReplicationCache } from '../../experiments/replications/replication-cache.ts';
import { reasonOf, runTasks } from '../../experiments/replications/run-tasks.ts';
import { WorkerPool } from '../../experiments/replications/worker-pool.ts';
import type { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import type { ResultsWork } from '../shared/results/results-folder.ts';
import { readVersion } from '../shared/version.ts';

export interface SimulatorOptions {
  readonly workers: number;
  /** Whether what earlier searches have kept is forgotten. */
  readonly fresh: boolean;
}

/**
 * Runs replications of candidates on threads, and keeps each at once next to the results: a search that was broken off, or one
 * with another goal, takes them from there. `vasim compare` of the same designs finds them too.
 */
export class CandidateSimulator {
  private readonly options: SimulatorOptions;
  private readonly host: ProcessHost;
  private readonly messages: Messages;
  private readonly signal: AbortSignal;
  private readonly keptIn: string;
  private readonly pool: WorkerPool;
  private readonly program: Program = { version: readVersion(), code: hashOfProgramCode() };
  private readonly hashes = new Set<string>();
  private ran = 0;
  private taken = 0;

  constructor(options: SimulatorOptions, host: ProcessHost, messages: Messages, work: ResultsWork) {
    this.options = options;
    this.host = host;
    this.messages = messages;
    this.signal = work.signal;
    this.keptIn = keptBeside(work.place);
    this.pool = new WorkerPool({ designs: [], workers: options.workers });
  }

  /**
   * Has replications of a candidate, kept or run now.
   *
   * @throws Error when one fails twice; RunFolderError; the signal's reason
   */
  readonly simulate: Simulate = async ({ candidate, replications }: Request) => {
    const { parameters } = candidate.scenario;
    const hash = designHash(parameters, this.program);
    const cache = new ReplicationCache(this.keptIn, hash, this.host);
    if (this.options.fresh && !this.hashes.has(hash)) cache.clear();
    this.hashes.add(hash);
    const outcomes = new Map<number, Outcome>();
    const take = (replication: number, { figures }: ReplicationResult) =>
      outcomes.set(replication, outcomeOf(figures, candidate.floor.hosts));
    try {
      const { results } = await cache.read((replication) => replications.includes(replication));
      for (const [replication, result] of results) take(replication, result);
      this.taken += results.size;
      const missing = replications.filter((replication) => !outcomes.has(replication));
      await this.run(
        missing,
        (replication) => this.pool.run({ parameters, replication }),
        (replication, result) => {
          cache.append(replication, result);
          take(replication, result);
        },
      );
    } finally {
      cache.close();
    }
    return replications.map((replication) => required(outcomes, replication));
  };

  /** Ends the threads, and says how much was run. */
  async close(): Promise<void> {
    await this.pool.close();
    if (!this.signal.aborted) evictOldest(this.keptIn, this.hashes);
    const rest = this.signal.aborted ? '; the same command continues from there' : '';
    this.messages.info(`Replications: ${this.ran} run, ${this.taken} kept from earlier${rest}`);
  }

  private async run(
    replications: readonly number[],
    start: (replication: number) => Promise<ReplicationResult>,
    onResult: (replication: number, result: ReplicationResult) => void,
  ): Promise<void> {
    const tasks: ReplicationTask[] = replications.map((replication) => ({ design: 0, replication }));
    const endThreads = () => void this.pool.close();
    this.signal.addEventListener('abort', endThreads);
    try {
      await runTasks(
        tasks,
        Math.min(this.options.workers, tasks.length),
        { run: ({ replication }) => start(replication) },
        {
          onDone: ({ replication }, result) => {
            this.ran += 1;
            onResult(replication, result);
          },
          onRetry: ({ replication }, error) =>
            this.messages.error(`replication ${replication} failed (${reasonOf(error)}); retrying once`),
        },
        this.signal,
      );
    } finally {
      this.signal.removeEventListener('abort', endThreads);
    }
  }
}

/** @throws Error when a replication was neither kept nor run */
function required(outcomes: ReadonlyMap<number, Outcome>, replication: number): Outcome {
  const outcome = outcomes.get(replication);
  if (outcome === undefined) throw new Error(`replication ${replication} gave nothing`);
  return outcome;
}
