import { workerData } from 'node:worker_threads';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { OwnTask, ReplicationTask } from './design.ts';
import { type ReplicationResult, replicate } from './replicate.ts';

/** The designs; each worker is given them once, when it starts. */
const designs = workerData as readonly EstateParameters[];

/** What a worker of the pool does: one replication after another. */
export default function work(task: ReplicationTask | OwnTask): ReplicationResult {
  return replicate('parameters' in task ? task.parameters : designs[task.design], task.replication);
}
