import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { checkImport, damagedFile } from '../scenario/import/damaged-file.ts';
import { checkParts } from './check-parts.ts';
import { checkScenario } from './check-scenario.ts';
import { Choices } from './random.ts';
import { makeScenario } from './scenarios.ts';
import { Soak } from './soak.ts';

/**
 * `npm run fuzz -- --minutes N [--seed S] [--soak]`: random scenarios, imports, parts and kept results for as long as there is time,
 * or with `--soak` commands that are killed. Each input follows from its seed; what finds a fault is written down, to be kept in
 * `corpus/` when the fault is mended.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, soak: { type: 'boolean' } },
});
const minutes = Number(values.minutes ?? '1');
const first = Number(values.seed ?? '1000000');
if (!(minutes > 0) || !Number.isSafeInteger(first))
  throw new Error('usage: npm run fuzz -- --minutes N [--seed S] [--soak]');

const end = performance.now() + minutes * 60_000;
const counts = new Map<string, number>();
const faults = new Map<string, string>();

/** Does something with a seed, and notes what became of it. */
async function attempt(
  kind: string,
  seed: number,
  input: () => string,
  check: () => string | Promise<string>,
): Promise<void> {
  try {
    const outcome = `${kind}: ${await check()}`;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  } catch (error) {
    const { message, stack = '' } = error as Error;
    // The same fault is found again and again: one input of each is enough.
    const where = stack.split('\n').find((line) => line.includes('/src/')) ?? '';
    const fault = `${kind}: ${message.replace(/\d+/g, 'N').slice(0, 200)} ${where.trim()}`;
    if (faults.has(fault)) return;
    const file = join(mkdtempSync(join(tmpdir(), 'vasim-fuzz-')), `${kind}-${seed}.txt`);
    writeFileSync(file, input());
    faults.set(fault, file);
    console.error(`seed ${seed}: ${fault}\n  input: ${file}`);
  }
}

async function fuzz(): Promise<void> {
  for (let seed = first; performance.now() < end; seed += 1) {
    const { text } = makeScenario(new Choices(seed));
    await attempt(
      'scenario',
      seed,
      () => text,
      () => checkScenario(text),
    );
    if (seed % 4 === 0) {
      const [file] = fc.sample(damagedFile, { seed, numRuns: 1 });
      const shown = () => `${file.name}\n${Buffer.from(file.bytes).toString('utf8')}`;
      await attempt('import', seed, shown, () => {
        checkImport([file]);
        return 'read or refused';
      });
    }
    if (seed % 10 === 0)
      await attempt(
        'part',
        seed,
        () => `checkParts(new Choices(${seed}))`,
        async () => {
          await checkParts(new Choices(seed));
          return 'read or refused';
        },
      );
  }
}

async function soak(): Promise<void> {
  const soaked = await Soak.begin(new Choices(first));
  for (let kill = 0; performance.now() < end; kill += 1)
    await attempt(
      'soak',
      first,
      () => `kill ${kill}`,
      async () => {
        await soaked.killOnce();
        return 'whole after a kill';
      },
    );
  soaked.end();
}

await (values.soak ? soak() : fuzz());
for (const [outcome, count] of [...counts].sort()) console.log(`${count}  ${outcome}`);
console.log(`${faults.size} faults`);
if (faults.size > 0) process.exitCode = 1;
