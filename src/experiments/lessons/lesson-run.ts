import { observedSimulation } from '../../model/observed-simulation.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import { RunRecorder } from '../../recording/run-recorder.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** What a lesson shows of a run. */
export interface LessonResult {
  /** The content of `summary.json`. */
  readonly figures: Figures;
  /** What happened, in a few sentences. */
  readonly story: readonly string[];
}

/** The run of a lesson; it writes nothing. */
export interface LessonRun {
  /** Is run to its end by the caller. */
  readonly simulation: Simulation;
  finish(): LessonResult;
}

/** Prepares the run of a lesson or of one of its tries. */
export function prepareLessonRun(scenario: Scenario): LessonRun {
  const open = () => ({ write: () => {} });
  const { simulation, observer } = observedSimulation(
    scenario.parameters,
    (unobserved) => new RunRecorder(unobserved, { scenario, events: 'none', open }),
  );
  return {
    simulation,
    finish: () => {
      for (const _ of observer.recordMachines());
      const { summary, story } = observer.finish();
      return { figures: summary, story };
    },
  };
}
