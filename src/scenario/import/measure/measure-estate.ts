import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../../engine/time.ts';
import { formatDuration } from '../../../text/duration.ts';
import { isoDate, isoMinute, startOfDay } from '../basics/dates.ts';
import { counted } from '../basics/shown.ts';
import type { EstateComputer } from '../computers/estate-computer.ts';
import type { ClientRequest, HostAnswer } from '../computers/request.ts';
import type { PlannedGroup } from '../output/planned.ts';
import type { GroupMeasure } from '../output/scenario-text.ts';
import { awayGaps, type Behavior, behaviorOf, hoursByKind, kindOf, median } from './behaviors.ts';
import { renewedIds, sharedIds } from './clones.ts';
import { countHistory } from './count-history.ts';
import { gapsOf, type Intervals, intervalsOf } from './gaps.ts';
import type { Hours } from './hours.ts';

/** What logs say of an estate's behavior. */
export interface MeasuredEstate {
  /** `start` and `duration` of the scenario. */
  readonly period: Readonly<Record<string, string>>;
  readonly intervals: Intervals;
  /** What the requests of a computer say, in a text that is equal for those that behave alike. */
  readonly behaviorOf: (computer: EstateComputer) => string;
  readonly measureOf: (group: PlannedGroup) => GroupMeasure;
  readonly notes: readonly string[];
}

const USUAL_RENEWAL = 7 * MINUTES_PER_DAY;
const USUAL_ACTIVATION = 2 * MINUTES_PER_HOUR;
/** Days in front of the log that the scenario runs, so that counts are what they were: as long as a record lives. */
const LEAD = 30 * MINUTES_PER_DAY;
const SHORTEST = 365 * MINUTES_PER_DAY;
/** A log as long as this says something of intervals and presence. */
const SHORTEST_LOG = 8 * MINUTES_PER_DAY;
/** How long roaming computers are connected where nothing says it. */
const CONNECTED = 8 * MINUTES_PER_HOUR;

const NOTHING: GroupMeasure = { keys: {}, comments: [] };

/** Measures what the requests of clients and the answers of hosts say. */
export function measureEstate(
  computers: readonly EstateComputer[],
  answers: readonly HostAnswer[],
): MeasuredEstate {
  const clients = computers.filter(({ requests }) => requests.length > 0);
  if (clients.length === 0) {
    const notes = answers.length === 0 ? [] : [answerNote(answers)];
    return {
      period: { duration: formatDuration(SHORTEST) },
      intervals: intervalsOf([], answers),
      behaviorOf: () => '',
      measureOf: () => NOTHING,
      notes,
    };
  }
  const [first, last] = periodOf(clients);
  const isLong = last - first >= SHORTEST_LOG;
  const intervals = intervalsOf(
    clients.flatMap(({ requests }) => gapsOf(requests)),
    answers,
  );
  const context = {
    sharedIds: sharedIds(clients),
    renewal: intervals.renewal ?? USUAL_RENEWAL,
    hoursOfKind: isLong ? hoursByKind(clients, intervals.renewal ?? USUAL_RENEWAL) : new Map<string, Hours>(),
  };
  const behaviors = new Map(clients.map((computer) => [computer, behaviorOf(computer, context)]));
  // A log that begins with the first installation needs no time before it.
  const lead = isLong && [...behaviors.values()].some(({ isNew }) => !isNew) ? LEAD : 0;
  const start = startOfDay(first) - lead;
  return {
    period: {
      start: isoDate(start),
      duration: formatDuration(Math.max(SHORTEST, startOfDay(last) + MINUTES_PER_DAY - start)),
    },
    intervals: {
      activation: unusual(intervals.activation, USUAL_ACTIVATION),
      renewal: unusual(intervals.renewal, USUAL_RENEWAL),
    },
    behaviorOf: (computer) => keyOf(behaviors.get(computer)),
    measureOf: (group) =>
      measureGroup(group, behaviors, {
        start,
        isLong,
        renewal: context.renewal,
        hoursOfKind: context.hoursOfKind,
      }),
    notes: [
      ...logNotes(clients, isLong, lead),
      ...intervalNotes(intervals),
      ...countNotes(clients),
      ...(answers.length === 0 ? [] : [answerNote(answers)]),
      ...cloneNotes(context.sharedIds),
      ...renewalNotes(clients),
    ],
  };
}

function periodOf(clients: readonly EstateComputer[]): readonly [first: number, last: number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { requests } of clients) {
    first = Math.min(first, requests[0].time);
    last = Math.max(last, requests[requests.length - 1].time);
  }
  return [first, last];
}

function unusual(measured: number | null, usual: number): number | null {
  return measured === usual ? null : measured;
}

function keyOf(behavior: Behavior | undefined): string {
  if (behavior === undefined) return '';
  const { sharedId, isNew, away, hours } = behavior;
  return `${sharedId}/${isNew ? 'new' : ''}/${away}/${hours ? 'hours' : ''}`.replace(/^\/\/0\/$/, 'steady');
}

interface GroupContext {
  readonly start: number;
  readonly isLong: boolean;
  readonly renewal: number;
  readonly hoursOfKind: ReadonlyMap<string, Hours>;
}

