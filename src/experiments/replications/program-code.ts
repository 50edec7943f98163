import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { WORKER_FILE } from './worker-pool.ts';

/** A hash of the code that simulates: of the file that workers run, which holds all of it and nothing else. */
export function hashOfProgramCode(): string {
  return createHash('sha256').update(readFileSync(WORKER_FILE)).digest('hex');
}
