import { errorCode, RunFolderError } from './folder-error.ts';

/** How Windows says that a file, or one in a folder, is open in another program. */
const BLOCKED: readonly (string | undefined)[] = ['EPERM', 'EACCES', 'EBUSY'];
const PAUSE_MILLISECONDS = 100;

/**
 * Moves or removes something, again and again while another program has it open, as virus scanners do for a moment and
 * Excel does for hours.
 *
 * @param path what the message names
 * @param milliseconds how long; 0 to try once
 * @throws RunFolderError when it is blocked all that time; other errors pass unchanged
 */
export function withRetries<Result>(path: string, milliseconds: number, action: () => Result): Result {
  for (let waited = 0; ; waited += PAUSE_MILLISECONDS) {
    try {
      return action();
    } catch (error) {
      if (milliseconds === 0 || !BLOCKED.includes(errorCode(error))) throw error;
      if (waited >= milliseconds)
        throw new RunFolderError(
          `cannot replace ${path}: a file in it is open in another program; close it there`,
          {
            cause: error,
          },
        );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
  }
}
