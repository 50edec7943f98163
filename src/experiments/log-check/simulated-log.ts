import { Simulation } from '../../model/simulation.ts';
import { RunRecorder } from '../../recording/run-recorder.ts';
import type { Cell, Table } from '../../recording/tables/tables.ts';
import { ALL_GROUPS } from '../../recording/windows-logs/windows-logs.ts';
import { readDate } from '../../scenario/import/basics/dates.ts';
import type { ClientRequest } from '../../scenario/import/computers/request.ts';
import { readInfo } from '../../scenario/import/logs/info-line.ts';
import type { Scenario } from '../../scenario/scenario.ts';

const NOWHERE: Table = { write: () => {} };
const HOST_LOG = /^host-/;

/**
 * Makes a simulation whose hosts' logs are listened to instead of written: what a real log is compared with.
 *
 * @param duration minutes from the scenario's start to where the log ends
 * @param listen hears of every request that a host processed, in the order of time
 */
export function simulationWithLog(
  scenario: Scenario,
  duration: number,
  listen: (request: ClientRequest) => void,
): Simulation {
  const parameters = { ...scenario.parameters, duration };
  const log: Table = { write: (row) => hear(row, listen) };
  const open = (name: string) => (HOST_LOG.test(name) ? log : NOWHERE);
  const logs = { group: ALL_GROUPS, open };
  const choices = {
    scenario: { ...scenario, parameters },
    events: 'none' as const,
    open: () => NOWHERE,
    logs,
  };
  return new Simulation(parameters, (unobserved) => new RunRecorder(unobserved, choices));
}

/** Reads a row of a log as the import reads it: time, source, event, computer, info. */
function hear(
  [time, , event, computer, info]: readonly Cell[],
  listen: (request: ClientRequest) => void,
): void {
  const origin = {
    time: readDate(String(time), 'month-first'),
    computer: String(computer),
    line: 1,
    event: Number(event),
  };
  const entry = readInfo(String(info), origin);
  if (entry?.kind === 'request') listen(entry.request);
}
