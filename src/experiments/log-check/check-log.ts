import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { Simulation } from '../../model/simulation.ts';
import { isoDate, readDate, startOfDay } from '../../scenario/import/basics/dates.ts';
import type { ClientRequest } from '../../scenario/import/computers/request.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { compareLogs, type LogComparison } from './compare-logs.ts';
import { type LoggedContact, LogProfiler } from './log-profile.ts';
import { simulationWithLog } from './simulated-log.ts';

/** Says why a log and a scenario cannot be compared. */
export class LogCheckError extends Error {
  override readonly name = 'LogCheckError';
}

/** A check under way: the simulation is run by the caller, in slices, and then the logs are compared. */
export interface LogCheck {
  readonly simulation: Simulation;
  readonly from: string;
  readonly to: string;
  /** To be called when the simulation is over. */
  compare(): LogComparison;
}

const THRESHOLD = 25;

/**
 * Prepares a comparison of a real log with the one that a scenario gives over the same days.
 *
 * @param requests of the real log, the oldest first; at least one
 * @throws LogCheckError when the scenario does not run on the days of the log
 */
export function checkLog(requests: readonly ClientRequest[], scenario: Scenario): LogCheck {
  const begin = startOfDay(requests[0].time);
  const end = startOfDay(requests[requests.length - 1].time) + MINUTES_PER_DAY;
  const start = readDate(scenario.start, 'month-first') ?? 0;
  const until = start + scenario.parameters.duration;
  const [from, to] = [Math.max(begin, start), Math.min(end, until)];
  const days = Math.floor((to - from) / MINUTES_PER_DAY);
  if (days < 1) {
    throw new LogCheckError(
      `the log is of ${isoDate(begin)} to ${isoDate(end - 1)}, the scenario of ${isoDate(start)} to ${isoDate(until)}: set its \`start\` and \`duration\` so that they overlap`,
    );
  }
  const [real, simulated] = [new LogProfiler(from, days), new LogProfiler(from, days)];
  for (const request of requests) real.add(contactOf(request));
  const simulation = simulationWithLog(scenario, to - start, (request) => simulated.add(contactOf(request)));
  return {
    simulation,
    from: isoDate(from),
    to: isoDate(to - 1),
    compare: () => compareLogs(real.finish(), simulated.finish(), days),
  };
}

function contactOf({
  time,
  client,
  clientMachineId,
  virtual,
  threshold,
  code,
}: ClientRequest): LoggedContact {
  return {
    time,
    client: client.split('.')[0].toLowerCase(),
    clientMachineId,
    virtual: virtual === true,
    threshold: threshold ?? THRESHOLD,
    succeeded: code === 0,
  };
}
