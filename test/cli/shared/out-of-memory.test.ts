import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.ts';
import { performInThread } from '../../../src/cli/shared/thread/perform-in-thread.ts';
import type { FromThread } from '../../../src/cli/shared/thread/thread-messages.ts';
import { fakeHost } from '../fake-host.ts';
import { makeWorkFolder, removeWorkFolder } from '../vasim.ts';

const MEBIBYTE = 1024 * 1024;

let work: string;
beforeAll(() => {
  work = makeWorkFolder();
});
afterAll(() => removeWorkFolder(work));

/** A thread that has begun to write a folder, and then needs memory without end. */
function greedyThread(message: FromThread): URL {
  const code = `
import { parentPort } from 'node:worker_threads';
parentPort.postMessage(${JSON.stringify(message)});
const kept = [];
for (;;) kept.push(new Array(10_000).fill(kept.length));
`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

test('a thread that runs out of memory ends the command with 2, says so, and leaves nothing half-written', async () => {
  const parent = join(work, 'class');
  const staging = join(parent, '.page.partial-1');
  mkdirSync(staging, { recursive: true });
  writeFileSync(join(staging, 'half.html'), '<');
  const thread = greedyThread({ kind: 'half-written', staging, parents: [parent] });
  const faked = fakeHost({ args: ['playground', 'branch.yaml', '--out', 'class/page'], currentFolder: work });
  const host = {
    ...faked,
    memory: 32 * MEBIBYTE,
    runInThread: () => performInThread(host, thread),
  };
  expect(await runCommandLine(host)).toBe(2);
  expect(faked.written).toBe(
    'vasim: the work needs more than the 25 MB of memory that vasim may take of this computer: reduce the scenario, the duration, or the number of designs or replications\n',
  );
  expect(existsSync(parent)).toBe(false);
  expect(readdirSync(work)).toEqual(['branch.yaml']);
});
