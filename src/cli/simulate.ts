import { MINUTES_PER_DAY } from '../engine/time.ts';
import type { World } from '../model/world.ts';
import { Timestamps } from '../recording/timestamps.ts';
import type { Interruption } from './interruption.ts';
import type { Progress } from './progress.ts';

/** Events between two looks at the signals: well under half a second's work. */
const EVENTS_PER_SLICE = 20_000;

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
  const timestamps = new Timestamps(start);
  while (!world.run(EVENTS_PER_SLICE)) {
    progress.update(
      world.now / world.parameters.duration,
      timestamps.date(Math.floor(world.now / MINUTES_PER_DAY)),
    );
    await interruption.breathe();
  }
}
