import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ended, makeWorkFolder, removeWorkFolder, SCENARIO, start, vasim } from '../vasim.ts';

/** Commands that are interrupted, each with work for some seconds. */
const COMMANDS: readonly (readonly string[])[] = [
  ['run', 'large.yaml'],
  ['validate', 'large.yaml'],
  ['explain', 'large.yaml'],
  ['plan', 'large.yaml'],
  ['compare', 'large.yaml', '--replications', '3'],
  ['sweep', 'large.yaml', '--vary', 'machines.desks.count=30,31', '--replications', '2'],
  ['merge', 'part'],
  ['import', 'large.csv'],
  ['playground', 'large.yaml'],
];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let work: string;
beforeAll(async () => {
  work = makeWorkFolder();
  const groups = Array.from(
    { length: 3000 },
    (_, index) => `  g${index}: { count: 1, os: vista-business, network: core }`,
  );
  writeFileSync(join(work, 'large.yaml'), SCENARIO.replace('expect:', `${groups.join('\n')}\nexpect:`));
  const rows = Array.from({ length: 200_000 }, (_, index) => `PC-${index},Windows Vista Business,Desks`);
  writeFileSync(join(work, 'large.csv'), `Name,Operating System,OU\n${rows.join('\n')}\n`);
  const words = ['compare', 'branch.yaml', '--replications', '4', '--shard', '1/2', '--out', 'part'];
  expect((await vasim([...words, '--quiet'], { cwd: work })).status).toBe(0);
});
afterAll(() => removeWorkFolder(work));

/** Waits until a process catches SIGHUP, which Node.js itself does not. */
async function listens(processId: number): Promise<void> {
  for (;;) {
    const caught = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
    if (BigInt(`0x${caught}`) & 1n) return;
    await setTimeout(5);
  }
}

describe.skipIf(process.platform !== 'linux')('a signal at any moment', () => {
  test.each(COMMANDS.map((words, index) => [words[0], words, index] as const))(
    'ends %s with the status for it, and nothing half-written is left',
    async (_, words, index) => {
      const before = readdirSync(work).sort();
      const child = start(words, { cwd: work });
      const end = ended(child);
      await listens(child.pid ?? 0);
      // Another moment for each command; however quick the computer, none is done by then.
      await setTimeout((index * 37) % 100);
      child.kill(SIGNALS[index % SIGNALS.length]);
      const { status, output } = await end;
      expect({ status, output }).toEqual({ status: 130, output: '' });
      expect(readdirSync(work).sort()).toEqual(before);
    },
  );
});
