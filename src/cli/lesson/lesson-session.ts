import type { LessonPart } from '../../experiments/lessons/lesson-part.ts';
import { type LessonResult, prepareLessonRun } from '../../experiments/lessons/lesson-run.ts';
import { judge, type Prediction, type Verdict } from '../../experiments/lessons/prediction.ts';
import { withFigures } from '../../experiments/lessons/prose.ts';
import { loadScenario } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { formatSetting } from '../../scenario/schema/settings.ts';
import { simulate } from '../run/simulate.ts';
import type { LoadAgain } from '../shared/input/load-scenario.ts';
import { Interruption } from '../shared/interruption.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { Progress } from '../shared/progress.ts';

/** What is shown once a prediction was made. */
export interface Revealed {
  readonly verdict: Verdict;
  readonly story: readonly string[];
  readonly explanation: string;
}

/** Runs the parts of one lesson. */
export class LessonSession {
  private readonly load: LoadAgain;
  private readonly host: ProcessHost;
  private readonly quiet: boolean;

  /** @param load loads the lesson's scenario with settings over it */
  constructor(load: LoadAgain, host: ProcessHost, quiet: boolean) {
    this.load = load;
    this.host = host;
    this.quiet = quiet;
  }

  /**
   * Runs the estate, changed as the part says, and compares it with a prediction.
   *
   * @throws Interrupted
   */
  async reveal({ asked, set, explain }: LessonPart, prediction: Prediction): Promise<Revealed> {
    const loaded = this.load(set.map(formatSetting), loadScenario);
    if (!loaded.ok) throw new Error('a try that cannot be made passed the checks of the scenario');
    const { figures, story } = await this.run(loaded.scenario);
    return {
      verdict: judge(asked, prediction, figures),
      story,
      explanation: withFigures(explain, figures),
    };
  }

  private async run(scenario: Scenario): Promise<LessonResult> {
    const { stderr, milliseconds } = this.host;
    const progress = new Progress({ sink: stderr, clock: milliseconds, quiet: this.quiet });
    const interruption = new Interruption(this.host);
    try {
      const run = prepareLessonRun(scenario);
      await simulate(run.simulation, scenario.start, progress, interruption, milliseconds);
      return run.finish();
    } finally {
      progress.clear();
      interruption.release();
    }
  }
}
