import { describe, expect, test } from 'vitest';
import type { ReplicationTask } from '../../../src/experiments/replications/design.ts';
import type { ReplicationResult } from '../../../src/experiments/replications/replicate.ts';
import { ReplicationFailure, runTasks } from '../../../src/experiments/replications/run-tasks.ts';
import { resultOf } from './results.ts';

const TASKS = [0, 1, 2, 3, 4].map((replication) => ({ design: 0, replication }));
const never = new AbortController().signal;

/** Runs the tasks by a function, and says what was told meanwhile. */
async function follow(
  run: (task: ReplicationTask) => Promise<ReplicationResult>,
  workers = 2,
  signal = never,
) {
  const done: number[] = [];
  const retried: string[] = [];
  const listeners = {
    onDone: ({ replication }: ReplicationTask) => done.push(replication),
    onRetry: ({ replication }: ReplicationTask, error: unknown) => retried.push(`${replication} ${error}`),
  };
  const outcome = await runTasks(TASKS, workers, { run }, listeners, signal).catch((error) => error);
  return { done: done.sort(), retried, outcome };
}

describe('running many replications', () => {
  test('runs each once', async () => {
    const { done, retried } = await follow(async ({ replication }) => resultOf(replication));
    expect(done).toEqual([0, 1, 2, 3, 4]);
    expect(retried).toEqual([]);
  });

  test('has never more under way than there are workers', async () => {
    let now = 0;
    let most = 0;
    await follow(async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      return resultOf(0);
    }, 3);
    expect(most).toBe(3);
  });

  test('runs one that fails once more, and says so', async () => {
    const failed = new Set<number>();
    const { done, retried } = await follow(async ({ replication }) => {
      if (replication % 2 === 1 && !failed.has(replication)) {
        failed.add(replication);
        throw new Error('worker exited');
      }
      return resultOf(replication);
    });
    expect(done).toEqual([0, 1, 2, 3, 4]);
    expect(retried).toEqual(['1 Error: worker exited', '3 Error: worker exited']);
  });

  test('gives up when one fails twice, and begins no other', async () => {
    const begun: number[] = [];
    const { outcome, done } = await follow(async ({ replication }) => {
      begun.push(replication);
      if (replication === 1) throw new Error('broken');
      return resultOf(replication);
    }, 1);
    expect(outcome).toBeInstanceOf(ReplicationFailure);
    expect(outcome).toMatchObject({ message: 'replication 1 failed twice: broken', task: TASKS[1] });
    expect({ begun, done }).toEqual({ begun: [0, 1, 1], done: [0] });
  });

  test('ends with the reason of the signal, and takes failures behind it for its work', async () => {
    const controller = new AbortController();
    const { outcome, done, retried } = await follow(
      async ({ replication }) => {
        if (replication < 2) return resultOf(replication);
        controller.abort(new Error('enough'));
        throw new Error('terminated');
      },
      1,
      controller.signal,
    );
    expect(outcome).toMatchObject({ message: 'enough' });
    expect({ done, retried }).toEqual({ done: [0, 1], retried: [] });
  });
});
