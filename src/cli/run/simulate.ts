import type { World } from '../../model/world.ts';
import type { Interruption } from '../interruption.ts';
import type { Progress } from '../progress.ts';
import { RunPace } from './run-pace.ts';

/** Events between two looks at the signals: well under half a second of work even when each writes a row. */
const EVENTS_PER_SLICE = 5_000;

/**
 * Runs a world to its end, in slices.
 *
 * @param start ISO date of minute 0
 * @throws Interrupted when the user wants to end
 */
export async function simulate(
  world: World,
  start: string,
  progress: Progress,
  interruption: Interruption,
): Promise<void> {
  const pace = new RunPace(world, start);
  progress.restart();
  while (!world.run(EVENTS_PER_SLICE)) {
    progress.update(pace.done, (elapsed) => pace.describe(elapsed));
    await interruption.breathe();
  }
}
