import { createHash } from 'node:crypto';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { observedSimulation } from '../../src/model/observed-simulation.ts';
import type { EventChoice } from '../../src/recording/event-choices.ts';
import { type RunOutcome, RunRecorder } from '../../src/recording/run-recorder.ts';
import { columnsOf, type TableName } from '../../src/recording/tables/columns.ts';
import { addCsvLine } from '../../src/recording/tables/csv-line.ts';
import type { Cell, Table } from '../../src/recording/tables/tables.ts';
import { Utf8Text } from '../../src/recording/tables/utf8-text.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { TableHashes } from './fingerprints.ts';

/** A row by its columns. */
export type Row = Readonly<Record<string, Cell>>;

/** What a run left, without a folder. */
export interface MemoryRun extends RunOutcome {
  /** The tables as they would be written. */
  readonly tables: ReadonlyMap<TableName, string>;
  /** The rows of a table. */
  rows(table: TableName): Row[];
}

export interface RunChoices {
  /** Which events are written; all of them unless told otherwise. */
  readonly events?: EventChoice;
  /** In place of the scenario's. */
  readonly parameters?: EstateParameters;
}

/** Runs a scenario to its end and keeps its tables in memory. */
export function runInMemory(scenario: Scenario, choices: RunChoices = {}): MemoryRun {
  const { events = 'all', parameters = scenario.parameters } = choices;
  const cells = new Map<TableName, Cell[][]>();
  const open = (name: TableName): Table => {
    const rows: Cell[][] = [];
    cells.set(name, rows);
    return { write: (row) => rows.push([...row]) };
  };
  const { simulation, observer: recorder } = observedSimulation(
    parameters,
    (unobserved) => new RunRecorder(unobserved, { scenario, events, open }),
  );
  simulation.run();
  Array.from(recorder.recordMachines());
  const outcome = recorder.finish();
  return {
    ...outcome,
    tables: new Map([...cells].map(([name, rows]) => [name, csvText([columnsOf(name), ...rows])])),
    rows: (table) => (cells.get(table) ?? []).map((row) => byColumn(columnsOf(table), row)),
  };
}

function csvText(rows: readonly (readonly Cell[])[]): string {
  const text = new Utf8Text();
  for (const row of rows) addCsvLine(text, row);
  return new TextDecoder().decode(text.take());
}

/** SHA-256 of each table and of the summary, by the names of the files in their order. */
export function fingerprint({ tables, summary }: MemoryRun): TableHashes {
  const files = new Map<string, string>([...tables, ['summary.json', JSON.stringify(summary)]]);
  const names = [...files.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, sha256(files.get(name) ?? '')]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function byColumn(columns: readonly string[], row: readonly Cell[]): Row {
  return Object.fromEntries(columns.map((column, index) => [column, row[index]]));
}
