import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Campaign, type CampaignOptions } from '../../../src/experiments/replications/campaign.ts';
import { replicate } from '../../../src/experiments/replications/replicate.ts';
import { designOf, makeFolder, SELF } from './results.ts';

/** The built worker: `npm test` builds it first. */
const WORKER = new URL('../../../dist/experiments/replications/worker.cjs', import.meta.url);

const DESIGNS = [designOf('few', 4), designOf('many', 9)];

let root: string;
let told: string[];
beforeEach(() => {
  root = makeFolder();
  told = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs replications of the designs and says how many were run and taken. */
async function campaign(replications: readonly number[], options: Partial<CampaignOptions> = {}) {
  let ran = 0;
  let taken = 0;
  const open = new Campaign({
    designs: DESIGNS,
    program: { version: '1', code: '' },
    keptIn: join(root, 'kept'),
    fresh: false,
    self: SELF,
    workers: 2,
    workerFile: WORKER,
    signal: new AbortController().signal,
    listeners: {
      onKept: (found) => {
        taken += found;
      },
      onProgress: () => {
        ran += 1;
      },
      onRetry: (design, replication, error) => told.push(`${design} ${replication}: ${error}`),
    },
    ...options,
  });
  try {
    return { results: await open.run(replications), ran, taken };
  } finally {
    await open.close();
  }
}

/** A worker that first does something in a replication, the first time only. */
function workerThat(does: string, replication: number, times = 1): URL {
  const file = join(root, 'worker.mjs');
  const mark = JSON.stringify(join(root, 'mark'));
  writeFileSync(
    file,
    `import { existsSync, writeFileSync } from 'node:fs';
import worker from ${JSON.stringify(WORKER.href)};
export default function (task) {
  for (let time = 0; time < ${times}; time += 1) {
    const mark = ${mark} + time;
    if (task.design !== 1 || task.replication !== ${replication} || existsSync(mark)) continue;
    writeFileSync(mark, '');
    ${does}
  }
  return worker.default(task);
}`,
  );
  return pathToFileURL(file);
}

describe('a campaign', () => {
  test('gives in ascending order what the designs give anywhere, for any number of workers', async () => {
    const expected = DESIGNS.map(
      ({ parameters }) => new Map([0, 1, 2].map((number) => [number, replicate(parameters, number)])),
    );
    for (const workers of [1, 3]) {
      const { results } = await campaign([0, 1, 2], { workers, fresh: true });
      expect(results).toEqual(expected);
      expect([...results[0].keys()]).toEqual([0, 1, 2]);
    }
  });

  test('runs only what is not kept', async () => {
    expect(await campaign([0, 1])).toMatchObject({ ran: 4, taken: 0 });
    const more = await campaign([0, 1, 2]);
    expect(more).toMatchObject({ ran: 2, taken: 4 });
    expect(more.results).toEqual((await campaign([0, 1, 2], { fresh: true })).results);
  });

  test.each<[string, Partial<CampaignOptions>]>([
    ['another version', { program: { version: '2', code: '' } }],
    ['another build', { program: { version: '1', code: 'x' } }],
    ['another design', { designs: [designOf('few', 5), designOf('many', 10)] }],
    ['being asked to begin anew', { fresh: true }],
  ])('runs everything again for %s', async (_what, options) => {
    await campaign([0, 1]);
    expect(await campaign([0, 1], options)).toMatchObject({ ran: 4, taken: 0 });
  });

  test('keeps a design whatever it is called', async () => {
    await campaign([0]);
    const renamed = DESIGNS.map((design) => ({ ...design, name: `new ${design.name}`, title: 'x' }));
    expect(await campaign([0], { designs: renamed })).toMatchObject({ ran: 0, taken: 2 });
  });
});

describe('a worker that dies', () => {
  test.each([
    ['by leaving', 'process.exit(7);', 'Error: worker exited with code: 7'],
    ['by an error', `throw new Error('out of luck');`, 'Error: out of luck'],
    [
      'by an error that nobody catches',
      `setImmediate(() => { throw new Error('from nowhere'); }); return new Promise(() => {});`,
      'Error: from nowhere',
    ],
  ])('%s is told of, and its replication run again', async (_how, does, message) => {
    const { results } = await campaign([0, 1, 2, 3], { workerFile: workerThat(does, 1) });
    expect(told).toEqual([`many 1: ${message}`]);
    expect(results).toEqual((await campaign([0, 1, 2, 3], { fresh: true })).results);
  });

  test('twice in one replication ends the work and names it; what is finished is kept', async () => {
    const workerFile = workerThat('process.exit(7);', 1, 2);
    await expect(campaign([0, 1, 2], { workerFile, workers: 1 })).rejects.toThrow(
      'design many: replication 1 failed twice: worker exited with code: 7',
    );
    expect(await campaign([0, 1, 2])).toMatchObject({ ran: 3, taken: 3 });
  });
});

test('a worker whose file is missing is an error at once, with its path and what to do', async () => {
  const workerFile = pathToFileURL(join(root, 'gone.js'));
  await expect(campaign([0], { workerFile })).rejects.toThrow(/gone\.js is missing, .*npm run build/);
});

test('a campaign that is broken off ends at once with the reason and keeps what is finished', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const workerFile = workerThat('while (true);', 1);
  await expect(
    campaign([0, 1, 2], {
      workerFile,
      workers: 1,
      signal: controller.signal,
      listeners: {
        onKept: () => {},
        onProgress: (done) => done === 3 && controller.abort(reason),
        onRetry: () => {},
      },
    }),
  ).rejects.toBe(reason);
  expect(readdirSync(join(root, 'kept'))).toHaveLength(2);
  expect(await campaign([0, 1, 2])).toMatchObject({ ran: 3, taken: 3 });
});
