import { MINUTES_PER_DAY, type Minute } from '../../../engine/time.ts';
import { type OutageState, outagesAt } from '../../content/estate-state.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { DayFrames } from '../worker/day-frames.ts';

/** The state of an estate at a moment: what the picture draws. */
export interface Moment {
  readonly minute: Minute;
  readonly outages: OutageState;
  /** Machines of a group by number of the condition; empty where the page holds no single groups. */
  conditionsOf(group: number): readonly number[];
  /** CMID records; -1 before the host is online. */
  countOf(host: number): number;
  /** Whether the host is up, activated and not in an end state. */
  serves(host: number): boolean;
}

/** The end of a day. */
export function endOfDay({ series, duration, groupsApart }: RunContent, day: number): Moment {
  const minute = Math.min((day + 1) * MINUTES_PER_DAY, duration) - 1;
  return {
    minute,
    outages: outagesAt(series.outages, minute),
    conditionsOf: (group) =>
      groupsApart ? series.groups[group].conditions.map((column) => column[day]) : [],
    countOf: (host) => series.hosts[host].counts[day],
    serves: (host) => series.hosts[host].serving[day] === 1,
  };
}

/** A minute of a day that was run minute by minute. */
export function endOfMinute({ series }: RunContent, frames: DayFrames, minuteOfDay: number): Moment {
  const minute = frames.day * MINUTES_PER_DAY + minuteOfDay;
  return {
    minute,
    outages: outagesAt(series.outages, minute),
    conditionsOf: (group) => frames.groups[group]?.map((column) => column[minuteOfDay]) ?? [],
    countOf: (host) => frames.counts[host][minuteOfDay],
    serves: (host) => frames.serving[host][minuteOfDay] === 1,
  };
}
