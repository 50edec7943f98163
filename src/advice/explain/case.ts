import type { Minute } from '../../engine/time.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { observedSimulation } from '../../model/observed-simulation.ts';
import type { Simulation } from '../../model/simulation.ts';
import { type FailedExpectation, failedExpectations } from '../../recording/figures/expectations.ts';
import { summarize } from '../../recording/figures/summary.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { Trace } from '../trace/trace.ts';
import { rowsOf } from './machine-rows.ts';
import { Scan } from './scan.ts';
import { type Subject, subjectNamed } from './subjects.ts';
import { type Trouble, troubleOf, worstTrouble } from './troubles.ts';
import { expectationSubject } from './without-trouble.ts';

/** What is asked about a run. */
export interface Question {
  /** The scenario; its parameters say which replication. */
  readonly scenario: Scenario;
  /** `null`: the worst that happened. */
  readonly subject: string | null;
  /** The moment that is asked about; `null`: all of the run. */
  readonly at: Minute | null;
}

/** What the run that is explained was. */
export interface Case {
  readonly question: Question;
  /** The estate, cut at the moment that is asked about. */
  readonly base: EstateParameters;
  readonly subject: Subject | null;
  readonly failed: FailedExpectation | undefined;
  readonly trouble: Trouble | null;
  /** The machine whose story is told, or `null`. */
  readonly followed: string | null;
  readonly trace: Trace;
  /** What went wrong in the run. */
  readonly scan: Scan;
  /** The estate at the end of the run. */
  readonly estate: Estate;
}

/** Events between two moments in which a user may interrupt. */
const BUDGET = 20_000;

/** The run up to a moment, its minute included. */
export function momentOf(parameters: EstateParameters, at: Minute | null): EstateParameters {
  return at === null ? parameters : { ...parameters, duration: Math.min(parameters.duration, at + 1) };
}

/**
 * Repeats a run twice: to find what is to be explained, and to follow it.
 *
 * @throws UnknownSubject when nothing has the subject's name
 */
export async function repeatRun(question: Question, checkpoint: () => Promise<void>): Promise<Case> {
  const { scenario, at } = question;
  const base = momentOf(scenario.parameters, at);
  const named = question.subject === null ? null : subjectNamed(base, question.subject);
  const first = observedSimulation(base, ({ estate }) => new Scan(estate));
  await finish(first.simulation, checkpoint);
  const scan = first.observer;
  const failed =
    named === null && at === null
      ? failedExpectations(summarize(scan.estate, scan.figures), scenario.expectations)[0]
      : undefined;
  const asked = named ?? (failed === undefined ? null : expectationSubject(base, failed));
  const own = asked === null ? null : troubleOf(scan, asked, at !== null);
  // Where Office did not do as expected, what is wrong with Windows does not explain it.
  const isOfOffice = failed !== undefined && isOfficeFigure(failed.figure);
  const trouble = own ?? (named === null && !isOfOffice ? worstTrouble(scan) : null);
  const subject = own === null && named === null ? subjectOf(trouble, base) : asked;
  const followed = followedMachine(trouble, subject, scan.estate);
  const second = observedSimulation(base, ({ estate }) => new Trace(estate, followed));
  await finish(second.simulation, checkpoint);
  const { estate } = second.simulation;
  return { question, base, subject, failed, trouble, followed, trace: second.observer, scan, estate };
}

/** Whether a figure is about Office, which is activated for itself. */
export function isOfficeFigure(figure: string): boolean {
  return figure.startsWith('office.') || figure.includes('.office.');
}

/** Runs a simulation to its end. */
export async function finish(simulation: Simulation, checkpoint: () => Promise<void>): Promise<void> {
  while (!simulation.run(BUDGET)) await checkpoint();
}

function subjectOf(trouble: Trouble | null, parameters: EstateParameters): Subject | null {
  if (trouble === null) return null;
  if (trouble.kind === 'key-exhausted') return { kind: 'key', name: trouble.key };
  return subjectNamed(parameters, 'host' in trouble ? trouble.host : trouble.machine);
}

/** The machine whose story is told: the first in trouble, else the first of the subject. */
function followedMachine(
  trouble: Trouble | null,
  subject: Subject | null,
  { machines }: Estate,
): string | null {
  if (trouble !== null) return 'machine' in trouble ? trouble.machine : null;
  if (subject === null || subject.kind === 'host' || subject.kind === 'key') return null;
  const [first] = rowsOf(machines, subject);
  return first === undefined ? null : machines.nameOf(first);
}
