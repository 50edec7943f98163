import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import { Code } from '../../model/definitions/codes.ts';
import { CONDITION_NAMES, Condition, isEndState } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { NONE } from '../../model/definitions/ids.ts';
import { groupThousands } from '../../text/numbers.ts';
import { Timestamps } from '../../text/timestamps.ts';
import type { Trace } from '../trace/trace.ts';
import { machineNamed } from '../trace/trace.ts';
import type { ContactEpisode, MachineStep, TraceStep } from '../trace/trace-steps.ts';
import { rowsOf } from './machine-rows.ts';
import type { HostTrouble, MachineTrouble } from './troubles.ts';
import { isIn } from './troubles.ts';

/** A date with its day: `2008-04-12 (day 40)`. */
export function dateOf(minute: Minute, start: string): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  return `${new Timestamps(start).date(day)} (day ${day})`;
}

/** A condition behind "is" or "has been": `Licensed`, `in Notification`. */
export function stateWords(condition: Condition): string {
  const name = CONDITION_NAMES[condition];
  return condition === Condition.Licensed || condition === Condition.Unlicensed ? name : `in ${name}`;
}

/** What is wrong with machines, since when, because of what. */
export function machineSentence(
  trouble: MachineTrouble,
  subject: string,
  trace: Trace,
  estate: Estate,
  start: string,
): string {
  const { machines, history } = estate;
  const row = machineNamed(estate, trouble.machine);
  const state = CONDITION_NAMES[stateThen(trouble, trace, estate)];
  const because = immediateReason(trace, estate, trouble.minute);
  const since = dateOf(trouble.minute, start);
  const isStill = history.since(row) === trouble.minute || trouble.kind === 'not-licensed';
  const rows = rowsOf(machines, trouble.set);
  if (trouble.set.index === null && rows.length > 1) {
    const bad = rows.filter((one) => wasIn(trouble, history.conditionOf(one), estate, one)).length;
    return `${groupThousands(bad)} of ${groupThousands(rows.length)} machines of \`${subject}\` ${PLURAL[trouble.kind](state)}, the first \`${trouble.machine}\` on ${since}, because ${because}`;
  }
  if (trouble.kind === 'failed-contact')
    return `\`${trouble.machine}\` is ${stateWords(history.conditionOf(row))}; a contact failed on ${since}, because ${because}`;
  if (isStill) return `\`${trouble.machine}\` has been in ${state} since ${since}, because ${because}`;
  return `\`${trouble.machine}\` has been ${stateWords(history.conditionOf(row))} since ${dateOf(history.since(row), start)}, and was in ${state} from ${since} on, because ${because}`;
}

const PLURAL: Readonly<Record<MachineTrouble['kind'], (state: string) => string>> = {
  'end-state': (state) => `were in ${state}`,
  lapsed: (state) => `were in ${state}`,
  'not-licensed': () => 'are not licensed',
  'failed-contact': () => 'are affected',
};

/** Whether a trouble of a set has struck one of its machines, at the end or before. */
function wasIn(
  { kind }: MachineTrouble,
  now: Condition,
  { history, parameters }: Estate,
  row: number,
): boolean {
  const was = (condition: Condition) => history.minutesIn(row as never, condition, parameters.duration) > 0;
  if (kind === 'end-state') return was(Condition.Notification) || was(Condition.Unlicensed);
  if (kind === 'lapsed') return was(Condition.OOTGrace) || was(Condition.NonGenuineGrace);
  return kind === 'failed-contact' ? now !== Condition.Licensed : isIn(kind, now);
}

/** The condition of a trouble's machine when the trouble began. */
export function stateThen({ machine, minute }: MachineTrouble, { steps }: Trace, estate: Estate): Condition {
  const step = steps.findLast((one): one is MachineStep => one.kind === 'machine' && one.minute <= minute);
  return step?.condition ?? estate.history.conditionOf(machineNamed(estate, machine));
}

