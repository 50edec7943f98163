import type { Condition } from '../definitions/conditions.ts';
import type { MachineId } from '../definitions/ids.ts';

/**
 * What a contact touches of a machine: a row of four numbers side by side, so that one wait for memory brings all of
 * them, and that the rows of a million machines are not larger than what a processor's cache holds. Each part of a
 * number belongs to the part of the model named next to it, which alone writes it; {@link Machines.rows} has them.
 * Measured with a million computers that come in no order: with a column for each, three quarters of a contact's time
 * were waits for memory; rows of four numbers instead of eight took a fourteenth less.
 *
 * The constants are in front of a file that imports only types: the bundler then writes them into the code that uses them.
 */

/** A row has two to this power numbers. */
export const ROW_BITS = 2;

/** The number with the machine's group, its lateness, what it has earned and whose CMID it has. */
export const STATE = 0;
/** When what it has earned ends, or `NEVER` (`Licenses`). */
export const DEADLINE = 1;
/** Where the event of its next contact is; 0 when there is none (`Calendar`). */
export const NEXT_CONTACT = 2;
/** The number with the hosts that it knows, and its renewals. */
export const MEMORY = 3;

/** In {@link STATE}, the lowest bits: the machine's group (`Machines`). */
export const GROUP_MASK = 0xffff;
/** Above them: minutes by which it keeps its group's hours later, at most a day (`Machines`). */
const LATENESS_SHIFT = 16;
const LATENESS_MASK = 0x7ff;
/** Above them: the condition that its activation has earned it, and {@link FORCED} when it was forced into another (`Licenses`). */
const EARNED_SHIFT = 27;
const EARNED_MASK = 0x7;
export const FORCED = 1 << 30;
/** The highest bit: its CMID is not its own first one (`ClientIds`). */
export const OTHER_CLIENT_ID = 1 << 31;

/** In {@link MEMORY}, the lowest bits: a KMS host (`KnownHosts`). */
export const HOST_MASK = 0x3fff;
/** The host is the one in the machine's cache. */
export const CACHED = 1 << 14;
/** The host is the one whose intervals it follows. */
export const FOLLOWED = 1 << 15;
/** The bits above them: successful contacts while Licensed, but for those that were carried over (`Attempts`). */
export const RENEWALS_SHIFT = 16;
export const RENEWALS_MASK = 0xffff;
export const ONE_RENEWAL = 1 << 16;

/** Licensed, and not forced into another condition. */
const LICENSED: typeof Condition.Licensed = 1;

/** Where the row of a machine begins. */
export function rowOf(machine: MachineId): number {
  return machine << ROW_BITS;
}

/** Minutes of lateness in a machine's state. */
export function latenessIn(state: number): number {
  return (state >> LATENESS_SHIFT) & LATENESS_MASK;
}

/** A state with minutes of lateness. */
export function withLateness(state: number, minutes: number): number {
  return (state & ~(LATENESS_MASK << LATENESS_SHIFT)) | (minutes << LATENESS_SHIFT);
}

/** What a machine has earned by its state. */
export function earnedIn(state: number): Condition {
  return ((state >> EARNED_SHIFT) & EARNED_MASK) as Condition;
}

/** A state in which another condition is earned. */
export function withEarned(state: number, condition: Condition): number {
  return (state & ~(EARNED_MASK << EARNED_SHIFT)) | (condition << EARNED_SHIFT);
}

/** Whether a machine has earned to be Licensed and was not forced into another condition. */
export function isLicensedIn(state: number): boolean {
  return (state & ((EARNED_MASK << EARNED_SHIFT) | FORCED)) === LICENSED << EARNED_SHIFT;
}
