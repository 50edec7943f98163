import { createHash } from 'node:crypto';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { observedSimulation } from '../../src/model/observed-simulation.ts';
import type { EventChoice } from '../../src/recording/event-choices.ts';
import type { RunOutcome } from '../../src/recording/run-outcome.ts';
import { RunRecorder } from '../../src/recording/run-recorder.ts';
import { columnsOf, type TableName } from '../../src/recording/tables/columns.ts';
import { addCsvLine } from '../../src/recording/tables/csv-line.ts';
import type { Cell, RowCell, Table } from '../../src/recording/tables/tables.ts';
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
  const cells = new Map<TableName, Cell[][]>();
  const outcome = run(scenario, choices, (name) => {
    const rows: Cell[][] = [];
    cells.set(name, rows);
    return { write: (row) => rows.push([...row]) };
  });
  return {
    ...outcome,
    tables: new Map([...cells].map(([name, rows]) => [name, csvText([columnsOf(name), ...rows])])),
    rows: (table) => (cells.get(table) ?? []).map((row) => byColumn(columnsOf(table), row)),
  };
}

/** What a run left, of whose tables only the hashes are kept. */
export interface HashedRun extends RunOutcome {
  /** SHA-256 of each table and of the summary, by the names of the files in their order. */
  readonly sha256: TableHashes;
}

/** Bytes of a table that are hashed at a time. */
const CHUNK = 1 << 16;

/** Runs a scenario to its end and hashes its tables as they would be written: the events of some have 30 MB. */
export function runHashed(scenario: Scenario, choices: RunChoices = {}): HashedRun {
  const ends = new Map<string, () => string>();
  const outcome = run(scenario, choices, (name) => {
    const hash = createHash('sha256');
    const text = new Utf8Text();
    const writeRow = (row: readonly RowCell[]) => {
      addCsvLine(text, row);
      if (text.length > CHUNK) hash.update(text.take());
    };
    writeRow(columnsOf(name));
    ends.set(name, () => hash.update(text.take()).digest('hex'));
    return { write: writeRow, writeRow };
  });
  const summary = () => createHash('sha256').update(JSON.stringify(outcome.summary)).digest('hex');
  const files = [...ends, ['summary.json', summary] as const].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return { ...outcome, sha256: Object.fromEntries(files.map(([name, end]) => [name, end()])) };
}

function run(
  scenario: Scenario,
  { events = 'all', parameters = scenario.parameters }: RunChoices,
  open: (name: TableName) => Table,
): RunOutcome {
  const { simulation, observer: recorder } = observedSimulation(
    parameters,
    (unobserved) => new RunRecorder(unobserved, { scenario, events, open }),
  );
  simulation.run();
  Array.from(recorder.recordMachines());
  return recorder.finish();
}

function csvText(rows: readonly (readonly Cell[])[]): string {
  const text = new Utf8Text();
  for (const row of rows) addCsvLine(text, row);
  return new TextDecoder().decode(text.take());
}

function byColumn(columns: readonly string[], row: readonly Cell[]): Row {
  return Object.fromEntries(columns.map((column, index) => [column, row[index]]));
}
