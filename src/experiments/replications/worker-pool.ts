import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { OwnTask, ReplicationTask } from './design.ts';
import type { ReplicationResult } from './replicate.ts';

/** What the threads of a pool run: a bundle of `worker.ts` and all that it imports. */
export const WORKER_FILE = new URL('./worker.cjs', import.meta.url);

export interface WorkerPoolOptions {
  /** Each worker is given them once, when it starts. */
  readonly designs: readonly EstateParameters[];
  /** Threads; the results do not depend on their number. */
  readonly workers: number;
  /** In place of vasim's own, for tests of what happens when a worker dies. */
  readonly workerFile?: URL;
}

/** The program is not whole: the file that threads run is missing. */
export class WorkerMissing extends Error {
  override readonly name = 'WorkerMissing';

  constructor(file: string) {
    super(
      `${file} is missing, which replications run in: install vasim again or, in its sources, run npm run build`,
    );
  }
}

/** Threads that run replications. They start with the first that is asked for; one that dies is replaced. */
export class WorkerPool {
  private readonly options: WorkerPoolOptions;
  private pool: Piscina<ReplicationTask | OwnTask, ReplicationResult> | undefined;

  /** @throws WorkerMissing */
  constructor(options: WorkerPoolOptions) {
    this.options = options;
    const file = fileURLToPath(options.workerFile ?? WORKER_FILE);
    // A thread whose file is missing dies, is replaced and dies again, and nobody would ever get an answer.
    if (!existsSync(file)) throw new WorkerMissing(file);
  }

  /**
   * Runs a replication on a thread that is free, or becomes so.
   *
   * @throws Error whatever the worker failed or died of, or when the pool was closed meanwhile
   */
  run(task: ReplicationTask | OwnTask): Promise<ReplicationResult> {
    this.pool ??= this.start();
    return this.pool.run(task);
  }

  /** Ends all threads at once; replications that they are at are lost. */
  async close(): Promise<void> {
    await this.pool?.destroy();
  }

  private start(): Piscina<ReplicationTask | OwnTask, ReplicationResult> {
    const { designs, workers, workerFile = WORKER_FILE } = this.options;
    const pool = new Piscina<ReplicationTask | OwnTask, ReplicationResult>({
      filename: fileURLToPath(workerFile),
      // A thread starts when a task finds none free: there are never more than tasks.
      minThreads: 0,
      maxThreads: workers,
      idleTimeout: Number.POSITIVE_INFINITY,
      workerData: designs,
      recordTiming: false,
    });
    // A thread that dies between two replications takes no result with it, and is replaced.
    pool.on('error', () => {});
    return pool;
  }
}
