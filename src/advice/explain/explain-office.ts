import type { Minute } from '../../engine/time.ts';
import { CONDITION_NAMES, type Condition } from '../../model/definitions/conditions.ts';
import { OFFICE_RULES } from '../../model/definitions/office.ts';
import { observedSimulation } from '../../model/observed-simulation.ts';
import { hasOffice } from '../../recording/tables/office-table.ts';
import { Design } from '../design/design.ts';
import { isCountTooLow, machineNamed, Trace } from '../trace/trace.ts';
import type { TraceStep } from '../trace/trace-steps.ts';
import { stepsThatCause } from './candidates.ts';
import { type Case, finish } from './case.ts';
import { chainOf, isActivation } from './chain.ts';
import { concernedByOffice } from './concerned.ts';
import type { OfficeExplanation } from './explanation.ts';
import { officeFateIn } from './office-fate.ts';
import { officeProposals } from './office-proposals.ts';
import { officeSentence } from './office-sentences.ts';
import { type OfficeTrouble, officeTroubleOf } from './office-troubles.ts';
import { locateIn } from './places.ts';
import { Trials } from './trials.ts';
import type { Vary } from './variation.ts';
import { whatIf } from './what-if.ts';

/** What is wrong with Office, and the runs that were simulated to say so. */
export interface OfficeAnswer {
  readonly office: OfficeExplanation | null;
  readonly runs: number;
}

/**
 * Explains what is wrong with the Office of a subject: it is activated for itself, so it has a story, causes and
 * remedies of its own.
 *
 * @param vary gives the estate with more settings, cut at the moment that is asked about
 */
export async function explainOffice(
  { question, base, now, subject, scan }: Case,
  vary: Vary,
  checkpoint: (runs: number) => Promise<void>,
): Promise<OfficeAnswer> {
  const trouble = hasOffice(base) ? officeTroubleOf(scan, subject, now) : null;
  if (trouble === null) return { office: null, runs: 0 };
  const { simulation, observer: trace } = observedSimulation(
    base,
    ({ estate }) => new Trace(estate, trouble.machine, 'office'),
  );
  await finish(simulation, () => checkpoint(0));
  const { estate } = simulation;
  const { scenario } = question;
  const locate = locateIn(scenario);
  const trials = new Trials({
    ...{ base, vary, checkpoint },
    judge: (parameters, tick) => officeFateIn(parameters, trouble, now, tick),
  });
  const design = new Design(base);
  const { groups } = trouble.set;
  const { found, ...changes } = await whatIf(
    {
      ...{ base, document: scenario.resolved, trace, trouble, start: scenario.start, locate },
      concerned: concernedByOffice(design, groups),
      proposals: officeProposals(design, groups, isCountTooLow(trace)),
    },
    trials,
  );
  const row = machineNamed(estate, trouble.machine);
  const condition = conditionThen(trouble, trace.steps);
  const chain = chainOf({
    ...{ trace, estate, locate, hosts: new Set<string>() },
    until: trouble.set.index === null ? trouble.minute : endOfChain(trouble.minute, trace.steps),
    trouble: trouble.minute,
    machine: {
      threshold: base.rules[OFFICE_RULES.threshold],
      group: estate.machines.groupOf(row).name,
      product: 'office',
    },
    isCause: stepsThatCause(found, base),
  });
  return {
    office: {
      state: CONDITION_NAMES[condition ?? estate.officeLicenses.conditionOf(row)],
      since: trouble.minute,
      sentence: officeSentence(trouble, trace, estate, scenario.start),
      chain,
      ...changes,
    },
    runs: trials.runs + 1,
  };
}

/** The condition of Office when its trouble began. */
function conditionThen({ minute }: OfficeTrouble, steps: readonly TraceStep[]): Condition | undefined {
  const step = steps.findLast((one) => one.kind === 'office' && one.minute <= minute);
  return step?.kind === 'office' ? step.condition : undefined;
}

/** The chain of a single machine ends when its Office is licensed again. */
function endOfChain(trouble: Minute, steps: readonly TraceStep[]): Minute {
  return steps.find((step) => isActivation(step) && step.minute > trouble)?.minute ?? trouble;
}
