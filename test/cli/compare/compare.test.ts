import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LATE, makePair, PAIR, RANDOM } from '../design-pair.ts';
import { contentOf } from '../folder-content.ts';
import { type Ended, ended, removeWorkFolder, start, vasim, vasimHere } from '../vasim.ts';

/** A folder with both files, in which {@link compare} has been run: for tests that go on from there. */
let compared: string;
let work: string;
beforeAll(async () => {
  compared = makePair();
  await vasimHere([...PAIR, '--replications', '5'], { cwd: compared });
});
beforeEach(() => {
  work = makePair();
});
afterEach(() => removeWorkFolder(work));
afterAll(() => removeWorkFolder(compared));

const WORDS = [...PAIR, '--replications', '5'];
const compare = (...words: string[]): Promise<Ended> => vasimHere([...WORDS, ...words], { cwd: work });
const read = (...path: string[]): string => readFileSync(join(work, ...path), 'utf8');

/** What {@link compare} leaves, without the wait. */
const takeCompared = () => cpSync(compared, work, { recursive: true });

/** The lines of kept results, of all designs and processes. */
function keptLines(folder = 'out'): string[] {
  const kept = join(work, folder, '.vasim-replications');
  const files = existsSync(kept) ? readdirSync(kept, { recursive: true, encoding: 'utf8' }) : [];
  return files
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(kept, file), 'utf8').split('\n').filter(Boolean));
}

describe('vasim compare', () => {
  test('shows the differences on standard output and leaves a whole folder', async () => {
    const { status, output, errors } = await vasim(WORDS, { cwd: work });
    expect(status).toBe(0);
    expect(output).toContain('late against now: 5 replications in pairs');
    expect(errors).toBe('Replications: 10 run, 0 kept from earlier\nResults are in out/compare-now-late\n');
    const files = ['comparison.csv', 'comparison.md', 'manifest.json', 'report.html', 'summary.csv'];
    expect(readdirSync(join(work, 'out/compare-now-late')).sort()).toEqual(files);
    const manifest = JSON.parse(read('out/compare-now-late/manifest.json'));
    expect(manifest.commandLine.join(' ')).toBe(
      'vasim compare now.yaml late.yaml --replications 5 --no-charts',
    );
    expect(manifest.scenario.map(({ design }: { design: string }) => design)).toEqual(['now', 'late']);
    expect(manifest.scenario[1].scenario.machines.desks.count).toBe(26);
  });

  test('has in replication 0 what `vasim run` gives', async () => {
    takeCompared();
    const { output } = await vasimHere(['run', 'now.yaml', '--no-charts', '--json', '--quiet'], {
      cwd: work,
    });
    const rows = read('out/compare-now-late/comparison.csv').split('\n');
    const { failedContacts } = JSON.parse(output).machines;
    expect(rows[0]).toBe('design,replication,figure,value');
    expect(rows).toContain(`now,0,machines.failedContacts,${failedContacts}`);
  });

  test('with --json writes the comparison as JSON to standard output, and nothing else', async () => {
    const { output, errors } = await compare('--json', '--quiet');
    expect(errors).toBe('');
    expect(JSON.parse(output).designs).toEqual([
      { name: 'now', replications: 5, inCommon: 5 },
      { name: 'late', replications: 5, inCommon: 5 },
    ]);
  });

  test('gives the same bytes for any number of workers', async () => {
    const one = await compare('--workers', '1', '--out', 'one/x');
    const four = await compare('--workers', '4', '--out', 'four/x');
    expect(one.errors).toContain('10 run, 0 kept');
    expect(four.errors).toContain('10 run, 0 kept');
    expect(four.output).toBe(one.output);
    expect(contentOf(join(work, 'four/x'))).toEqual(contentOf(join(work, 'one/x')));
  });

  test('finds no difference at all between a design and itself: both meet the same chances', async () => {
    writeFileSync(join(work, 'same.yaml'), RANDOM);
    const { output } = await vasimHere(
      ['compare', 'now.yaml', 'same.yaml', '--json', '--replications', '4'],
      {
        cwd: work,
      },
    );
    const { figures } = JSON.parse(output) as {
      figures: {
        designs: { estimate: { mean: number | null }; difference: { mean: number | null } | null }[];
      }[];
    };
    const differences = figures
      .map(({ designs }) => designs[1].difference!.mean)
      .filter((mean) => mean !== null);
    expect(differences.length).toBeGreaterThan(20);
    expect(new Set(differences)).toEqual(new Set([0]));
    const rows = new Set(read('out/compare-now-same/comparison.csv').match(/timeToLicensed.p95,.*/g));
    expect(rows.size).toBeGreaterThan(1);
  });

  test('compares the variants that a scenario names', async () => {
    writeFileSync(
      join(work, 'now.yaml'),
      `${RANDOM}designs:\n  few: { machines: { desks: { count: 8 } } }\n`,
    );
    const { output, status } = await vasimHere(
      ['compare', 'now.yaml', '--replications', '3', '--no-charts'],
      {
        cwd: work,
      },
    );
    expect(status).toBe(0);
    expect(output).toContain('few against now: 3 replications in pairs');
    expect(existsSync(join(work, 'out/compare-now/manifest.json'))).toBe(true);
  });

  test('runs all designs with the seed of the first', async () => {
    writeFileSync(join(work, 'late.yaml'), `${LATE}seed: 7\n`);
    const { errors } = await compare();
    expect(errors).toContain('late: run with the seed 42 of now');
    expect(JSON.parse(read('out/compare-now-late/manifest.json')).seed).toBe(42);
  });

  test('says of designs that start at another time that sums differ for that alone', async () => {
    writeFileSync(join(work, 'late.yaml'), `${LATE}start: 2008-06-01\n`);
    expect((await compare()).errors).toContain(
      'late starts on 2008-06-01, unlike now: designs cover different periods, so totals are not comparable\n',
    );
  });

  test('tells files of one name apart by their folders', async () => {
    for (const folder of ['a', 'b']) {
      mkdirSync(join(work, folder));
      writeFileSync(join(work, folder, 'site.yaml'), folder === 'a' ? RANDOM : LATE);
    }
    const words = ['compare', 'a/site.yaml', 'b/site.yaml', '--replications', '2', '--no-charts'];
    const { output } = await vasimHere(words, { cwd: work });
    expect(output).toContain('b/site against a/site');
    expect(readdirSync(join(work, 'out'))).toContain('compare-a-site-b-site');
  });

  test('goes on until a figure is known well enough', async () => {
    const words = ['--precision', '5%', '--precision-figure', 'machines.timeToLicensed.p50'];
    const { status, errors } = await vasimHere([...PAIR, ...words, '--replications', '10'], { cwd: work });
    expect(status).toBe(0);
    expect(errors).toMatch(
      /^Reached 5% precision for machines.timeToLicensed.p50 after \d{2,} replications of each design$/m,
    );
    expect(errors).not.toContain('Replications: 20 run');
    const capped = await vasimHere([...PAIR, ...words, '--replications', '10', '--max-replications', '11'], {
      cwd: work,
    });
    expect(capped.status).toBe(0);
    expect(capped.errors).toContain(
      'for machines.timeToLicensed.p50 after 11 replications of each design, the maximum (--max-replications)',
    );
  });
});

