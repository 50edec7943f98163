import { replicate } from '../../src/experiments/replications/replicate.ts';
import { observedSimulation } from '../../src/model/observed-simulation.ts';
import type { Figures } from '../../src/recording/figures/figures.ts';
import { RunRecorder } from '../../src/recording/run-recorder.ts';
import { columnsOf, type TableName } from '../../src/recording/tables/columns.ts';
import { addCsvLine } from '../../src/recording/tables/csv-line.ts';
import type { Cell } from '../../src/recording/tables/tables.ts';
import { Utf8Text } from '../../src/recording/tables/utf8-text.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { require } from './check-load.ts';

/** Events after which a run is left alone: it is counted, not timed. */
const MAX_EVENTS = 200_000;
const MINUTES_PER_DAY = 1440;

type Row = Readonly<Record<string, Cell>>;

/** A run with its tables in memory. */
interface Recorded {
  readonly summary: Figures;
  readonly bytes: string;
  rows(table: TableName): Row[];
}

function record(scenario: Scenario): Recorded | null {
  const cells = new Map<TableName, Cell[][]>();
  const open = (name: TableName) => {
    const rows: Cell[][] = [];
    cells.set(name, rows);
    return { write: (row: readonly Cell[]) => rows.push([...row]) };
  };
  const { simulation, observer: recorder } = observedSimulation(
    scenario.parameters,
    (unobserved) => new RunRecorder(unobserved, { scenario, events: 'all', open }),
  );
  if (!simulation.run(MAX_EVENTS)) return null;
  Array.from(recorder.recordMachines());
  const { summary, story } = recorder.finish();
  const text = new Utf8Text();
  for (const [name, rows] of cells) for (const row of [columnsOf(name), ...rows]) addCsvLine(text, row);
  return {
    summary,
    bytes: `${new TextDecoder().decode(text.take())}${JSON.stringify(summary)}${story.join('\n')}`,
    rows: (table) =>
      (cells.get(table) ?? []).map((row) =>
        Object.fromEntries(columnsOf(table).map((column, index) => [column, row[index]])),
      ),
  };
}

/**
 * Runs a scenario and holds its tables against each other: census, minutes of each machine, requests, keys and messages, counts;
 * the same run gives the same bytes, and the replication of a comparison the same figures.
 *
 * @returns false when the run was too long
 * @throws Error when something does not hold
 */
export function checkRun(scenario: Scenario): boolean {
  const run = record(scenario);
  if (run === null) return false;
  require(record(scenario)?.bytes === run.bytes, 'the same run gives the same bytes');
  require(JSON.stringify(replicate(scenario.parameters, 0).figures) ===
    JSON.stringify(run.summary), 'replication 0 of a comparison has the figures of the run');
  checkMachines(run, scenario);
  checkHosts(run);
  checkKeys(run);
  checkEvents(run, scenario);
  return true;
}

const CONDITIONS = ['licensed', 'oob_grace', 'oot_grace', 'non_genuine_grace', 'notification', 'unlicensed'];

/** Census by day, and the minutes of each machine. */
function checkMachines(run: Recorded, { parameters: { duration, groups } }: Scenario): void {
  const machines = run.rows('machines.csv');
  const total = [...groups.values()].reduce((sum, { count }) => sum + count, 0);
  require(machines.length === total, 'a row for each machine');
  for (const row of machines) {
    const installed = row.installed_minute === '' ? null : Number(row.installed_minute);
    const end = row.retired_minute === '' ? duration : Number(row.retired_minute);
    const minutes = CONDITIONS.reduce((sum, condition) => sum + Number(row[`${condition}_minutes`]), 0);
    require(minutes === (installed === null ? 0 : end - installed), `minutes of ${JSON.stringify(row)}`);
    require(Number(row.condition_since_minute) >= (installed ?? 0), `since when, of ${JSON.stringify(row)}`);
  }
  const census = new Map<Cell, number>();
  for (const row of run.rows('daily.csv')) {
    const members = CONDITIONS.reduce((sum, condition) => sum + Number(row[condition]), 0);
    require(members === Number(row.installed), `census of ${JSON.stringify(row)}`);
    census.set(row.day, (census.get(row.day) ?? 0) + members);
  }
  for (const [day, members] of census) {
    const end = Math.min(duration, (Number(day) + 1) * MINUTES_PER_DAY);
    const there = machines.filter(
      (row) =>
        row.installed_minute !== '' &&
        Number(row.installed_minute) < end &&
        (row.retired_minute === '' || Number(row.retired_minute) >= end),
    );
    require(there.length ===
      members, `${members} machines on day ${day}, and ${there.length} by machines.csv`);
  }
}

/** Counts within capacity; requests are the contacts that were answered. */
function checkHosts(run: Recorded): void {
  const answered = new Map<Cell, number>();
  for (const { event, host } of run.rows('events.csv'))
    if (host !== '' && ['activated', 'renewed', 'count-too-low', 'refused'].includes(String(event)))
      answered.set(host, (answered.get(host) ?? 0) + 1);
  const requests = new Map<Cell, number>();
  for (const row of run.rows('hosts.csv')) {
    require(Number(row.count) <= Number(row.capacity), `the count of ${JSON.stringify(row)}`);
    requests.set(row.host, (requests.get(row.host) ?? 0) + Number(row.requests));
  }
  for (const [host, count] of requests)
    require(count ===
      (answered.get(host) ?? 0), `${count} requests of ${host}, ${answered.get(host)} contacts`);
}

/** What is used of a key is what Microsoft accepted, never less than the day before, never more than there is. */
function checkKeys(run: Recorded): void {
  const used = new Map<Cell, number>();
  for (const row of run.rows('keys.csv')) {
    require(Number(row.remaining) >= 0, `what remains of ${JSON.stringify(row)}`);
    require(Number(row.used) >= (used.get(row.key) ?? 0), `what is used of ${JSON.stringify(row)}`);
    used.set(row.key, Number(row.used));
  }
  const accepted = new Map<Cell, number>();
  for (const { key, result, computers } of run.rows('microsoft.csv')) {
    const some = /^(\d+) of \d+ accepted$/.exec(String(result));
    const count = some !== null ? Number(some[1]) : result === 'accepted' ? Number(computers) : 0;
    if (key !== '') accepted.set(key, (accepted.get(key) ?? 0) + count);
  }
  for (const [key, count] of used)
    require(count === (accepted.get(key) ?? 0), `${count} used of ${key}, ${accepted.get(key)} accepted`);
}

function checkEvents(run: Recorded, { parameters: { duration } }: Scenario): void {
  let before = 0;
  const conditions = new Map<Cell, { readonly condition: Cell; readonly since: number }>();
  for (const row of run.rows('events.csv')) {
    const minute = Number(row.minute);
    require(minute >= before && minute < duration, `the order of ${JSON.stringify(row)}`);
    before = minute;
    const { subject, group, condition, event } = row;
    if (group === '' || condition === '') continue;
    // Office on a machine has conditions of its own.
    if (String(event).startsWith('office-')) continue;
    const isAnew = ['installed', 'rebuilt', 'rearmed'].includes(String(event));
    if (isAnew || conditions.get(subject)?.condition !== condition)
      conditions.set(subject, { condition, since: minute });
  }
  for (const row of run.rows('machines.csv')) {
    const told = conditions.get(row.machine);
    if (told === undefined || row.retired_minute !== '') continue;
    require(told.condition === row.condition, `the condition of ${JSON.stringify(row)}`);
    require(told.since ===
      Number(row.condition_since_minute), `${told.since} by events, ${JSON.stringify(row)}`);
  }
}