/** Why a machine came to where it is: the last that failed before, in words that follow "because". */
function immediateReason({ steps }: Trace, estate: Estate, minute: Minute): string {
  const before = steps.filter((step) => step.minute <= minute);
  if (before.some((step) => step.kind === 'machine' && step.previous === Condition.NonGenuineGrace))
    return 'an online validation found it Non-Genuine';
  const validated = before.findLast((step) => step.kind === 'machine' && step.event === 'validated');
  if (validated?.kind === 'machine' && validated.condition === Condition.NonGenuineGrace)
    return 'an online validation found it Non-Genuine';
  const last = before.findLast(
    (step): step is ContactEpisode | MachineStep =>
      step.kind === 'contacts' || (step.kind === 'machine' && REASONS.includes(step.event)),
  );
  const converted = before.findLast((step) => step.kind === 'machine' && step.event === 'converted');
  const isAbandoned = converted?.kind === 'machine' && converted.detail === 'none';
  if (isAbandoned && converted.minute >= endOf(last))
    return 'it was converted to `none`, so that nothing activates it';
  if (last?.kind === 'contacts' && last.outcome !== 'renewed')
    return `${directoryReason(before)}${contactReason(last, estate)}`;
  if (last?.kind === 'machine' && last.event === 'key-exhausted')
    return `the pool of \`${last.detail}\` was empty`;
  if (last?.kind === 'machine' && last.event === 'hardware-changed') return `its ${last.detail} was replaced`;
  const lapsed = before.some((step) => step.kind === 'machine' && step.event === 'activated');
  if (lapsed) return 'it was not connected for longer than its activation lasts';
  const hadGrace = before.some((step) => step.kind === 'machine' && step.condition === Condition.OOBGrace);
  return hadGrace ? 'nothing has activated it in its grace period' : 'nothing has activated it';
}

/** When something was over; before everything for nothing. */
function endOf(step: ContactEpisode | MachineStep | undefined): Minute {
  if (step === undefined) return 0;
  return step.kind === 'contacts' ? step.last : step.minute;
}

/** Why Active Directory does not activate a machine that it did before; empty where it never did. */
function directoryReason(steps: readonly TraceStep[]): string {
  const last = steps.findLast(
    (step): step is MachineStep =>
      step.kind === 'machine' && ['activated', 'to-directory', 'left-domain'].includes(step.event),
  );
  if (last?.event === 'left-domain') return `it left the domain \`${last.detail}\`, and `;
  return last?.licensedBy === 'directory' ? `no controller of \`${last.detail}\` answered, and ` : '';
}

const REASONS: readonly string[] = ['activated', 'key-exhausted', 'hardware-changed', 'rebuilt'];

/** Why contacts failed, in words that follow "because". */
export function contactReason({ outcome, host, code, highest }: ContactEpisode, estate: Estate): string {
  const name = host === NONE ? '' : `\`${estate.hosts.all[host].name}\``;
  if (outcome === 'count-too-low') return `${name} answered no more than ${highest}, too low a count`;
  if (outcome === 'refused') {
    if (code === Code.MakExhausted) return 'the pool of its key was empty';
    if (code === Code.AvmaPlatform) return 'its Hyper-V host cannot activate it';
    if (code === Code.AvmaHostNotActivated) return 'its Hyper-V host was not activated';
    return code === Code.HostNotActivated
      ? `${name} refused it: it was not activated`
      : `${name} refused it: its key or system cannot serve it`;
  }
  if (code === Code.MicrosoftUnreachable) return 'it did not reach Microsoft';
  if (code === Code.DnsNameDoesNotExist) return 'it found no KMS host: no DNS zone named one';
  if (code === Code.DnsServerFailure) return 'it found no KMS host: the DNS server did not answer';
  return 'it reached no KMS host';
}

/** What is wrong with a host, since when, because of what. */
export function hostSentence(
  { kind, host, threshold, minute }: HostTrouble,
  estate: Estate,
  start: string,
): string {
  const row = estate.hosts.all[estate.hosts.table.idOf(host)];
  const since = dateOf(minute, start);
  switch (kind) {
    case 'host-ended':
      return isEndState(row.condition)
        ? `\`${host}\` was in ${CONDITION_NAMES[row.condition]} after ${since}, because it was not activated with Microsoft in time`
        : `\`${host}\` was refused by Microsoft on ${since}, because the activations of \`${row.parameters.key}\` were used up`;
    case 'host-not-activated':
      return `\`${host}\` has not been activated since ${since}, because it did not reach Microsoft`;
    case 'count-lost':
      return `the count of \`${host}\` fell below ${threshold} on ${since}, because fewer computers asked it within the life of a record`;
    case 'count-never':
      return `the count of \`${host}\` has not reached ${threshold} since ${since}, because at most ${Math.max(0, row.maxCount)} computers that count asked it`;
  }
}