/** What is measured of the computers of a group together. */
function measureGroup(
  { computers }: PlannedGroup,
  behaviors: ReadonlyMap<EstateComputer, Behavior>,
  context: GroupContext,
): GroupMeasure {
  const behavior = behaviors.get(computers[0]);
  if (behavior === undefined) return NOTHING;
  const requests = computers.map((computer) => computer.requests);
  const keys: Record<string, unknown> = {};
  const comments: string[] = [
    `Measured: ${counted(
      requests.reduce((sum, own) => sum + own.length, 0),
      'request',
    )}.`,
  ];
  if (behavior.sharedId !== '') {
    keys.image = 'cloned';
    comments.push(`They share the CMID ${behavior.sharedId}: an image that was not generalized.`);
  }
  Object.assign(keys, installOf(behavior, requests, context));
  const hours = behavior.hours ? context.hoursOfKind.get(kindOf(computers[0])) : undefined;
  if (hours !== undefined) {
    keys.uptime = { days: hours.days, on: clock(hours.on), off: clock(hours.off), jitter: '0 min' };
    comments.push(
      `All their requests are in these hours (${hours.days}, ${clock(hours.on)} to ${clock(hours.off)}).`,
    );
  }
  if (behavior.away > 0) {
    const late = computers.flatMap((computer) => awayGaps(computer, context.renewal));
    keys.connects = { every: formatDuration(context.renewal + median(late)), for: formatDuration(CONNECTED) };
    comments.push(
      `They renew ${formatDuration(median(late))} late at the median: they come and go. How long they stay is assumed.`,
    );
  }
  return { keys, comments };
}

function installOf(
  behavior: Behavior,
  requests: readonly (readonly ClientRequest[])[],
  { start, isLong, renewal }: GroupContext,
): object {
  if (behavior.isNew) {
    const times = requests.map(([first]) => first.time);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    if (first === start && last === first) return {};
    const spread = last > first ? { over: formatDuration(last - first) } : {};
    return { install: { at: formatDuration(first - start), ...spread } };
  }
  return isLong ? { install: { over: formatDuration(renewal) } } : {};
}

function clock(hour: number): string {
  return hour === 24 ? '23:59' : `${String(hour).padStart(2, '0')}:00`;
}

function logNotes(clients: readonly EstateComputer[], isLong: boolean, lead: number): string[] {
  const [first, last] = periodOf(clients);
  const requests = clients.reduce((sum, { requests: own }) => sum + own.length, 0);
  const days = (last - first) / MINUTES_PER_DAY;
  const note = `The log has ${counted(requests, 'request')} of ${counted(clients.length, 'client')} from ${isoMinute(first)} to ${isoMinute(last)}`;
  if (!isLong) return [`${note}: too short a time to measure intervals and presence.`];
  const rate = (requests / Math.max(days, 1)).toFixed(1);
  return [
    `${note}, ${rate} a day. ${lead === 0 ? 'The scenario begins with it.' : `The scenario begins ${formatDuration(lead)} before it, so that the host knows its clients when the log begins.`}`,
  ];
}

function intervalNotes({ activation, renewal }: Intervals): string[] {
  const said = [
    ...(renewal === null ? [] : [`renewal ${formatDuration(renewal)}`]),
    ...(activation === null ? [] : [`activation ${formatDuration(activation)}`]),
  ];
  return said.length === 0 ? [] : [`Intervals measured: ${said.join(', ')}.`];
}

/** The count of each host, worked out from its requests. */
function countNotes(clients: readonly EstateComputer[]): string[] {
  const byHost = new Map<string, ClientRequest[]>();
  for (const { requests } of clients) {
    for (const request of requests) {
      const host = request.host.split(/[.:]/)[0].toLowerCase();
      const own = byHost.get(host);
      if (own === undefined) byHost.set(host, [request]);
      else own.push(request);
    }
  }
  return [...byHost].slice(0, 10).flatMap(([host, requests]) => {
    const history = countHistory(requests.sort((a, b) => a.time - b.time));
    if (history === null) return [];
    const { least, most, last, sureFrom } = history;
    return [
      `By the requests the count of ${host === '' ? 'the host' : host} was ${least === most ? least : `${least} to ${most}`} (sure from ${sureFrom}), ${last} at the end.`,
    ];
  });
}

function answerNote(answers: readonly HostAnswer[]): string {
  const counts = answers.map(({ count }) => count);
  const [least, most] = counts.reduce(
    ([low, high], count) => [Math.min(low, count), Math.max(high, count)],
    [counts[0], counts[0]],
  );
  return `Hosts answered with counts from ${least} to ${most}.`;
}

function cloneNotes(shared: ReadonlyMap<EstateComputer, string>): string[] {
  if (shared.size === 0) return [];
  const ids = new Set(shared.values()).size;
  return [`${counted(shared.size)} share ${counted(ids, 'CMID')}: a cloned image. Each CMID counts once.`];
}

function renewalNotes(clients: readonly EstateComputer[]): string[] {
  const count = renewedIds(clients);
  return count === 0
    ? []
    : [
        `${counted(count)} asked with more than one CMID: rebuilt or rearmed meanwhile. Old records count until they are 30 days old.`,
      ];
}
