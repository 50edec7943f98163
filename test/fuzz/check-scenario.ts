import { Design } from '../../src/advice/design/design.ts';
import { makePlan } from '../../src/advice/plan/plan.ts';
import { planAsMarkdown } from '../../src/advice/plan/plan-text.ts';
import { weighedWarnings } from '../../src/advice/warnings/weighed.ts';
import { flatDiagnostic } from '../../src/text/diagnostics.ts';
import { checkLoad } from './check-load.ts';
import { checkRun } from './check-run.ts';

/** What became of a scenario. */
export type Outcome = 'refused' | 'ran' | 'not run';

/** Longer runs say nothing more, and larger estates take longer. */
const UNTIL = '40 d';
const MAX_MACHINES = 300;

/**
 * Puts a text through everything that a command does with a scenario: loading, warnings, plan, and, if it is small, a run.
 *
 * @throws Error when something does not hold, and whatever else went wrong
 */
export function checkScenario(text: string): Outcome {
  const whole = checkLoad(text);
  if (whole === null) return 'refused';
  for (const design of [whole.scenario, ...whole.designs.values()]) {
    const { shown } = weighedWarnings(design);
    planAsMarkdown(makePlan(design.title, new Design(design.parameters), shown.map(flatDiagnostic)));
  }
  const { duration, groups } = whole.scenario.parameters;
  const machines = [...groups.values()].reduce((sum, { count }) => sum + count, 0);
  if (machines > MAX_MACHINES) return 'not run';
  const cut = duration > 40 * 1440 ? checkLoad(text, UNTIL) : whole;
  return cut !== null && checkRun(cut.scenario) ? 'ran' : 'not run';
}
