/** What an inventory may have at most. Larger files are refused: they are not inventories, or not of one estate. */

/** Bytes of a file. */
export const MAX_BYTES = 64 * 1024 * 1024;
export const MAX_ROWS = 1_000_000;
export const MAX_COLUMNS = 200;
/** Characters of a cell, an attribute or a text that is read. */
export const MAX_CELL = 4_096;
/** Elements of XML that stand in one another. */
export const MAX_XML = 32;
/** Errors that are reported. */
export const MAX_ERRORS = 20;
/** Examples of what is left out for one reason. */
export const MAX_EXAMPLES = 20;
/** Networks and machine groups that a scenario may have (`../limits.ts`). */
export const MAX_GROUPS = 10_000;
/** Bytes of the scenario that is made: more are not read back. */
export const MAX_SCENARIO = 16 * 1024 * 1024;
