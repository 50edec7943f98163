import { GAPS, type LogProfile } from './log-profile.ts';

/** A figure of both logs. */
export interface ComparedFigure {
  readonly name: string;
  readonly log: number;
  readonly simulation: number;
  /** Whether they differ by more than chance and rounding explain. */
  readonly matters: boolean;
}

/** A real log and a simulated one, side by side. */
export interface LogComparison {
  readonly figures: readonly ComparedFigure[];
  /** Sentences about the differences that matter, the gravest first; none where the logs agree. */
  readonly findings: readonly string[];
}

/** Differences below this share of the larger number are not worth a word. */
const SHARE = 0.1;
/** Standard deviations of a count of events by which chance makes two of them differ. */
const DEVIATIONS = 3;
/** Names that a finding shows. */
const MAX_NAMES = 5;

/** Compares the profiles of a real and a simulated log over the same days. */
export function compareLogs(log: LogProfile, simulation: LogProfile, days: number): LogComparison {
  const perDay = figure(
    'requests a day',
    log.requestsPerDay,
    simulation.requestsPerDay,
    differs(log.requests, simulation.requests),
  );
  const clients = figure(
    'clients',
    log.clients.size,
    simulation.clients.size,
    log.clients.size !== simulation.clients.size,
  );
  const virtual = figure(
    'virtual clients',
    log.virtualClients,
    simulation.virtualClients,
    log.virtualClients !== simulation.virtualClients,
  );
  const refused = figure(
    'requests that failed',
    log.refused,
    simulation.refused,
    differs(log.refused, simulation.refused),
  );
  const least = countFigure('count, lowest', Math.min(...log.counts), Math.min(...simulation.counts));
  const most = countFigure('count, highest', Math.max(...log.counts), Math.max(...simulation.counts));
  const last = countFigure(
    'count at the end',
    log.counts[log.counts.length - 1],
    simulation.counts[simulation.counts.length - 1],
  );
  const gaps = GAPS.map(({ name }, index) =>
    figure(
      `next request after ${name}`,
      log.gaps[index],
      simulation.gaps[index],
      differs(log.gaps[index], simulation.gaps[index]),
    ),
  );
  const findings = [
    ...clientFindings(log, simulation),
    ...(perDay.matters
      ? [
          `The simulation has ${ratio(simulation.requestsPerDay, log.requestsPerDay)} requests a day: ${explainRate(log, simulation)}.`,
        ]
      : []),
    ...(least.matters || last.matters
      ? [
          `The count differs: ${least.log} to ${most.log} in the log, ${least.simulation} to ${most.simulation} in the simulation. Compare how long clients are away, clones, and which are virtual.`,
        ]
      : []),
    ...gaps
      .filter(({ matters }) => matters)
      .map(({ name, log: real, simulation: simulated }) =>
        `${real} clients' ${name} in the log, ${simulated} in the simulation.`
          .replace("clients' next request", 'times the next request came')
          .replace('came after', 'came after'),
      ),
    ...(refused.matters
      ? [
          `${refused.log} requests failed in the log, ${refused.simulation} in the simulation: a host not activated, or a key that does not serve them.`,
        ]
      : []),
  ];
  return {
    figures: [
      figure('days', days, days, false),
      perDay,
      clients,
      virtual,
      least,
      most,
      last,
      refused,
      ...gaps,
    ],
    findings,
  };
}

function figure(name: string, log: number, simulation: number, matters: boolean): ComparedFigure {
  return { name, log, simulation, matters };
}

function countFigure(name: string, log: number, simulation: number): ComparedFigure {
  return figure(
    name,
    log,
    simulation,
    Math.abs(log - simulation) > Math.max(1, SHARE * Math.max(log, simulation)),
  );
}

/** Whether two numbers of events differ by more than chance and a tenth. */
function differs(one: number, other: number): boolean {
  const most = Math.max(one, other);
  return Math.abs(one - other) > Math.max(SHARE * most, DEVIATIONS * Math.sqrt(most));
}

function ratio(simulated: number, real: number): string {
  if (real === 0) return `${simulated.toFixed(1)} instead of no`;
  return `${(simulated / real).toFixed(1)} times as many`;
}

/** What kind of gap makes up most of the difference. */
function explainRate(log: LogProfile, simulation: LogProfile): string {
  const short = (profile: LogProfile) => profile.gaps[0] + profile.gaps[1];
  const byRetries = Math.abs(short(simulation) - short(log));
  const rest = Math.abs(simulation.requests - log.requests) - byRetries;
  if (byRetries > rest) {
    return short(simulation) > short(log)
      ? 'its clients retry more often, as while a count is too low'
      : 'its clients retry less often than the real ones, whose activation fails or whose count is too low';
  }
  return simulation.requests > log.requests
    ? 'its clients renew more often, or are on more'
    : 'its clients renew less often, or are away more';
}

function clientFindings(log: LogProfile, simulation: LogProfile): string[] {
  const missing = [...log.clients].filter((client) => !simulation.clients.has(client));
  const extra = [...simulation.clients].filter((client) => !log.clients.has(client));
  return [
    ...(missing.length === 0
      ? []
      : [`${missing.length} clients of the log never ask in the simulation: ${named(missing)}.`]),
    ...(extra.length === 0
      ? []
      : [
          `${extra.length} clients of the simulation are not in the log: ${named(extra)}. Retired, not yet installed, or with another host?`,
        ]),
  ];
}

function named(names: readonly string[]): string {
  return `${names.slice(0, MAX_NAMES).join(', ')}${names.length > MAX_NAMES ? ', ...' : ''}`;
}
