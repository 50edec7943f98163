import type { Minute } from '../../engine/time.ts';
import { FAILURE_DETAIL } from '../../model/administration/failures.ts';
import { Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type HostId, NONE } from '../../model/definitions/ids.ts';
import type { EstateEvent } from '../../model/definitions/observer.ts';
import { formatDuration } from '../../text/duration.ts';
import type { Trace } from '../trace/trace.ts';
import type { ContactEpisode, EstateStep, TraceStep } from '../trace/trace-steps.ts';
import { toldOnce } from './chain-repetition.ts';
import { type ChainScope, link, placeOfEntry } from './chain-scope.ts';
import { keyLinks, recordLinks } from './chain-uses.ts';
import { contactWords, hostWords, machineWords } from './chain-words.ts';
import type { ChainLink } from './explanation.ts';
import { officeStepWords } from './office-sentences.ts';
import type { Locate } from './places.ts';

/** What led to something, oldest first, each repetition as one link. */
export function chainOf(scope: ChainScope): ChainLink[] {
  const { trace, until } = scope;
  const lastSuccess = lastSuccessBefore(scope);
  const failing = trace.steps.filter(
    (step): step is ContactEpisode =>
      step.kind === 'contacts' && step.outcome !== 'renewed' && step.last > lastSuccess,
  );
  const asked = new Set(
    trace.steps.flatMap((step) =>
      step.kind === 'contacts' && step.host !== NONE && step.outcome !== 'renewed' ? [step.host] : [],
    ),
  );
  const links = trace.steps
    .filter((step) => step.minute <= until && !isSurvived(step, lastSuccess))
    .flatMap((step) => linkOf(step, scope, failing, asked));
  const all = [...links, ...recordLinks(scope, asked), ...keyLinks(scope)];
  return toldOnce(all.sort((left, right) => left.minute - right.minute));
}

/** When the followed machine was served for the last time before the trouble; -1 when it never was. */
function lastSuccessBefore({ trace, trouble }: ChainScope): Minute {
  let latest = -1;
  for (const step of trace.steps) {
    if (step.minute >= trouble) break;
    if (isActivation(step)) latest = step.minute;
    if (step.kind === 'contacts' && step.outcome === 'renewed') latest = Math.min(step.last, trouble);
  }
  return latest;
}

/** Contacts that failed and were made good by a later one led to nothing. */
function isSurvived(step: TraceStep, lastSuccess: Minute): boolean {
  return step.kind === 'contacts' && step.outcome !== 'renewed' && step.last <= lastSuccess;
}

/** Whether a step is an activation of the followed machine, or of its Office. */
export function isActivation(step: TraceStep): boolean {
  return (
    (step.kind === 'machine' && step.event === 'activated') ||
    (step.kind === 'office' && step.event === 'office-activated')
  );
}

function linkOf(
  step: TraceStep,
  scope: ChainScope,
  failing: readonly ContactEpisode[],
  asked: ReadonlySet<HostId | -1>,
): ChainLink[] {
  const { estate, machine, locate } = scope;
  switch (step.kind) {
    case 'machine': {
      const path = machine === null ? [] : ['machines', machine.group];
      const place =
        step.event === 'installed' ? locate(path) : placeOfEntry(step.minute, scope, machine?.group);
      return [link(step.minute, machineWords(step, estate), place)];
    }
    case 'office': {
      const path = ['machines', machine?.group ?? '', 'office'];
      const place = step.event === 'office-installed' ? locate(path) : null;
      return [link(step.minute, officeStepWords(step, estate), place)];
    }
    case 'contacts':
      return [link(step.minute, contactWords(step, estate, machine?.threshold ?? 0), null)];
    case 'host': {
      const { name, parameters } = estate.hosts.all[step.host];
      const isOffice = machine?.product === 'office';
      const isTelling = TELLING.includes(step.event) && !(isOffice && step.event === 'threshold-lost');
      const isTold = scope.hosts.has(name) || (asked.has(step.host) && isTelling);
      // A move says it, with the same minute.
      if (step.event === 'condition' && step.condition === Condition.OOTGrace) return [];
      if (!isTold || (step.event === 'host-online' && parameters.online === 0 && !scope.hosts.has(name)))
        return [];
      const own = step.event.startsWith('threshold') ? null : locate(['hosts', name]);
      const place = placeOfEntry(step.minute, scope, name) ?? own;
      return [link(step.minute, hostWords(step, estate), place)];
    }
    case 'estate':
      return estateLinks(step, scope, failing);
  }
}

/** Events of a host that the followed machine asked and was not served by, which belong in its chain. */
const TELLING = [
  'threshold-lost',
  'host-online',
  'host-refused',
  'condition',
  'moved',
  'rekeyed',
  'publish-refused',
];

