import type { Minute } from '../../engine/time.ts';
import { NONE } from '../../model/definitions/ids.ts';
import type { EstateParameters, TimelineEntry } from '../../model/definitions/parameters.ts';
import type { JsonObject, JsonValue } from '../../scenario/document/json.ts';
import type { Trace } from '../trace/trace.ts';
import type { EstateStep } from '../trace/trace-steps.ts';
import { NO_CHANGE } from './trials.ts';
import type { Variation } from './variation.ts';

/** Something that can be taken away, to see what becomes of the subject without it. */
export interface Candidate {
  /** A `rollout` says when machines are installed: it is blamed only where nothing else is to blame. */
  readonly kind: 'entry' | 'strike' | 'setting' | 'rollout';
  /** Where the scenario has it. */
  readonly path: readonly (string | number)[];
  readonly variation: Variation;
  /** The failure that struck. */
  readonly strike: EstateStep | null;
}

/** The entries of the timeline that had begun by a minute. */
export function timelineCandidates({ timeline }: EstateParameters, until: Minute): Candidate[] {
  return [...timeline.entries()]
    .filter(([, { at }]) => at <= until)
    .map(([index]) => ({
      kind: 'entry',
      path: ['timeline', index],
      variation: { ...NO_CHANGE, entries: [index] },
      strike: null,
    }));
}

/** The random failures that had struck by a minute, latest first: those close to the trouble are the likeliest. */
export function strikeCandidates({ steps }: Trace, until: Minute): Candidate[] {
  return steps
    .flatMap((step) =>
      step.kind === 'estate' && step.event === 'down' && step.failure >= 0 && step.minute <= until
        ? [step]
        : [],
    )
    .reverse()
    .map((strike) => ({
      kind: 'strike',
      path: ['failures', strike.subject],
      variation: { ...NO_CHANGE, strikes: [{ name: strike.subject, occurrence: strike.failure }] },
      strike,
    }));
}

/** The test whether a step of a trace begins something that was found to be a cause. */
export function stepsThatCause(
  found: readonly Candidate[],
  { timeline }: EstateParameters,
): (step: EstateStep) => boolean {
  const strikes = new Set(found.flatMap(({ strike }) => (strike === null ? [] : [strike])));
  const entries = found.flatMap(({ kind, path }) => (kind === 'entry' ? [timeline[Number(path[1])]] : []));
  return (step) =>
    strikes.has(step) || (step.failure === NONE && entries.some((entry) => begins(entry, step)));
}

/** Whether an entry of the timeline is what a step of the trace is the beginning of. */
function begins(entry: TimelineEntry, { minute, subject }: EstateStep): boolean {
  return entry.at === minute && Object.values(entry).includes(subject);
}

/** Keys without which an entry would be another thing, or none: they are no settings to take away. */
const ESSENTIAL: Readonly<Record<string, readonly string[]>> = {
  policy: [],
  machines: ['count', 'os', 'network', 'names', 'key', 'by', 'on', 'office'],
  hosts: ['os', 'network', 'key', 'officeKeys'],
  dns: ['network'],
  links: ['from', 'to'],
  keys: ['type', 'group', 'activations'],
  vamt: ['network'],
  domains: ['controllers'],
};

/** The key that says when machines are installed. */
const ROLLOUT = 'install';

/**
 * The settings of a scenario that differ from the default and concern a subject: all of `policy`, and those of the
 * things that are named.
 *
 * @param concerned the names of groups, hosts, zones, links, keys and VAMTs
 */
export function settingCandidates(document: JsonObject, concerned: ReadonlySet<string>): Candidate[] {
  return Object.entries(ESSENTIAL).flatMap(([section, essential]) => {
    const entries = asMap(document[section]);
    if (section === 'policy') return Object.keys(entries).map((rule) => setting([section, rule]));
    return Object.entries(entries).flatMap(([name, value]) =>
      concerned.has(name)
        ? Object.keys(asMap(value))
            .filter((key) => !essential.includes(key))
            .map((key) => setting([section, name, key]))
        : [],
    );
  });
}

function setting(path: readonly string[]): Candidate {
  return {
    kind: path.at(-1) === ROLLOUT ? 'rollout' : 'setting',
    path,
    variation: { ...NO_CHANGE, sets: [`${path.join('.')}=null`] },
    strike: null,
  };
}

function asMap(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
