import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import { hourOfDay, weekdayOf } from '../basics/dates.ts';
import type { EstateComputer } from '../computers/estate-computer.ts';
import { gapsOf, INITIAL_GRACE } from './gaps.ts';
import { type Hours, hoursOf, isWithin } from './hours.ts';

/** What a computer's requests say, in words that are equal for computers that behave alike. */
export interface Behavior {
  /** The CMID that it shares with others; empty for one of its own. */
  readonly sharedId: string;
  /** Whether it was in its first grace when it first asked: installed while the log was kept. */
  readonly isNew: boolean;
  /** How long it is away at the most usual: the place in `AWAY`, or 0 for not at all. */
  readonly away: number;
  /** Whether it asks in certain hours only. */
  readonly hours: boolean;
}

/** Limits of the time from one renewal to the next, in days: computers in between behave alike. */
const AWAY = [3, 7, 14, 30, 60, 180] as const;
/** What decides a behavior besides the computer's own requests. */
export interface BehaviorContext {
  readonly sharedIds: ReadonlyMap<EstateComputer, string>;
  /** The renewal interval that hosts give. */
  readonly renewal: number;
  /** The hours in which computers of a kind (client or server) ask that ask in no others. */
  readonly hoursOfKind: ReadonlyMap<string, Hours>;
}

/** `client` or `server`, or empty for neither. */
export function kindOf({ system }: EstateComputer): string {
  return 'reason' in system ? '' : system.system.kind;
}

/** The behavior of a computer that has asked. */
export function behaviorOf(computer: EstateComputer, context: BehaviorContext): Behavior {
  const { requests } = computer;
  const hours = context.hoursOfKind.get(kindOf(computer));
  const away = awayOf(computer, context.renewal);
  return {
    sharedId: context.sharedIds.get(computer) ?? '',
    isNew: requests[0].status === INITIAL_GRACE,
    away,
    hours: away === 0 && hours !== undefined && requests.every(({ time }) => isWithin(time, hours)),
  };
}

/**
 * The hours of each kind, from its computers that never ask at night or on a weekend. A computer that is always on and
 * was installed by day renews by day too; of clients it is assumed that they are off at night, of servers only
 * where renewals are late, as after a night.
 */
export function hoursByKind(
  computers: readonly EstateComputer[],
  renewal: number,
): ReadonlyMap<string, Hours> {
  const hours = new Map<string, Hours>();
  for (const kind of ['client', 'server']) {
    const byDay = computers.filter(
      (computer) => kindOf(computer) === kind && awayOf(computer, renewal) === 0 && asksByDay(computer),
    );
    const gaps = byDay.flatMap(({ requests }) => gapsOf(requests)).filter((gap) => gap.renewal);
    const late = gaps.filter(({ minutes }) => minutes > renewal + LATE).length;
    const found =
      kind === 'client' || late * 5 >= gaps.length ? hoursOf(byDay.map(({ requests }) => requests)) : null;
    if (found !== null) hours.set(kind, found);
  }
  return hours;
}

/** Minutes after which a renewal is late. */
const LATE = 30;

/** Requests from which those of one computer say something of its hours. */
const MIN_OWN = 5;

function asksByDay({ requests }: EstateComputer): boolean {
  if (requests.length < MIN_OWN) return false;
  return requests.every(({ time }) => weekdayOf(time) < 5 && hourOfDay(time) >= 5 && hourOfDay(time) < 21);
}

/** The gaps between renewals of a computer that are longer than its interval. */
export function awayGaps({ requests }: EstateComputer, renewal: number): number[] {
  return gapsOf(requests)
    .filter((gap) => gap.renewal)
    .map(({ minutes }) => minutes - renewal)
    .filter((minutes) => minutes > AWAY[0] * MINUTES_PER_DAY);
}

/** A computer roams when most of its renewals are late by more than a long weekend. */
function awayOf(computer: EstateComputer, renewal: number): number {
  const renewals = gapsOf(computer.requests).filter((gap) => gap.renewal && gap.minutes >= renewal / 2);
  const late = awayGaps(computer, renewal);
  if (late.length === 0 || late.length * 2 < renewals.length) return 0;
  const days = median(late) / MINUTES_PER_DAY;
  return AWAY.findIndex((limit) => days <= limit) + 1 || AWAY.length + 1;
}

/** The middle of some numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[Math.floor((sorted.length - 1) / 2)];
}
