import type { TableDescription } from '../../../recording/tables/columns.ts';
import type { Cell } from '../../../recording/tables/tables.ts';
import { Timestamps } from '../../../text/timestamps.ts';
import type { Tolerance } from './tolerance.ts';

/** The table that `--tolerance` leaves. New columns go to the right; none is renamed or dropped. */
export const TOLERANCE_TABLE = {
  row: 'a day on which the outage begins',
  columns: {
    start: 'ISO date of the day; the outage begins at 00:00',
    start_minute: 'its minute',
    tolerated_minutes: 'longest outage that harms nobody; empty when none that was tried harms',
    harmful_minutes: 'the outage one step longer, which harms',
    machine: 'the first machine that it brings to Notification or Unlicensed',
    minute: 'when',
    time: 'when, ISO 8601 local',
    replication: 'number of the replication in which it happens',
    exception_minutes: 'a longer outage that was tried and harms nobody, against what the search relies on',
  },
} as const satisfies TableDescription;

/** The rows of `tolerance.csv`. */
export function toleranceRows(tolerances: readonly Tolerance[], startOfRun: string): Cell[][] {
  const timestamps = new Timestamps(startOfRun);
  return tolerances.map(({ start, tolerated, harmful, harm, exception }) => [
    start.date,
    start.minute,
    tolerated ?? '',
    harmful ?? '',
    harm?.name ?? '',
    harm?.minute ?? '',
    harm === null ? '' : timestamps.time(harm.minute),
    harm?.replication ?? '',
    exception ?? '',
  ]);
}
