import type { Scenario } from '../scenario/scenario.ts';
import type { LoadedScenario, ScenarioChanges } from './loaded-scenario.ts';

/** Loads a scenario again with other values. */
export type Change = (changes: ScenarioChanges) => Scenario;

/** What is behind the scenarios that the library's users hold. */
const INTERNALS = new WeakMap<LoadedScenario, { readonly scenario: Scenario; readonly change: Change }>();

/** The scenario that the library's user holds. */
export function loaded(
  name: string,
  scenario: Scenario,
  designs: ReadonlyMap<string, LoadedScenario>,
  change: Change,
): LoadedScenario {
  const made = { name, title: scenario.title, document: scenario.resolved, designs };
  INTERNALS.set(made, { scenario, change });
  return made;
}

/**
 * What is simulated of a scenario.
 *
 * @throws TypeError when it was not loaded; ScenarioError when the changes make it wrong
 */
export function resolveScenario(scenario: LoadedScenario, changes: ScenarioChanges = {}): Scenario {
  const internals = INTERNALS.get(scenario);
  if (internals === undefined) throw new TypeError('not a scenario that loadScenario returned');
  const isChanged = Object.values(changes).some((change) => change !== undefined);
  return isChanged ? internals.change(changes) : internals.scenario;
}
