import type { MachineId } from '../definitions/ids.ts';

/**
 * What is touched of a machine where its life takes a turn: it is installed, activated, comes to a deadline, finds a
 * host, is retired. A row of eight numbers side by side, for the reason of `machine-rows.ts`; {@link Machines.lives} has
 * them, all 0 at first. Each number belongs to the part of the model named next to it, which alone writes it. Minutes
 * are stored with 1 added, so that 0 is never.
 */

/** A row has two to this power numbers. */
export const LIFE_BITS = 3;

/** Where the row of a machine begins. */
export function lifeOf(machine: MachineId): number {
  return machine << LIFE_BITS;
}

/** The minute of its first installation and 1 (`Machines`). */
export const INSTALLED = 0;
/** The minute of its retirement and 1 (`Machines`). */
export const RETIRED = 1;
/** The condition that it is in (`ConditionHistory`). */
export const CONDITION = 2;
/** Since when it is in that (`ConditionHistory`). */
export const SINCE = 3;
/** The minute in which it first became Licensed and 1 (`ConditionHistory`). */
export const FIRST_LICENSED = 4;
/** Where the event of its deadline is; 0 when there is none (`Calendar`). */
export const DEADLINE_EVENT = 5;
/** The minute of that event and 1 (`Licenses`). */
export const DEADLINE_EVENT_AT = 6;
/** How often it chose among KMS hosts (`Discovery`). */
export const CHOICES = 7;
