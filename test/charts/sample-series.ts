import { MINUTES_PER_DAY } from '../../src/engine/time.ts';
import { CONDITION_COUNT, Condition } from '../../src/model/definitions/conditions.ts';
import type {
  GroupSeries,
  HostSeries,
  KeySeries,
  OutageSpan,
  RunSeries,
} from '../../src/recording/run-series.ts';

/** Hand-made runs: what charts must show, without a simulation behind it. */

/** A run in which nothing happens, with what the test is about laid over it. */
export function runOf(days: number, parts: Partial<RunSeries> = {}): RunSeries {
  return {
    title: 'Three branch offices',
    start: '2008-03-03',
    days,
    step: MINUTES_PER_DAY,
    steps: days,
    groups: [],
    office: null,
    hosts: [],
    maks: [],
    clientFamilies: ['vista', 'server-2008'],
    activations: new Int32Array(days),
    noHost: new Int32Array(days),
    refused: new Int32Array(days),
    countTooLow: new Int32Array(days),
    outages: [],
    marks: [],
    ...parts,
  };
}

/** A column of `days` values. */
export function columnOf(days: number, valueOn: (day: number) => number): Int32Array {
  return Int32Array.from({ length: days }, (_, day) => valueOn(day));
}

/** A group whose machines are, each day, in the conditions that `on` names; the others are empty. */
export function groupOf(
  name: string,
  days: number,
  on: (day: number) => Partial<Record<Condition, number>>,
): GroupSeries {
  const conditions = Array.from({ length: CONDITION_COUNT }, (_, condition) =>
    columnOf(days, (day) => on(day)[condition as Condition] ?? 0),
  );
  return { name, surroundings: [], conditions };
}

/** A group that is installed over two weeks, licensed, and loses its licenses from day `from` on by degrees. */
export function lapsingGroup(
  name: string,
  days: number,
  machines: number,
  from: number,
  last: Condition = Condition.Notification,
): GroupSeries {
  return groupOf(name, days, (day) => {
    const installed = Math.min(machines, Math.ceil((machines * (day + 1)) / 14));
    const grace = day < 10 ? Math.min(installed, 24) : 0;
    const lapsed = Math.min(installed, Math.max(0, day - from) * 2);
    const ended = Math.min(lapsed, Math.max(0, day - from - 30) * 2);
    return {
      [Condition.OOBGrace]: grace,
      [Condition.Licensed]: installed - grace - lapsed,
      [Condition.OOTGrace]: lapsed - ended,
      [last]: ended,
    };
  });
}

/** A host that serves, save on the days of which `awayOn` says otherwise. */
export function hostOf(
  name: string,
  days: number,
  countOn: (day: number) => number,
  awayOn: (day: number) => boolean = () => false,
): HostSeries {
  const serving = Uint8Array.from({ length: days }, (_, day) => Number(!awayOn(day)));
  return { name, counts: columnOf(days, countOn), serving };
}

export function makOf(name: string, days: number, remainingOn: (day: number) => number): KeySeries {
  const pool = remainingOn(0);
  return {
    name,
    used: columnOf(days, (day) => pool - remainingOn(day)),
    remaining: columnOf(days, remainingOn),
  };
}

/** An outage from the start of one day to the start of another. */
export function outage(label: string, fromDay: number, toDay: number): OutageSpan {
  return {
    label,
    subject: label.split(' ')[0],
    services: [],
    from: fromDay * MINUTES_PER_DAY,
    to: toDay * MINUTES_PER_DAY,
  };
}
