/** What an import may have at most. Larger files are refused: they are not inventories, or not of one estate. */

/** Bytes of a file. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** Bytes of all files of one import. */
export const MAX_TOTAL_BYTES = 256 * 1024 * 1024;
/** Files of one import. */
export const MAX_FILES = 200;
/** Rows of a table, entries of a directory, computers of a list. */
export const MAX_ROWS = 1_000_000;
export const MAX_COLUMNS = 1_000;
/** Cells of a table: what it may take of memory. */
export const MAX_CELLS = 20_000_000;
/** Characters of a row. */
export const MAX_ROW = 1_048_576;
/** Requests and answers in logs. */
export const MAX_EVENTS = 2_000_000;
/** Characters of a cell, an attribute or a text that is read. */
export const MAX_CELL = 4_096;
/** Elements of XML that stand in one another. */
export const MAX_XML = 32;
/** Errors that are reported. */
export const MAX_ERRORS = 20;
/** Examples of what is left out for one reason. */
export const MAX_EXAMPLES = 20;
/** KMS hosts that logs and zones may name. */
export const MAX_HOSTS = 1_000;
/** Networks and machine groups that a scenario may have (`../limits.ts`). */
export const MAX_GROUPS = 10_000;
/** Bytes of the scenario that is made: more are not read back. */
export const MAX_SCENARIO = 16 * 1024 * 1024;
