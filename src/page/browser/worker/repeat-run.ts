import { observedSimulation } from '../../../model/observed-simulation.ts';
import type { EventChoice } from '../../../recording/event-choices.ts';
import { RunRecorder } from '../../../recording/run-recorder.ts';
import { summaryText } from '../../../recording/summary-document.ts';
import { columnsOf, type TableName } from '../../../recording/tables/columns.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type RunContent, runContent } from '../../content/run-content.ts';
import { HashedTable, sha256 } from './hashed-table.ts';

/** Events between two reports of progress. */
const EVENTS_PER_SLICE = 100_000;

export interface RepeatOptions {
  readonly events: EventChoice;
  /** Whether the tables are written, to be compared with those of a folder. */
  readonly hashed: boolean;
  /** Hears how much of the run is done, 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** What a run in the page gave. */
export interface RepeatedRun {
  readonly content: RunContent;
  readonly checksums: Readonly<Record<string, string>>;
}

/** Runs a scenario to its end, as `vasim run` does. */
export async function repeatRun(
  scenario: Scenario,
  { events, hashed, onProgress }: RepeatOptions,
): Promise<RepeatedRun> {
  const tables = new Map<string, HashedTable>();
  const open = (name: TableName) => {
    const table = new HashedTable(columnsOf(name));
    tables.set(name, table);
    return hashed ? table : { write: () => {} };
  };
  const { simulation, observer: recorder } = observedSimulation(
    scenario.parameters,
    (unobserved) => new RunRecorder(unobserved, { scenario, events, open }),
  );
  while (!simulation.run(EVENTS_PER_SLICE)) onProgress(simulation.now / scenario.parameters.duration);
  if (hashed) for (const _written of recorder.recordMachines());
  const outcome = recorder.finish();
  const checksums: Record<string, string> = {};
  if (hashed) {
    for (const [name, table] of tables) checksums[name] = await table.close();
    checksums['summary.json'] = await sha256(new TextEncoder().encode(summaryText(scenario, outcome)));
  }
  return { content: runContent(scenario, outcome), checksums };
}