/** What happened to a part of the estate, behind its name. */
const ESTATE_WORDS: Readonly<Record<EstateEvent, string>> = {
  down: 'went down',
  up: 'is up again',
  granted: 'was opened to KMS hosts',
  raised: 'was raised',
  pointed: 'had its KMS host set by hand',
  upgraded: 'was upgraded',
  relocated: 'moved to another network',
  joined: 'joined a domain',
  left: 'left its domain',
  'object-activated': 'got an activation object',
  'object-refused': 'got no activation object: Microsoft refused it',
};

const ESTATE_REASONS: Readonly<Partial<Record<EstateEvent, string>>> = {
  'object-activated': 'the members that it serves ask no KMS host any more',
};

function estateLinks(step: EstateStep, scope: ChainScope, failing: readonly ContactEpisode[]): ChainLink[] {
  if (!scope.isCause(step) && !explains(step, scope, failing) && !takesOver(step, failing)) return [];
  const { estate, locate } = scope;
  const isFailure = step.detail === FAILURE_DETAIL;
  const length = step.event === 'down' ? lengthOf(step, scope) : null;
  const lasting = length === null ? '' : `, for ${formatDuration(length)}`;
  const services = isFailure || step.detail === '' ? '' : ` (${step.detail})`;
  const place = isFailure
    ? locate(['failures', step.subject])
    : step.event === 'object-activated'
      ? locate(['domains', step.subject, 'objects', step.detail])
      : (placeOfEntry(step.minute, scope, step.subject) ?? placeEnding(step, estate, locate));
  const event = `${step.subject}${services} ${ESTATE_WORDS[step.event]}${lasting}`;
  const because = isFailure ? 'a random failure' : (ESTATE_REASONS[step.event] ?? '');
  return [link(step.minute, { event, because, source: null }, place)];
}

/** Whether an activation object took others away, so that the count was too low for the followed machine. */
function takesOver({ event, minute }: EstateStep, failing: readonly ContactEpisode[]): boolean {
  const isTooLow = (episode: ContactEpisode) =>
    episode.outcome === 'count-too-low' && episode.minute > minute;
  return event === 'object-activated' && failing.some(isTooLow);
}

/** Whether contacts failed because of an outage, as far as their times say so; its end belongs to it. */
function explains(step: EstateStep, scope: ChainScope, failing: readonly ContactEpisode[]): boolean {
  if (step.event !== 'down' && step.event !== 'up') return false;
  const { estate, trace } = scope;
  const down = step.event === 'down' ? step : lastDown(step, trace);
  if (down === undefined || !concerns(down.subject, scope)) return false;
  const end = down.minute + (lengthOf(down, scope) ?? estate.parameters.duration);
  return (
    scope.isCause(down) ||
    failing.some(({ outcome, minute, last }) => outcome === 'no-host' && minute < end && last >= down.minute)
  );
}

function lastDown(step: EstateStep, { steps }: Trace): EstateStep | undefined {
  return steps.findLast(
    (other): other is EstateStep =>
      other.kind === 'estate' &&
      other.event === 'down' &&
      other.subject === step.subject &&
      other.minute < step.minute,
  );
}

/** Whether something is on the way of the followed machine: its network, links from there, its zone, hosts, Microsoft. */
function concerns(subject: string, { estate, machine }: ChainScope): boolean {
  const { parameters } = estate;
  const group = parameters.groups.get(machine?.group ?? '');
  if (group === undefined) return true;
  const zone = group.kmsDomain ?? parameters.networks.get(group.network)?.zone;
  const isKms = group.method.type === 'kms' || machine?.product === 'office';
  return (
    subject === group.network ||
    subject === zone ||
    parameters.links.get(subject)?.from === group.network ||
    subject === group.domain ||
    parameters.domains.get(group.domain ?? '')?.controllers.includes(subject) === true ||
    (isKms ? parameters.hosts.has(subject) : !parameters.hosts.has(subject)) ||
    subject === parameters.zones.get(zone ?? '')?.network
  );
}

/** How long an outage lasts, as the trace has it; `null` when it does not end. */
function lengthOf(step: EstateStep, { trace }: ChainScope): number | null {
  const end = trace.steps.find(
    (other) =>
      other.kind === 'estate' &&
      other.event === 'up' &&
      other.subject === step.subject &&
      other.minute > step.minute,
  );
  return end === undefined ? null : end.minute - step.minute;
}

function placeEnding(step: EstateStep, { parameters }: Estate, locate: Locate): string | null {
  const index = parameters.timeline.findIndex(
    (entry) =>
      (entry.type === 'down' || entry.type === 'block') &&
      entry.for !== null &&
      entry.at + entry.for === step.minute &&
      (entry.type === 'down' ? entry.target : entry.link) === step.subject,
  );
  return index === -1 ? null : locate(['timeline', index]);
}
