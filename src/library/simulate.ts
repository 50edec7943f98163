import { Design } from '../advice/design/design.ts';
import { warningsOf } from '../advice/warnings/warnings.ts';
import { observedSimulation } from '../model/observed-simulation.ts';
import type { EventChoice } from '../recording/event-choices.ts';
import type { Figures } from '../recording/figures/figures.ts';
import { RunRecorder } from '../recording/run-recorder.ts';
import type { TableName } from '../recording/tables/columns.ts';
import { resolveScenario } from './internals.ts';
import type { LoadedScenario } from './loaded-scenario.ts';
import { memoryTables, namedTables } from './memory-table.ts';
import type { RunTables } from './run-tables.ts';

/** How a scenario is simulated. */
export interface SimulateOptions {
  /** In place of the scenario's seed. */
  readonly seed?: string | number;
  /** A duration, such as `90 d`, in place of the scenario's. */
  readonly until?: string;
  /** What `tables.events` has: what changed (the default), also every contact, or nothing. */
  readonly events?: EventChoice;
}

/** An expectation of the scenario that did not hold. */
export interface FailedExpectation {
  /** A path in the figures. */
  readonly figure: string;
  readonly comparison: 'is' | 'atLeast' | 'atMost' | 'above' | 'below';
  readonly value: number | null;
  /** What the run gave; `null` when there is no such figure. */
  readonly actual: number | null;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A design is valid and will hurt. */
export interface DesignWarning {
  /** In kebab-case. */
  readonly name: string;
  /** Keys and indexes from the top of the document to what is wrong. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** What to write instead. */
  readonly help: string;
}

/** What a run gave. */
export interface SimulationResult {
  /** The tables of a run folder. They are in memory and may be read any number of times. */
  readonly tables: RunTables;
  /** The content of `summary.json`. */
  readonly figures: Figures;
  /** What happened, in a few sentences. */
  readonly highlights: readonly string[];
  /** The scenario's expectations that did not hold. */
  readonly failedExpectations: readonly FailedExpectation[];
  /** Warnings: the design is valid and will hurt. */
  readonly diagnostics: readonly DesignWarning[];
}

/**
 * Runs a scenario to its end, on this thread.
 *
 * @throws ScenarioError when `until` is no duration
 */
export function simulate(scenario: LoadedScenario, options: SimulateOptions = {}): SimulationResult {
  const { seed, until, events = 'changes' } = options;
  const resolved = resolveScenario(scenario, { seed, until });
  const { parameters } = resolved;
  const tables = memoryTables();
  const choices = { scenario: resolved, events, open: (name: TableName) => tables[name] };
  const { simulation, observer: recorder } = observedSimulation(
    parameters,
    (unobserved) => new RunRecorder(unobserved, choices),
  );
  simulation.run();
  Array.from(recorder.recordMachines());
  const { summary, story, failedExpectations } = recorder.finish();
  return {
    tables: namedTables(tables),
    figures: summary,
    highlights: story,
    failedExpectations,
    diagnostics: warningsOf({ design: new Design(parameters), written: resolved.resolved }),
  };
}
