import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '../folder-content.ts';
import {
  type Ended,
  ended,
  MAIN,
  makeWorkFolder,
  removeWorkFolder,
  SCENARIO,
  vasim,
  vasimHere,
} from '../vasim.ts';

const RANDOM = SCENARIO.replace('over: 14 d }', 'over: 14 d, order: random }');
const PAIR = ['compare', 'now.yaml', 'late.yaml', '--replications', '10', '--workers', '1', '--no-charts'];

/** GNU parallel; `.ci/run` installs it. There is another program of this name. */
const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'GNU parallel',
);

function makePair(): string {
  const folder = makeWorkFolder();
  writeFileSync(join(folder, 'now.yaml'), RANDOM);
  writeFileSync(join(folder, 'late.yaml'), RANDOM.replace('count: 30', 'count: 26'));
  return folder;
}

/** A run in one place, in a folder of its own: nothing that it keeps is there for the shards. */
let whole: string;
let inOnePlace: Ended;
let work: string;
beforeAll(async () => {
  whole = makePair();
  inOnePlace = await vasimHere([...PAIR, '--out', 'all'], { cwd: whole });
});
beforeEach(() => {
  work = makePair();
});
afterEach(() => removeWorkFolder(work));
afterAll(() => removeWorkFolder(whole));

/** Joins the parts under `parts/` and holds the result against a run in one place. */
async function expectWhole(): Promise<void> {
  const parts = readdirSync(join(work, 'parts'))
    .filter((name) => !name.startsWith('.'))
    .map((name) => `parts/${name}`);
  const merged = await vasim(['merge', ...parts, '--out', 'merged'], { cwd: work });
  expect(merged.status).toBe(0);
  expect(merged.output).toBe(inOnePlace.output);
  expect(contentOf(join(work, 'merged'))).toEqual(contentOf(join(whole, 'all')));
}

describe('shards as processes of their own', () => {
  test('at the same time, with one place for what is kept, give the bytes of a run in one place', async () => {
    const shards = [1, 2, 3, 4].map((index) =>
      vasim([...PAIR, '--shard', `${index}/4`, '--out', `parts/${index}`], { cwd: work }),
    );
    for (const { status } of await Promise.all(shards)) expect(status).toBe(0);
    await expectWhole();
  });

  test.skipIf(!hasParallel)('under GNU parallel give the bytes of a run in one place', async () => {
    const command = [process.execPath, MAIN, ...PAIR, '--shard', '{}/4', '--out', 'parts/{}'];
    const words = [
      '--will-cite',
      '--jobs',
      '4',
      '--halt',
      'now,fail=1',
      ...command,
      ':::',
      '1',
      '2',
      '3',
      '4',
    ];
    const { status, errors } = await ended(spawn('parallel', words, { cwd: work }));
    expect({ status, errors }).toMatchObject({ status: 0 });
    await expectWhole();
  });
});
