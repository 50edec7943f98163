/**
 * The record of a KMS host's client is a row of eight numbers, so that what a request touches of it lies side by side.
 * They are constants in front of a file that imports nothing, which the bundler then writes into the code that uses them.
 */

/** A row has two to this power numbers. */
export const RECORD_BITS = 3;
/** Of the {@link SlotIndex}: the CMID, and the next slot of its chain or `NONE`. */
export const KEY = 0;
export const FOLLOWING = 1;
/** Of the {@link ClientRecords}: the next older record, the next newer, and the minute of the latest request. */
export const OLDER = 2;
export const NEWER = 3;
export const SEEN = 4;
