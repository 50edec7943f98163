import type { MachineId } from '../definitions/ids.ts';

/**
 * What a contact touches of a machine: a row of eight numbers side by side, half a line of the processor's cache, so
 * that one wait for memory brings all of them. Each number belongs to the part named next to it, which alone reads and
 * writes it; {@link Machines.rows} has them. Measured with a million computers that come in no order: three quarters of
 * a contact's time were waits for eight columns.
 */

/** A row has two to this power numbers. */
export const ROW_BITS = 3;

/** The machine's group in the low bits; above them the minutes by which it keeps its hours later (`Machines`). */
export const GROUP = 0;
export const GROUP_BITS = 20;
export const GROUP_MASK = (1 << GROUP_BITS) - 1;
/** Its CMID, or `NONE` (`ClientIds`). */
export const CLIENT_ID = 1;
/** The KMS host in its cache, or `NONE` (`KmsClients`). */
export const CACHED_HOST = 2;
/** The host whose intervals it follows, or `NONE` (`KmsClients`). */
export const INTERVAL_HOST = 3;
/** The condition that its activation has earned it, and {@link FORCED} when it was forced into another (`Licenses`). */
export const EARNED = 4;
export const FORCED = 0x100;
/** When what it has earned ends, or `NEVER` (`Licenses`). */
export const DEADLINE = 5;
/** Where the event of its next contact is; 0 when there is none (`Calendar`). */
export const NEXT_CONTACT = 6;
/** Successful contacts while Licensed (`Attempts`). */
export const RENEWALS = 7;

/** Where the row of a machine begins. */
export function rowOf(machine: MachineId): number {
  return machine << ROW_BITS;
}
