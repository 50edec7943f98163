/**
 * vasim as a library: what `import 'vasim'` gives. What is exported here is the package's promise; everything else may
 * change.
 */

import { scenarioJsonSchema } from '../scenario/reference/json-schema.ts';

export type { Comparison } from '../experiments/comparison/compare.ts';
export type { EventChoice } from '../recording/event-choices.ts';
export type { Figures } from '../recording/figures/figures.ts';
export type { Diagnostic } from '../text/diagnostics.ts';
export { type CompareOptions, compare } from './compare.ts';
export type { LoadedScenario, ScenarioChanges } from './loaded-scenario.ts';
export type { Row, Rows, RunTables } from './run-tables.ts';
export { loadScenario, ScenarioError, type ScenarioSource } from './scenario.ts';
export {
  type DesignWarning,
  type FailedExpectation,
  type SimulateOptions,
  type SimulationResult,
  simulate,
} from './simulate.ts';

/** The JSON Schema of scenario files, as `vasim schema` prints it and `vasim/schema.json` has it. */
export function scenarioSchema(): object {
  return scenarioJsonSchema();
}
