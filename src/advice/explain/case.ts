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
import { officeTroubleOf } from './office-troubles.ts';
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
  /** The moment that is asked about; `null`: all of the run. Without a subject: the worst up to then. */
  readonly at: Minute | null;
}

/** What the run that is explained was. */
export interface Case {
  readonly question: Question;
  /** The estate, cut at the moment that is asked about. */
  readonly base: EstateParameters;
  /** Whether only what is wrong at the end of `base` counts, and not what was wrong before. */
  readonly now: boolean;
  readonly subject: Subject | null;
  readonly failed: FailedExpectation | undefined;
  /** Whether Office is what is explained in the first place, and no trouble of Windows. */
  readonly isOfOffice: boolean;
  readonly trouble: Trouble | null;
  /** The machine that the chain follows, or `null`. */
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
  const now = at !== null && named !== null;
  const first = observedSimulation(base, ({ estate }) => new Scan(estate));
  await finish(first.simulation, checkpoint);
  const scan = first.observer;
  const failed =
    named === null && at === null
      ? failedExpectations(summarize(scan.estate, scan.figures), scenario.expectations)[0]
      : undefined;
  const asked = named ?? (failed === undefined ? null : expectationSubject(base, failed));
  const own = asked === null ? null : troubleOf(scan, asked, now);
  const worst = named === null ? worstTrouble(scan) : null;
  // Where Office did not do as expected, what is wrong with Windows does not explain it.
  const isOfOffice =
    failed === undefined
      ? worst !== null && isLessThanOffice(worst, scan)
      : own === null && isOfficeFigure(failed.figure);
  const trouble = isOfOffice ? null : (own ?? worst);
  const subject = own === null && named === null ? subjectOf(trouble, base) : asked;
  const followed = followedMachine(trouble, subject, scan.estate);
  const second = observedSimulation(base, ({ estate }) => new Trace(estate, followed));
  await finish(second.simulation, checkpoint);
  const { estate } = second.simulation;
  const trace = second.observer;
  return { question, base, now, subject, failed, isOfOffice, trouble, followed, trace, scan, estate };
}

/** Whether a figure is about Office, which is activated for itself. */
function isOfficeFigure(figure: string): boolean {
  return figure.startsWith('office.') || figure.includes('.office.');
}

/** Whether what happened to Windows ended well or had no consequence, while Office reached Notification. */
function isLessThanOffice(worst: Trouble, scan: Scan): boolean {
  const isSerious = worst.kind === 'not-licensed' || (worst.kind === 'end-state' && worst.begins !== true);
  return !isSerious && officeTroubleOf(scan, null, false)?.kind === 'notification';
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

/** The machine that the chain follows: the first in trouble, else the first of the subject. */
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
