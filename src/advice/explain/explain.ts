import type { Minute } from '../../engine/time.ts';
import { CONDITION_NAMES } from '../../model/definitions/conditions.ts';
import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import { Design } from '../design/design.ts';
import { isCountTooLow, machineNamed, type Trace } from '../trace/trace.ts';
import type { EstateStep } from '../trace/trace-steps.ts';
import { stepsThatCause } from './candidates.ts';
import { type Case, momentOf, type Question, repeatRun } from './case.ts';
import { chainOf, isActivation } from './chain.ts';
import { concernedNames } from './concerned.ts';
import { explainOffice } from './explain-office.ts';
import type { ChainLink, Explanation, OfficeExplanation } from './explanation.ts';
import { fateIn } from './fate.ts';
import { locateIn } from './places.ts';
import { proposalsFor } from './remedies.ts';
import { dateOf, hostSentence, machineSentence, stateThen } from './sentences.ts';
import type { Subject } from './subjects.ts';
import { Trials } from './trials.ts';
import type { Trouble } from './troubles.ts';
import type { Vary } from './variation.ts';
import { type WhatIf, whatIf } from './what-if.ts';
import { expectationWords, wellState } from './without-trouble.ts';

/** What is to be explained. */
export interface ExplainRequest extends Question {
  /** Gives the estate with more settings. */
  readonly vary: Vary;
  /** Called again and again, with the runs that are done: shows progress, lets the user interrupt. */
  readonly checkpoint: (runs: number) => Promise<void>;
}

const NOTHING: WhatIf = { causes: [], onlyTogether: false, harmless: [], remedies: [] };

/**
 * Explains why a subject is as it is: repeats the run with the same seed, follows the subject, and simulates what would
 * have been otherwise.
 *
 * @throws UnknownSubject when nothing has the subject's name
 */
export async function explain(request: ExplainRequest): Promise<Explanation> {
  const { scenario, at, checkpoint } = request;
  const locate = locateIn(scenario);
  const explained = await repeatRun(request, () => checkpoint(0));
  const { base, now, trouble, trace } = explained;
  const vary: Vary = (sets) => {
    const varied = request.vary(sets);
    return varied === null ? null : momentOf({ ...varied, replication: base.replication }, at);
  };
  const trials =
    trouble === null
      ? null
      : new Trials({
          ...{ base, vary, checkpoint },
          judge: (parameters, tick) => fateIn(parameters, trouble, now, tick),
        });
  const design = new Design(base);
  const answer =
    trials === null || trouble === null
      ? null
      : await whatIf(
          {
            ...{ base, document: scenario.resolved, trace, trouble, start: scenario.start, locate },
            concerned: concernedNames(design, trouble),
            proposals: proposalsFor(design, scenario.resolved, trouble, isCountTooLow(trace)),
          },
          trials,
        );
  const { found, ...changes } = answer ?? { ...NOTHING, found: [] };
  const { office, runs } = await explainOffice(explained, vary, (done) =>
    checkpoint((trials?.runs ?? 0) + done),
  );
  const named = office === null ? null : { ...office, sentence: withCauses(office.sentence, office) };
  const state = stateOf(explained, named);
  return {
    ...state,
    sentence: withCauses(state.sentence, changes),
    chain: chain(explained, stepsThatCause(found, base)),
    ...changes,
    office: named,
    runs: 2 + (trials?.runs ?? 0) + runs,
  };
}

/** Causes that the sentence names. */
const MAX_NAMED = 2;

/** The sentence with the causes that it can name. */
function withCauses(
  sentence: string,
  { causes, onlyTogether }: Pick<WhatIf, 'causes' | 'onlyTogether'>,
): string {
  if (causes.length === 0) return sentence;
  const named = causes.slice(0, MAX_NAMED).map(({ what }) => what);
  const more = causes.length - named.length;
  const rest = more === 0 ? '' : `, ${more} more`;
  return `${sentence} (${onlyTogether ? 'only together: ' : ''}${named.join('; ')}${rest})`;
}

function stateOf(
  { question, subject, failed, isOfOffice, trouble, trace, estate }: Case,
  office: OfficeExplanation | null,
): Pick<Explanation, 'subject' | 'kind' | 'state' | 'since' | 'sentence'> {
  const { start } = question.scenario;
  const about = { subject: subject?.name ?? '', kind: subject?.kind ?? 'estate' } as const;
  const prefix = failed === undefined ? '' : `${expectationWords(failed)}: `;
  const whole = (sentence: string) => `${prefix}${sentence}`;
  if (trouble === null) {
    const well = wellState(subject, estate, start, office !== null);
    const { sentence } = isOfOffice && office !== null ? office : well;
    return { ...about, ...well, sentence: whole(sentence) };
  }
  const { minute } = trouble;
  if (trouble.kind === 'key-exhausted')
    return {
      ...about,
      state: 'used up',
      since: minute,
      sentence: whole(
        `\`${trouble.key}\` has been used up since ${dateOf(minute, start)}, because more activations were needed than it has`,
      ),
    };
  if ('host' in trouble) {
    const { condition } = estate.hosts.all[estate.hosts.table.idOf(trouble.host)];
    const sentence = whole(hostSentence(trouble, estate, start));
    return { ...about, state: CONDITION_NAMES[condition], since: minute, sentence };
  }
  const row = machineNamed(estate, trouble.machine);
  const { history } = estate;
  const sentence = whole(machineSentence(trouble, about.subject, trace, estate, start));
  if (subject?.kind !== 'machine')
    return {
      ...about,
      state: CONDITION_NAMES[stateThen(trouble, trace, estate)],
      since: minute,
      sentence,
    };
  return { ...about, state: CONDITION_NAMES[history.conditionOf(row)], since: history.since(row), sentence };
}

function chain(
  { question, base, subject, trouble, followed, trace, estate }: Case,
  isCause: (step: EstateStep) => boolean,
): ChainLink[] {
  const group = followed === null ? null : estate.machines.groupOf(machineNamed(estate, followed));
  const own = subject?.kind === 'host' || subject?.kind === 'key' ? [subject.name] : [];
  return chainOf({
    trace,
    estate,
    locate: locateIn(question.scenario),
    until: trouble === null ? base.duration : endOfChain(trouble, subject, trace),
    trouble: trouble?.minute ?? base.duration,
    machine:
      group === null
        ? null
        : {
            threshold: base.rules[clientSideOf(group.parameters.os).threshold],
            group: group.name,
            product: 'windows',
          },
    hosts: new Set(own),
    isCause,
  });
}

/** The chain of a single machine ends when it is licensed again, others with the trouble. */
function endOfChain(trouble: Trouble, subject: Subject | null, { steps }: Trace): Minute {
  if (subject?.kind !== 'machine') return trouble.minute;
  return steps.find((step) => isActivation(step) && step.minute > trouble.minute)?.minute ?? trouble.minute;
}
