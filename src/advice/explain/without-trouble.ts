import type { Minute } from '../../engine/time.ts';
import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { FailedExpectation } from '../../recording/figures/expectations.ts';
import { groupThousands } from '../../text/numbers.ts';
import { plural } from '../../text/plural.ts';
import { machineNamed } from '../trace/trace.ts';
import { rowsOf } from './machine-rows.ts';
import { dateOf, stateWords } from './sentences.ts';
import { type Subject, subjectNamed, UnknownSubject } from './subjects.ts';

/** What a subject with which all is well is. */
export interface WellState {
  readonly state: string;
  readonly since: Minute | null;
  readonly sentence: string;
}

/**
 * The state of a subject with which all is well; of everything for `null`.
 *
 * @param ofWindows whether only Windows is well there: Office is not
 */
export function wellState(
  subject: Subject | null,
  estate: Estate,
  start: string,
  ofWindows: boolean,
): WellState {
  if (subject === null)
    return {
      state: 'well',
      since: null,
      sentence: `all is well${ofWindows ? ' with Windows' : ''}: no machine came to an end state, no count was lost, and no contact failed`,
    };
  if (subject.kind === 'host') return hostState(subject.name, estate);
  if (subject.kind === 'key') return keyState(subject.name, estate);
  const { machines, history } = estate;
  if (subject.kind === 'machine') {
    const row = machineNamed(estate, subject.name);
    if (!machines.inService(row))
      return { state: 'not in service', since: null, sentence: `\`${subject.name}\` is not in service` };
    const state = CONDITION_NAMES[history.conditionOf(row)];
    const since = history.since(row);
    return {
      state,
      since,
      sentence: `\`${subject.name}\` has been ${stateWords(history.conditionOf(row))} since ${dateOf(since, start)}`,
    };
  }
  const rows = rowsOf(machines, subject);
  const licensed = rows.filter(
    (row) => machines.inService(row) && history.conditionOf(row) === Condition.Licensed,
  );
  return {
    state: 'well',
    since: null,
    sentence: `all is well with \`${subject.name}\`: ${groupThousands(licensed.length)} of ${groupThousands(rows.length)} machines are Licensed, and none was in an end state`,
  };
}

function hostState(name: string, { hosts }: Estate): WellState {
  const host = hosts.all[hosts.table.idOf(name)];
  const state = CONDITION_NAMES[host.condition];
  if (host.requests === 0)
    return { state, since: null, sentence: `\`${name}\` is ${state}, and no computer has asked it` };
  return {
    state,
    since: null,
    sentence: `all is well with \`${name}\`: it is ${state}, and its count reached ${Math.max(0, host.maxCount)}`,
  };
}

function keyState(name: string, { keys }: Estate): WellState {
  const key = keys.table.idOf(name);
  const used = keys.used(key);
  const sentence = `all is well with \`${name}\`: ${plural(used, 'activation')} ${used === 1 ? 'is' : 'are'} used, ${groupThousands(keys.remaining(key))} ${keys.remaining(key) === 1 ? 'remains' : 'remain'}`;
  return { state: 'well', since: null, sentence };
}

/** What an expectation is about: a group, host or key by its name; `null` for the machines as a whole. */
export function expectationSubject(estate: EstateParameters, { figure }: FailedExpectation): Subject | null {
  const steps = figure.split('.');
  for (let length = steps.length - 1; length > 1; length -= 1) {
    try {
      return subjectNamed(estate, steps.slice(1, length).join('.'));
    } catch (error) {
      if (!(error instanceof UnknownSubject)) throw error;
    }
  }
  return null;
}

/** What is said of an expectation that did not hold. */
export function expectationWords({ figure, comparison, value, actual }: FailedExpectation): string {
  const wanted = { is: '', atLeast: 'at least ', atMost: 'at most ', above: 'above ', below: 'below ' };
  return `\`${figure}\` is ${actual ?? 'without a value'}, and ${wanted[comparison]}${value ?? 'none'} was expected`;
}
