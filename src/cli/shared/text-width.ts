import type { ProcessHost } from './process-host.ts';

/** Columns of prose that goes to no terminal, and at most. */
const MAX_WIDTH = 100;

/** Characters of a line of prose on standard output. */
export function textWidth({ stdout }: Pick<ProcessHost, 'stdout'>): number {
  // A terminal that does not know its width says 0.
  return Math.min(stdout.columns || MAX_WIDTH, MAX_WIDTH);
}
