import type { ProcessHost } from '../process-host.ts';

/**
 * Says that a command is to be performed in a thread of its own: some of its work goes on for long without a pause, and signals are
 * seen only by a thread that pauses. Nothing was written yet, so that the command can begin anew there.
 */
export class NeedsThread extends Error {
  override readonly name = 'NeedsThread';
}

/**
 * Goes on in a thread of its own, unless it is one already. To be called before anything is written.
 *
 * @throws NeedsThread
 */
export function requireThread({ runInThread }: Pick<ProcessHost, 'runInThread'>): void {
  if (runInThread !== null) throw new NeedsThread();
}

/** Signs between values that a text may have before it is read in a thread: some tenths of a second. */
const MAX_SIGNS = 20_000;

/** They mean no values, and would have a lesson with long comments begin anew in a thread, which takes half a second. */
const COMMENT_LINES = /^[ \t]*#.*\n/gm;

/**
 * Whether reading a scenario's text may take longer than an interruption may wait. Every design repeats the rest of the scenario, so
 * that a text of designs may mean as many values as the square of half its lines.
 */
export function isLongToRead(text: string): boolean {
  if (text.length > MAX_SIGNS * 50) return true;
  let signs = 0;
  for (const sign of text.replace(COMMENT_LINES, ''))
    if (sign === '\n' || sign === ',' || sign === '{') signs += 1;
  return (text.includes('designs') ? (signs / 2) ** 2 : signs) > MAX_SIGNS;
}
