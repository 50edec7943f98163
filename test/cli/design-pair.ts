import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkFolder, SCENARIO } from './vasim.ts';

/** Installs in random order, so that replications differ. */
export const RANDOM = SCENARIO.replace('over: 14 d }', 'over: 14 d, order: random }');
/** Fewer clients, and an expectation that does not hold. */
export const LATE = RANDOM.replace('count: 30', 'count: 26').replace('is: 30', 'is: 0');

/** The words that compare the two. */
export const PAIR = ['compare', 'now.yaml', 'late.yaml', '--no-charts'];

/** A folder of its own for a test, with the two designs as `now.yaml` and `late.yaml`. */
export function makePair(): string {
  const folder = makeWorkFolder();
  writeFileSync(join(folder, 'now.yaml'), RANDOM);
  writeFileSync(join(folder, 'late.yaml'), LATE);
  return folder;
}
