import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import { type Condition, isEndState } from '../../model/definitions/conditions.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { SYSTEMS } from '../../model/definitions/systems.ts';
import type { RunSeries } from '../../recording/run-series.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../scenario/document/json.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** What kind of thing happened: the mark in the list, and the color on the time line. */
export type HappeningKind = 'timeline' | 'failure' | 'end' | 'reached' | 'lost' | 'ended';

/** Something that a reader of the run wants to see: where the player stops. */
export interface Happening {
  readonly minute: Minute;
  /** Whether it was in that very minute; else it was noticed at the end of that day. */
  readonly timed: boolean;
  readonly kind: HappeningKind;
  /** What it happened to. */
  readonly subject: string;
  readonly words: string;
}

/** Happenings that a page lists; a year of hourly failures has more. */
export const MAX_HAPPENINGS = 1000;

/**
 * What happened in a run, oldest first: the timeline, outages and their ends, thresholds crossed, first end states. Where
 * they are too many the timeline and the end states stay, and the first of the others.
 *
 * @param charted the series with the shortest steps
 */
export function happeningsOf(scenario: Scenario, charted: RunSeries): Happening[] {
  const all = [
    ...timelineEntries(scenario),
    ...firstEndStates(charted, scenario),
    ...byMinute([...outageEnds(charted, scenario), ...thresholdCrossings(charted)]),
  ];
  return byMinute(all.slice(0, MAX_HAPPENINGS));
}

function byMinute(happenings: readonly Happening[]): Happening[] {
  return [...happenings].sort((a, b) => a.minute - b.minute);
}

/** The entries as the scenario writes them: `down: wan-c, for: 14 d`. */
function timelineEntries({ resolved, parameters }: Scenario): Happening[] {
  const written = Array.isArray(resolved.timeline) ? resolved.timeline : [];
  return parameters.timeline.flatMap((entry, index) => {
    const text = written[index];
    if (!isJsonObject(text) || entry.at >= parameters.duration) return [];
    const subject = text[entry.type];
    return [
      {
        minute: entry.at,
        timed: true,
        kind: 'timeline' as const,
        subject: typeof subject === 'string' ? subject : entry.type,
        words: writtenEntry(entry.type, text),
      },
    ];
  });
}

function writtenEntry(action: string, { at: _at, [action]: subject, ...rest }: JsonObject): string {
  const circumstances = Object.entries(rest).map(([key, value]) => `${key} ${written(value)}`);
  return [`${action} ${written(subject)}`, ...circumstances].join(', ');
}

function written(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(written).join(' and ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Ends of outages, and the beginnings of random failures: those of the timeline have an entry. */
function outageEnds({ outages }: RunSeries, { parameters }: Scenario): Happening[] {
  const planned = new Set(parameters.timeline.map(({ at }) => at));
  return outages.flatMap(({ label, subject, services, from, to }) => {
    const begin = planned.has(from)
      ? []
      : [{ minute: from, timed: true, kind: 'failure' as const, subject, words: label }];
    const words = services.length === 0 ? `${subject} up again` : `${subject} open again`;
    if (to >= parameters.duration) return begin;
    return [...begin, { minute: to, timed: true, kind: 'end' as const, subject, words }];
  });
}

/** When the count of a host passed a threshold, either way. */
function thresholdCrossings({ marks }: RunSeries): Happening[] {
  return marks.flatMap(({ minute, subject, passed }) => {
    if (passed === null) return [];
    const above = passed.event === 'threshold-reached';
    const words = `${subject} ${above ? 'reaches' : 'falls below'} the threshold ${passed.threshold}`;
    return [{ minute, timed: true, kind: above ? 'reached' : 'lost', subject, words }];
  });
}

/** When machines of a group are first seen in Notification or Unlicensed. */
function firstEndStates({ groups, step, steps }: RunSeries, { parameters }: Scenario): Happening[] {
  return groups.flatMap(({ name, conditions }) => {
    const ended = conditions.filter((_, condition) => isEndState(condition as Condition));
    for (let index = 0; index < steps; index += 1) {
      if (ended.every((column) => column[index] === 0)) continue;
      const minute = (index + 1) * step - 1;
      const where = hasGrace(parameters, name, minute)
        ? 'at the end of their grace'
        : 'in Notification: their system has no grace';
      const words = `first machines of ${name} ${where}`;
      return [{ minute, timed: step < MINUTES_PER_DAY, kind: 'ended' as const, subject: name, words }];
    }
    return [];
  });
}

/** Whether the system that a group has at a time gives a grace; from Windows 8 on it is Notification that they begin in. */
function hasGrace({ groups, timeline, rules }: EstateParameters, name: string, minute: Minute): boolean {
  const upgrades = timeline.flatMap((entry) =>
    entry.type === 'upgrade' && entry.group === name && entry.at <= minute ? [entry.os] : [],
  );
  const os = upgrades.at(-1) ?? groups.get(name)?.os;
  return os === undefined || rules[SYSTEMS[os].initialGrace] > 0;
}