describe('kept replications', () => {
  test('are not run again when more are asked for', async () => {
    takeCompared();
    const { errors } = await vasimHere([...PAIR, '--replications', '8'], { cwd: work });
    expect(errors).toContain('Replications: 6 run, 10 kept from earlier\n');
    const anew = await vasimHere([...PAIR, '--replications', '8', '--out', 'anew/x'], { cwd: work });
    expect(anew.errors).toContain('16 run, 0 kept');
    expect(contentOf(join(work, 'out/compare-now-late'))).toEqual(contentOf(join(work, 'anew/x')));
  });

  test('that are damaged are told of and run again', async () => {
    takeCompared();
    const whole = contentOf(join(work, 'out/compare-now-late'));
    const kept = join(work, 'out/.vasim-replications');
    const [file] = readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('l'),
    );
    const text = read('out/.vasim-replications', file);
    writeFileSync(join(kept, file), `${text.slice(0, 500)}x${text.slice(501, -9)}`);
    const { status, errors } = await compare();
    expect(status).toBe(0);
    expect(errors).toMatch(/^2 of the kept results in .* are damaged or not vasim's/);
    expect(errors).toContain('Replications: 2 run, 8 kept from earlier');
    expect(contentOf(join(work, 'out/compare-now-late'))).toEqual(whole);
    const fresh = await compare('--fresh');
    expect(fresh.errors).toContain('Replications: 10 run, 0 kept from earlier');
    expect(fresh.errors).not.toContain('damaged');
  });
});

/** More than any test waits for. */
const MANY = ['--replications', '100000'];

/** Starts an endless comparison and ends it by a signal once some replications are kept. */
async function endAfterSome(signal: NodeJS.Signals): Promise<Ended> {
  const child = start([...PAIR, ...MANY], { cwd: work });
  const end = ended(child);
  while (keptLines().length < 4 && child.exitCode === null) await setTimeout(10);
  child.kill(signal);
  return end;
}

describe('a comparison that is broken off', () => {
  test('by Ctrl-C ends with 130 and continues from there the next time', async () => {
    const { status, output, errors } = await endAfterSome('SIGINT');
    expect({ status, output }).toEqual({ status: 130, output: '' });
    const kept = keptLines().length;
    expect(errors).toContain(
      `Replications: ${kept} run, 0 kept from earlier; the same command continues from there\n`,
    );
    expect(errors).toMatch(/vasim: interrupted\n$/);
    expect(readdirSync(join(work, 'out'))).toEqual(['.vasim-replications']);
    const next = await vasimHere([...PAIR, '--replications', String(kept)], { cwd: work });
    expect(next.errors).toContain(`Replications: ${kept} run, ${kept} kept from earlier\n`);
  });

  test('by kill -9 continues from there, and gives the bytes of one that was not', async () => {
    await endAfterSome('SIGKILL');
    const total = keptLines().length + 2;
    const words = [...PAIR, '--replications', String(total)];
    const resumed = await vasim(words, { cwd: work });
    const [, ran, kept] = (/(\d+) run, (\d+) kept/.exec(resumed.errors) ?? []).map(Number);
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(ran + kept).toBe(2 * total);
    await vasimHere([...words, '--out', 'anew/x'], { cwd: work });
    expect(contentOf(join(work, 'out/compare-now-late'))).toEqual(contentOf(join(work, 'anew/x')));
    expect(readdirSync(join(work, 'out')).sort()).toEqual(['.vasim-replications', 'compare-now-late']);
  });
});
