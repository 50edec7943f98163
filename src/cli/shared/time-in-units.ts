import { groupThousands } from '../../text/numbers.ts';

/** A time that work takes, in the unit that suits it: `45 s`, `9 min`, `5 h`, `12 d`. */
export function timeInUnits(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${groupThousands(Math.round(hours / 24))} d`;
}
