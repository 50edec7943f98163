import { isoDate } from '../../../charts/day-ticks.ts';
import { MINUTES_PER_DAY, type Minute } from '../../../engine/time.ts';
import { clockTime } from '../../content/day-link.ts';

export interface WhenProps {
  readonly minute: Minute;
  /** Whether the time of day is known. */
  readonly timed: boolean;
  /** ISO date of minute 0. */
  readonly start: string;
}

/** A day of the run with its date, and the time where it is known. */
export function When({ minute, timed, start }: WhenProps) {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  return (
    <span class="when">
      Day {day}{' '}
      <span class="quiet">
        {isoDate(start, day)}
        {timed && ` ${clockTime(minute % MINUTES_PER_DAY)}`}
      </span>
    </span>
  );
}
