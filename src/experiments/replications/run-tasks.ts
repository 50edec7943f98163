import type { ReplicationTask } from './design.ts';
import type { ReplicationResult } from './replicate.ts';

/** Runs replications somewhere: in the threads of a pool, or where a test says. */
export interface TaskRunner {
  run(task: ReplicationTask): Promise<ReplicationResult>;
}

export interface TaskListeners {
  /** A replication is done; they come in any order. */
  onDone(task: ReplicationTask, result: ReplicationResult): void;
  /** One has failed for the first time and is run again. */
  onRetry(task: ReplicationTask, error: unknown): void;
}

/** A replication failed, and failed again. */
export class ReplicationFailure extends Error {
  override readonly name = 'ReplicationFailure';
  readonly task: ReplicationTask;

  constructor(task: ReplicationTask, cause: unknown) {
    super(`replication ${task.replication} failed twice: ${reasonOf(cause)}`, { cause });
    this.task = task;
  }
}

/**
 * Runs replications, as many at a time as there are workers; one that fails, because its worker died or whatever
 * else, is run once more. None is begun before a worker is free for it, so memory does not grow with their number.
 *
 * @param signal ends the work: no replication is begun any more, and failures are put down to it
 * @throws ReplicationFailure when one fails twice; those that have begun are waited for, no other is begun
 * @throws the signal's reason
 */
export async function runTasks(
  tasks: Iterable<ReplicationTask>,
  workers: number,
  runner: TaskRunner,
  listeners: TaskListeners,
  signal: AbortSignal,
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  const failures: unknown[] = [];
  const lane = async () => {
    try {
      for (let next = queue.next(); !next.done && failures.length === 0; next = queue.next())
        listeners.onDone(next.value, await runTwice(next.value, runner, listeners, signal));
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: workers }, lane));
  if (failures.length > 0) throw failures[0];
}

async function runTwice(
  task: ReplicationTask,
  runner: TaskRunner,
  listeners: TaskListeners,
  signal: AbortSignal,
): Promise<ReplicationResult> {
  signal.throwIfAborted();
  try {
    return await runner.run(task);
  } catch (error) {
    signal.throwIfAborted();
    listeners.onRetry(task, error);
  }
  try {
    return await runner.run(task);
  } catch (error) {
    signal.throwIfAborted();
    throw new ReplicationFailure(task, error);
  }
}

/** What an error says, for people. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
