import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { ProcessIdentity } from '../../recording/folder/process-identity.ts';
import { flatFigures } from '../comparison/figure-values.ts';
import type { Design, ReplicationTask } from './design.ts';
import { designHash, type Program } from './design-hash.ts';
import { figureNames } from './figure-names.ts';
import type { ReplicationResult } from './replicate.ts';
import { ReplicationCache } from './replication-cache.ts';
import { ReplicationFailure, runTasks } from './run-tasks.ts';
import { WorkerPool } from './worker-pool.ts';

/** What a {@link Campaign} tells while it goes on. */
export interface CampaignListeners {
  /** Results of earlier runs were looked through: those that serve, and the damaged lines and foreign files. */
  onKept(found: number, damage: number): void;
  /** Another replication is done, of those that had to be run. */
  onProgress(done: number, total: number): void;
  /** A replication has failed for the first time and is run again. */
  onRetry(design: string, replication: number, error: unknown): void;
}

export interface CampaignOptions {
  readonly designs: readonly Design[];
  readonly program: Program;
  /** Absolute path of the folder that keeps results. */
  readonly keptIn: string;
  /** Whether what is kept of these designs is forgotten first. */
  readonly fresh: boolean;
  readonly self: ProcessIdentity;
  /** Threads; the results do not depend on their number. */
  readonly workers: number;
  /** In place of vasim's own, for tests of what happens when a worker dies. */
  readonly workerFile?: URL;
  /** Ends the work; what is finished stays kept. */
  readonly signal: AbortSignal;
  readonly listeners: CampaignListeners;
}

/** The results of one design by the number of the replication, in ascending order. */
export type ResultsByReplication = ReadonlyMap<number, ReplicationResult>;

/** Many replications of some designs. Every result is kept as soon as there is one; what is kept is not run again. */
export class Campaign {
  private readonly options: CampaignOptions;
  private readonly kept: readonly ReplicationCache[];
  private readonly pool: WorkerPool;
  private readonly results: readonly Map<number, ReplicationResult>[];

  constructor(options: CampaignOptions) {
    const { designs, program, keptIn, self, workers, workerFile } = options;
    this.options = options;
    this.kept = designs.map(
      ({ parameters }) => new ReplicationCache(keptIn, designHash(parameters, program), self),
    );
    this.pool = new WorkerPool({
      designs: designs.map(({ parameters }) => parameters),
      workers,
      workerFile,
    });
    this.results = designs.map(() => new Map());
    if (options.fresh) for (const kept of this.kept) kept.clear();
  }

  /**
   * Has the given replications of all designs: those that are not there yet and not kept are run.
   *
   * @returns by design; the replications of earlier calls are there too
   * @throws Error with the design when a replication fails twice; RunFolderError; the signal's reason
   */
  async run(replications: readonly number[]): Promise<readonly ResultsByReplication[]> {
    await this.takeKept(replications);
    const tasks = this.missing(replications);
    await this.runAll(tasks);
    return this.results.map((results) => new Map([...results].sort(([left], [right]) => left - right)));
  }

  /** What marks the kept results of each design. */
  get hashes(): readonly string[] {
    return this.kept.map(({ hash }) => hash);
  }

  /** Ends the threads and closes the files. */
  async close(): Promise<void> {
    for (const kept of this.kept) kept.close();
    await this.pool.close();
  }

  private async takeKept(replications: readonly number[]): Promise<void> {
    const { designs, listeners } = this.options;
    const wanted = new Set(replications);
    let found = 0;
    let damage = 0;
    for (const [design, results] of this.results.entries()) {
      this.options.signal.throwIfAborted();
      const finding = await this.kept[design].read(
        (replication) => wanted.has(replication) && !results.has(replication),
      );
      const fits = shapeOf(designs[design]);
      for (const [replication, result] of finding.results) {
        if (fits(result)) {
          results.set(replication, result);
          found += 1;
        } else damage += 1;
      }
      damage += finding.damage;
    }
    listeners.onKept(found, damage);
  }

  /** By replication first, so that all designs have come equally far when the work is broken off. */
  private missing(replications: readonly number[]): ReplicationTask[] {
    return replications.flatMap((replication) =>
      this.results.flatMap((results, design) => (results.has(replication) ? [] : [{ design, replication }])),
    );
  }

  private async runAll(tasks: readonly ReplicationTask[]): Promise<void> {
    const { designs, workers, signal, listeners } = this.options;
    const endThreads = () => this.pool.close();
    signal.addEventListener('abort', endThreads);
    let done = 0;
    try {
      await runTasks(
        tasks,
        Math.min(workers, tasks.length),
        this.pool,
        {
          onDone: ({ design, replication }, result) => {
            this.kept[design].append(replication, result);
            this.results[design].set(replication, result);
            done += 1;
            listeners.onProgress(done, tasks.length);
          },
          onRetry: ({ design, replication }, error) =>
            listeners.onRetry(designs[design].name, replication, error),
        },
        signal,
      );
    } catch (error) {
      if (!(error instanceof ReplicationFailure)) throw error;
      throw new Error(`design ${designs[error.task.design].name}: ${error.message}`, { cause: error });
    } finally {
      signal.removeEventListener('abort', endThreads);
    }
  }
}

/** Says of a result that was kept whether it has the figures and the days that the design's have. */
function shapeOf({ parameters }: Design): (result: ReplicationResult) => boolean {
  const paths = new Set(figureNames(parameters));
  const days = Math.ceil(parameters.duration / MINUTES_PER_DAY);
  return ({ figures, bands }) => {
    const own = [...flatFigures(figures)];
    return (
      bands.licensed.length === days &&
      own.length === paths.size &&
      own.every(([path, value]) => paths.has(path) && (value === null || Number.isFinite(value)))
    );
  };
}
