import { availableParallelism } from 'node:os';
import { type Comparison, compareDesigns } from '../experiments/comparison/compare.ts';
import { tabulate } from '../experiments/comparison/design-results.ts';
import { type FigureColumn, figureColumn } from '../experiments/comparison/figure-values.ts';
import type { ReplicationTask } from '../experiments/replications/design.ts';
import { isRandom } from '../experiments/replications/randomness.ts';
import type { ReplicationResult } from '../experiments/replications/replicate.ts';
import { runTasks } from '../experiments/replications/run-tasks.ts';
import { replicationsOf } from '../experiments/replications/shards.ts';
import { WorkerPool } from '../experiments/replications/worker-pool.ts';
import { resolveScenario } from './internals.ts';
import type { LoadedScenario } from './loaded-scenario.ts';

/** How designs are compared. */
export interface CompareOptions {
  /** Of each design; 30 by default. */
  readonly replications?: number;
  /** For all designs; that of the first by default. */
  readonly seed?: string | number;
  /** A duration, such as `90 d`, in place of the scenarios'. */
  readonly until?: string;
  /** The number of threads, which does not change results; all cores by default. */
  readonly workers?: number;
  /** Ends the work early. */
  readonly signal?: AbortSignal;
  /** Is called after each replication. */
  readonly onProgress?: (done: number, total: number) => void;
}

const DEFAULT_REPLICATIONS = 30;

/**
 * Runs designs many times on common random numbers and compares each with the first.
 *
 * @param designs scenarios by the names that results call them, or in a list: then their own names are taken
 * @throws RangeError when there is no design, two have one name, or an option makes no sense
 * @throws ScenarioError when `until` is no duration; the signal's reason; Error when a replication fails twice
 */
export async function compare(
  designs: readonly LoadedScenario[] | Readonly<Record<string, LoadedScenario>>,
  options: CompareOptions = {},
): Promise<Comparison> {
  const { until, onProgress, signal = new AbortController().signal } = options;
  const { replications = DEFAULT_REPLICATIONS, workers = availableParallelism() } = options;
  requirePositive('replications', replications);
  requirePositive('workers', workers);
  const named = namedDesigns(designs);
  const [[, first]] = named;
  const seed = options.seed ?? resolveScenario(first).seed;
  const parameters = named.map(([, design]) => resolveScenario(design, { seed, until }).parameters);
  const figures = named.map(() => new Map<number, FigureColumn>());
  const tasks = replicationsOf(replications, null).flatMap((replication) =>
    named.map((_, design) => ({ design, replication })),
  );
  const threads = Math.min(workers, tasks.length);
  const pool = new WorkerPool({ designs: parameters, workers: threads });
  const end = () => void pool.close();
  signal.addEventListener('abort', end);
  let done = 0;
  const listeners = {
    onDone: ({ design, replication }: ReplicationTask, result: ReplicationResult) => {
      figures[design].set(replication, figureColumn(result.figures));
      done += 1;
      onProgress?.(done, tasks.length);
    },
    onRetry: () => {},
  };
  try {
    await runTasks(tasks, threads, pool, listeners, signal);
  } finally {
    signal.removeEventListener('abort', end);
    await pool.close();
  }
  return compareDesigns(
    named.map(([name], index) =>
      tabulate(name, figures[index], isRandom(parameters[index]), parameters[index].prices?.currency ?? null),
    ),
  );
}

function namedDesigns(
  designs: readonly LoadedScenario[] | Readonly<Record<string, LoadedScenario>>,
): (readonly [string, LoadedScenario])[] {
  const named = isList(designs)
    ? designs.map((design) => [design.name, design] as const)
    : Object.entries(designs);
  if (named.length === 0) throw new RangeError('no design to compare');
  const twice = named.find(([name], index) => named.findIndex(([other]) => other === name) !== index);
  if (twice !== undefined) throw new RangeError(`two designs are named ${twice[0]}; pass them by name`);
  return named;
}

function isList(
  designs: readonly LoadedScenario[] | Readonly<Record<string, LoadedScenario>>,
): designs is readonly LoadedScenario[] {
  return Array.isArray(designs);
}

function requirePositive(option: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${option} is not a whole number above 0: ${value}`);
}
