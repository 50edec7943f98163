import type { TableDescription } from '../../../recording/tables/columns.ts';
import type { Cell } from '../../../recording/tables/tables.ts';
import { Timestamps } from '../../../text/timestamps.ts';
import type { Tolerance } from './tolerance.ts';

/** The tables that `--tolerance` leaves. New columns go to the right; none is renamed or dropped. */
export const TOLERANCE_TABLES = {
  'tolerance.csv': {
    row: 'a time at which the outage begins',
    columns: {
      start: 'ISO date of its day',
      start_minute: 'its minute',
      tolerated_minutes: 'longest outage below all that harm anybody; empty when none that was tried does',
      harmful_minutes: 'shortest outage that harms',
      machine:
        'the first machine that it brings to Notification or Unlicensed, or keeps there, when it would not be there without',
      minute: 'when',
      time: 'when, ISO 8601 local',
      replication: 'number of the replication in which it happens',
      exception_minutes: 'the longest outage that was tried and harms nobody, though a shorter one does',
      start_time: 'when the outage begins, ISO 8601 local',
      fine_until_minutes: 'up to here every multiple of the resolution was tried, beyond every tenth',
    },
  },
  'harmful.csv': {
    row: 'a range of lengths that harm',
    columns: {
      start_time: 'when the outage begins, ISO 8601 local',
      start_minute: 'its minute',
      from_minutes: 'the shortest of these lengths',
      to_minutes: 'the longest; empty where every longer outage harms too',
      machine: 'the first machine that the shortest harms',
      minute: 'when',
      time: 'when, ISO 8601 local',
      replication: 'number of the replication in which it happens',
    },
  },
} as const satisfies Record<string, TableDescription>;

/** The rows of `tolerance.csv`. */
export function toleranceRows(
  tolerances: readonly Tolerance[],
  startOfRun: string,
  fineUntil: number,
): Cell[][] {
  const timestamps = new Timestamps(startOfRun);
  return tolerances.map(({ start, tolerated, harmful: [first], exception }) => [
    start.date,
    start.minute,
    tolerated ?? '',
    first?.from ?? '',
    first?.harm.name ?? '',
    first?.harm.minute ?? '',
    first === undefined ? '' : timestamps.time(first.harm.minute),
    first?.harm.replication ?? '',
    exception ?? '',
    timestamps.time(start.minute),
    fineUntil,
  ]);
}

/** The rows of `harmful.csv`. */
export function harmfulRows(tolerances: readonly Tolerance[], startOfRun: string): Cell[][] {
  const timestamps = new Timestamps(startOfRun);
  return tolerances.flatMap(({ start, harmful }) =>
    harmful.map(({ from, to, harm }) => [
      timestamps.time(start.minute),
      start.minute,
      from,
      to ?? '',
      harm.name,
      harm.minute,
      timestamps.time(harm.minute),
      harm.replication,
    ]),
  );
}
