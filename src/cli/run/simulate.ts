import type { Simulation } from '../../model/simulation.ts';
import type { Interruption } from '../shared/interruption.ts';
import type { Progress } from '../shared/progress.ts';
import { RunPace } from './run-pace.ts';

/** Events in a slice: well under half a second of work even when each writes a row. */
const EVENTS_PER_SLICE = 5_000;

/**
 * Runs a simulation to its end, in slices.
 *
 * @param start ISO date of minute 0
 * @throws Interrupted when the user interrupts
 */
export async function simulate(
  simulation: Simulation,
  start: string,
  progress: Progress,
  interruption: Interruption,
): Promise<void> {
  const pace = new RunPace(simulation, start);
  progress.restart();
  while (!simulation.run(EVENTS_PER_SLICE)) {
    progress.update(pace.done, (elapsed) => pace.describe(elapsed));
    await interruption.checkpoint();
  }
}
