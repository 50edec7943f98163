import { replicate } from '../../experiments/replications/replicate.ts';
import { ReplicationFailure, runTasks, type TaskRunner } from '../../experiments/replications/run-tasks.ts';
import { WorkerPool } from '../../experiments/replications/worker-pool.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import type { Interruption } from '../shared/interruption.ts';
import type { Messages } from '../shared/messages.ts';
import type { Progress } from '../shared/progress.ts';

/** What answers are run with. */
export interface AnswerWork {
  readonly workers: number;
  readonly progress: Progress;
  readonly interruption: Interruption;
  readonly messages: Messages;
  readonly signal: AbortSignal;
}

/** An answer that can be run. */
export interface RunnableAnswer {
  /** As messages call it. */
  readonly name: string;
  readonly parameters: EstateParameters;
  readonly replications: number;
}

/** The figures of an answer's replications in their order, or why there are none. */
export type AnswerRuns = readonly Figures[] | { readonly failure: string };

/**
 * Runs answers one after the other, the replications of each on all workers. The figures do not depend on their number.
 * An answer whose replication fails twice does not stop the others.
 *
 * @throws Interrupted
 */
export async function runAnswers(
  answers: readonly RunnableAnswer[],
  work: AnswerWork,
): Promise<AnswerRuns[]> {
  const total = answers.reduce((sum, { replications }) => sum + replications, 0);
  let done = 0;
  const { progress, signal } = work;
  const pool = work.workers === 1 ? null : new WorkerPool({ designs: [], workers: work.workers });
  const endThreads = () => pool?.close();
  signal.addEventListener('abort', endThreads);
  progress.restart();
  try {
    const runs: AnswerRuns[] = [];
    for (const answer of answers) {
      runs.push(
        await runAnswer(answer, pool, work, () => {
          done += 1;
          progress.update(done / total, `${done} of ${total} runs`);
        }),
      );
    }
    return runs;
  } finally {
    signal.removeEventListener('abort', endThreads);
    await pool?.close();
    progress.clear();
  }
}

async function runAnswer(
  { name, parameters, replications }: RunnableAnswer,
  pool: WorkerPool | null,
  { workers, interruption, messages, signal }: AnswerWork,
  onDone: () => void,
): Promise<AnswerRuns> {
  const figures: Figures[] = [];
  const runner: TaskRunner = {
    run: async ({ replication }) => {
      if (pool !== null) return pool.run({ parameters, replication });
      await interruption.checkpoint();
      return replicate(parameters, replication);
    },
  };
  const tasks = Array.from({ length: replications }, (_, replication) => ({ design: 0, replication }));
  try {
    await runTasks(
      tasks,
      Math.min(workers, replications),
      runner,
      {
        onDone: ({ replication }, result) => {
          figures[replication] = result.figures;
          onDone();
        },
        onRetry: ({ replication }) => messages.error(`run ${replication} of ${name} failed; retrying once`),
      },
      signal,
    );
    return figures;
  } catch (error) {
    if (!(error instanceof ReplicationFailure)) throw error;
    return { failure: error.message };
  }
}
