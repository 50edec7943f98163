import type { Simulation } from '../../model/simulation.ts';
import type { Interruption } from '../shared/interruption.ts';
import type { Progress } from '../shared/progress.ts';
import { RunPace } from './run-pace.ts';

/** A user who interrupts is answered within half a second, and the bar moves smoothly. */
const SLICE_MILLISECONDS = 25;

/**
 * Runs a simulation to its end, in slices.
 *
 * @param start ISO date of minute 0
 * @param clock milliseconds from any moment
 * @throws Interrupted when the user interrupts
 */
export async function simulate(
  simulation: Simulation,
  start: string,
  progress: Progress,
  interruption: Interruption,
  clock: () => number,
): Promise<void> {
  const pace = new RunPace(simulation, start);
  progress.restart();
  while (!simulation.runFor(SLICE_MILLISECONDS, clock)) {
    progress.update(pace.done, (elapsed) => pace.describe(elapsed));
    await interruption.checkpoint();
  }
}
