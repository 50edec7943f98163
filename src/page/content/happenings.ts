import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import { type Condition, isEndState } from '../../model/definitions/conditions.ts';
import type { RunSeries } from '../../recording/run-series.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../scenario/document/json.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** What kind of thing happened: the mark in the list, and the color on the time line. */
export type HappeningKind = 'timeline' | 'failure' | 'end' | 'reached' | 'lost' | 'ended';

/** Something that a reader of the run wants to see: where the player stops. */
export interface Happening {
  readonly minute: Minute;
  readonly kind: HappeningKind;
  /** What it happened to. */
  readonly subject: string;
  readonly words: string;
}

/** Happenings that a page lists; a year of hourly failures has more. */
export const MAX_HAPPENINGS = 1000;

/** What happened in a run, oldest first: the timeline, outages and their ends, thresholds crossed, first end states. */
export function happeningsOf(
  scenario: Scenario,
  series: RunSeries,
  thresholds: readonly number[],
): Happening[] {
  const all = [
    ...timelineEntries(scenario),
    ...outageEnds(series, scenario),
    ...thresholdCrossings(series, thresholds),
    ...firstEndStates(series),
  ];
  return all.sort((a, b) => a.minute - b.minute).slice(0, MAX_HAPPENINGS);
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
      : [{ minute: from, kind: 'failure' as const, subject, words: label }];
    const words = services.length === 0 ? `${subject} up again` : `${subject} open again`;
    const end = to < parameters.duration ? [{ minute: to, kind: 'end' as const, subject, words }] : [];
    return [...begin, ...end];
  });
}

/** Days on which the count of a host passed a threshold, either way. */
function thresholdCrossings({ hosts }: RunSeries, thresholds: readonly number[]): Happening[] {
  return hosts.flatMap(({ name, counts }) =>
    thresholds.flatMap((threshold) => {
      const crossings: Happening[] = [];
      let above = false;
      for (let day = 0; day < counts.length; day += 1) {
        if (counts[day] >= threshold === above) continue;
        above = !above;
        const kind = above ? 'reached' : 'lost';
        const words = `${name} ${above ? 'reaches' : 'falls below'} the threshold ${threshold}`;
        crossings.push({ minute: endOf(day), kind, subject: name, words });
      }
      return crossings;
    }),
  );
}

/** The first day on which machines of a group end in Notification or Unlicensed. */
function firstEndStates({ groups, days }: RunSeries): Happening[] {
  return groups.flatMap(({ name, conditions }) => {
    const ended = conditions.filter((_, condition) => isEndState(condition as Condition));
    for (let day = 0; day < days; day += 1) {
      const machines = ended.reduce((sum, column) => sum + column[day], 0);
      if (machines === 0) continue;
      const words = `first machines of ${name} at the end of their grace`;
      return [{ minute: endOf(day), kind: 'ended' as const, subject: name, words }];
    }
    return [];
  });
}

/** The last minute of a day, at which daily columns are taken. */
function endOf(day: number): Minute {
  return (day + 1) * MINUTES_PER_DAY - 1;
}
