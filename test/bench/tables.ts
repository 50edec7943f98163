import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observedSimulation } from '../../src/model/observed-simulation.ts';
import type { EventChoice } from '../../src/recording/event-choices.ts';
import { CsvFile } from '../../src/recording/folder/csv-file.ts';
import { RunRecorder } from '../../src/recording/run-recorder.ts';
import { columnsOf, type TableName } from '../../src/recording/tables/columns.ts';
import type { Table } from '../../src/recording/tables/tables.ts';
import { makeSource, wholeOf } from '../../src/text/source.ts';
import { minimalEstate } from './estates.ts';
import { type Measured, timed } from './timed.ts';

/** A table that is measured, and how: its rows with the time that a run takes longer because of it. */
export const WRITINGS = {
  /** A run that writes every event: its rows. */
  'every event': () => eventsWritten('all'),
  /** The same run without events. */
  'no event': () => eventsWritten('none'),
  /** The machines of a run that is over. */
  machines: machinesWritten,
} as const satisfies Record<string, () => Measured>;
export type Writing = keyof typeof WRITINGS;

const NOWHERE: Table = { write: () => {} };
const LINE_FEED = 10;

function eventsWritten(events: EventChoice): Measured {
  return intoFile('events.csv', (table) => {
    const { simulation } = recordedRun(300_000, 60, events, table);
    return () => simulation.run();
  });
}

function machinesWritten(): Measured {
  return intoFile('machines.csv', (table) => {
    const { simulation, observer } = recordedRun(1_000_000, 30, 'none', table);
    simulation.run();
    return () => Array.from(observer.recordMachines());
  });
}

/** Clients that come in no order, so that no row is like the one before. */
function recordedRun(machines: number, days: number, events: EventChoice, { name, file }: NamedFile) {
  const parameters = minimalEstate(machines, days, 'random');
  const scenario = {
    title: 'Tables',
    start: '2008-03-03',
    seed: parameters.seed,
    resolved: {},
    parameters,
    expectations: [],
    lesson: null,
    exercise: null,
    locate: () => wholeOf(makeSource('bench', '', 0)),
  };
  const open = (table: TableName) => (table === name ? file : NOWHERE);
  return observedSimulation(
    parameters,
    (unobserved) => new RunRecorder(unobserved, { scenario, events, open }),
  );
}

interface NamedFile {
  readonly name: TableName;
  readonly file: CsvFile;
}

/**
 * Measures what is written into a file until it is closed, hash and all.
 *
 * @param prepare does what is not measured, and returns what is
 */
function intoFile(name: TableName, prepare: (table: NamedFile) => () => unknown): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'vasim-bench-'));
  try {
    const path = join(folder, name);
    const file = new CsvFile(path, columnsOf(name));
    const write = prepare({ name, file });
    const measured = timed(() => {
      write();
      file.close();
      return 0;
    });
    return { ...measured, contacts: rowsOf(path) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rows behind the header. */
function rowsOf(path: string): number {
  const bytes = readFileSync(path);
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines - 1;
}
