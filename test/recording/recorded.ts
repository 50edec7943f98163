import { observedSimulation } from '../../src/model/observed-simulation.ts';
import type { Simulation } from '../../src/model/simulation.ts';
import type { EventChoice } from '../../src/recording/event-choices.ts';
import type { RunOutcome } from '../../src/recording/run-outcome.ts';
import { RunRecorder } from '../../src/recording/run-recorder.ts';
import type { TableName } from '../../src/recording/tables/columns.ts';
import type { Cell, Table } from '../../src/recording/tables/tables.ts';
import type { Expectation, Scenario } from '../../src/scenario/scenario.ts';
import { makeSource, wholeOf } from '../../src/text/source.ts';
import { type EstateSketch, estate } from '../model/estate.ts';

/** Runs that are recorded in memory. */

export interface RunSketch extends EstateSketch {
  readonly title?: string;
  readonly start?: string;
  readonly events?: EventChoice;
  readonly expectations?: readonly Expectation[];
  /** The group whose Windows logs are written; left out: none are. */
  readonly logsOf?: string;
}

/** A run that is over, with every row that it wrote. */
export interface Recorded {
  readonly simulation: Simulation;
  readonly outcome: RunOutcome;
  /** The rows of a table as CSV without quotes; `undefined` for one that was not opened. */
  lines(table: TableName): string[];
  /** The rows of a table, cell by cell. */
  rows(table: TableName): readonly (readonly Cell[])[];
  /** Names of the tables that were opened, in that order. */
  readonly opened: readonly string[];
  /** The rows of a Windows log by its name, cell by cell. */
  log(name: string): readonly (readonly Cell[])[];
}

/** A network, zone, key and Vista machines that one record is enough for: what most tests begin with. */
export const EASY = { vistaThreshold: 1, serverThreshold: 1 };

export function record(sketch: RunSketch): Recorded {
  const parameters = estate(sketch);
  const files = new Map<string, Cell[][]>();
  const open = (name: string): Table => {
    const rows: Cell[][] = [];
    if (files.has(name)) throw new Error(`${name} is opened twice`);
    files.set(name, rows);
    return { write: (row) => rows.push([...row]) };
  };
  const scenario: Scenario = {
    title: sketch.title ?? 'Test',
    start: sketch.start ?? '2008-03-03',
    seed: parameters.seed,
    resolved: {},
    parameters,
    expectations: sketch.expectations ?? [],
    lesson: null,
    exercise: null,
    locate: () => wholeOf(makeSource('sketch', '', 0)),
  };
  const logs =
    sketch.logsOf === undefined
      ? null
      : { group: sketch.logsOf, open: (name: string) => open(`windows-logs/${name}`) };
  const choices = { scenario, events: sketch.events ?? 'changes', open, logs };
  const { simulation, observer: recorder } = observedSimulation(
    parameters,
    (unobserved) => new RunRecorder(unobserved, choices),
  );
  simulation.run();
  for (const _written of recorder.recordMachines());
  const outcome = recorder.finish();
  const rows = (name: string) => files.get(name) ?? [];
  return {
    simulation,
    outcome,
    lines: (table) => rows(table).map((row) => row.join(',')),
    rows,
    opened: [...files.keys()],
    log: (name) => rows(`windows-logs/${name}`),
  };
}
