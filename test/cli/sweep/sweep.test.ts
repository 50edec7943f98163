import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '../folder-content.ts';
import { type Ended, makeWorkFolder, removeWorkFolder, SCENARIO, vasim, vasimHere } from '../vasim.ts';

const RANDOM = SCENARIO.replace('over: 14 d }', 'over: 14 d, order: random }');
const COUNTS = ['--vary', 'machines.desks.count=23..26', '--replications', '3'];

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
  writeFileSync(join(work, 'site.yaml'), RANDOM);
});
afterEach(() => removeWorkFolder(work));

function sweep(...words: readonly string[]): Promise<Ended> {
  return vasim(['sweep', 'site.yaml', ...words], { cwd: work });
}

/** The same in this process. */
function sweepHere(...words: readonly string[]): Promise<Ended> {
  return vasimHere(['sweep', 'site.yaml', ...words], { cwd: work });
}

function read(path: string): string {
  return readFileSync(join(work, path), 'utf8');
}

describe('a sweep over one setting', () => {
  test('tells where the answer tips and leaves tables, a chart and a text', async () => {
    const { status, output, errors } = await sweep(...COUNTS, '--workers', '2');
    expect(status).toBe(0);
    expect(output).toContain('- desks needs 25 machines: at 24 none is ever licensed, at 25 25;');
    expect(errors).toContain('Replications: 12 run, 0 kept from earlier\n');
    expect(errors).toContain('Results are in out/sweep-site\n');
    expect(readdirSync(join(work, 'out/sweep-site'), { recursive: true }).sort()).toEqual([
      'charts',
      'charts/sweep.png',
      'comparison.csv',
      'manifest.json',
      'summary.csv',
      'sweep.md',
    ]);
    expect(read('out/sweep-site/comparison.csv')).toContain(
      'machines.desks.count=24,2,machines.everLicensed,0\n',
    );
    expect(read('out/sweep-site/summary.csv')).toMatch(
      /^machines\.desks\.count=25,machines\.everNotification,3,0,0,/m,
    );
    expect(read('out/sweep-site/sweep.md')).toContain(
      'vasim sweep site.yaml --vary machines.desks.count=23..26',
    );
  });

  test('gives the same bytes with one worker as with two', async () => {
    await sweepHere(...COUNTS, '--workers', '1', '--out', 'one/x');
    await sweepHere(...COUNTS, '--workers', '2', '--out', 'two/x');
    expect(contentOf(join(work, 'one/x'))).toEqual(contentOf(join(work, 'two/x')));
  });

  test('runs only what is missing the next time', async () => {
    await sweepHere(...COUNTS);
    const { errors } = await sweepHere('--vary', 'machines.desks.count=24..28', '--replications', '3');
    expect(errors).toContain('Replications: 6 run, 9 kept from earlier');
  });

  test('is the same joined from parts', async () => {
    for (const shard of ['1/2', '2/2']) {
      const { status, errors, output } = await sweepHere(...COUNTS, '--shard', shard);
      expect({ status, output }).toEqual({ status: 0, output: '' });
      expect(errors).toContain('`vasim merge` joins it with the others');
    }
    const parts = ['out/sweep-site.part-1-of-2', 'out/sweep-site.part-2-of-2'];
    const merged = await vasimHere(['merge', ...parts], { cwd: work });
    const whole = await sweepHere(...COUNTS, '--out', 'whole/x');
    expect(merged.output).toBe(whole.output);
    expect(contentOf(join(work, 'out/sweep-site'))).toEqual(contentOf(join(work, 'whole/x')));
  });

  test('reads a scenario from standard input, once for all points', async () => {
    const words = [
      'sweep',
      '-',
      '--vary',
      'machines.desks.count=24,25',
      '--replications',
      '1',
      '--json',
      '--no-charts',
    ];
    const { status, output } = await vasimHere(words, { cwd: work, input: SCENARIO });
    expect(status).toBe(0);
    // Of 24, those of the first 10 days, 24 * 10 / 14, reach day 30 within the run.
    const told = JSON.parse(output);
    expect(told).toMatchObject({
      settings: ['machines.desks.count'],
      figure: 'machines.everNotification',
      replications: 1,
      points: [
        { values: [24], mean: 18 },
        { values: [25], mean: 0 },
      ],
    });
    expect(told.tipping).toHaveLength(1);
  });
});

test('a sweep over two settings draws a map and has every combination', async () => {
  const { status, output } = await sweepHere(
    ...['--vary', 'machines.desks.count=24,25', '--vary', 'policy.renewalInterval=1 d..7 d..6 d'],
    ...['--figure', 'machines.renewals', '--replications', '2'],
  );
  expect(status).toBe(0);
  expect(output).toMatch(/^25 +7 d /m);
  expect(output).toContain('- with policy.renewalInterval = 1 d: ');
  expect(readdirSync(join(work, 'out/sweep-site/charts'))).toEqual(['sweep.png']);
});

describe('a tolerance', () => {
  test('lists the lengths that harm, from a given time on', async () => {
    const { status, output, errors } = await sweepHere(
      '--tolerance',
      'kms-1',
      ...['--start', '2008-04-01'],
      ...['--set', 'machines.desks.install.over=0 d'],
      ...['--set', 'policy.activationValidity=10 d', '--set', 'policy.outOfToleranceGrace=5 d'],
    );
    expect(status).toBe(0);
    // The outage of 2008-04-01, day 29, finds licenses of day 28, which end with their grace on day 43.
    expect(output).toMatch(/^2008-04-01 00:00 +14 d +15 d or longer +desks-0025 +2008-04-15 00:00$/m);
    expect(output).toContain('- kms-1 may be down for 14 d ');
    expect(errors).toContain('Results are in out/tolerance-site-kms-1\n');
    const rows = read('out/tolerance-site-kms-1/tolerance.csv').trimEnd().split('\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(
      `2008-04-01,${29 * 1440},${14 * 1440},${15 * 1440},desks-0025,${43 * 1440},2008-04-15T00:00,0,,2008-04-01T00:00,`,
    );
    expect(readdirSync(join(work, 'out/tolerance-site-kms-1')).sort()).toEqual([
      'harmful.csv',
      'manifest.json',
      'tolerance.csv',
      'tolerance.md',
    ]);
  });
});

describe('a command line that is wrong', () => {
  test.each([
    [[], 'name a setting with --vary'],
    [['--vary', 'machines.desks.count'], 'is not PATH=FROM..TO'],
    [['--vary', 'machines.desks.count=5'], 'one value only'],
    [
      ['--vary', 'machines.desks.count=1..9', '--vary', 'a=1,2', '--vary', 'b=1,2'],
      '--vary is given 3 times; at most 2',
    ],
    [['--vary', 'machines.desks.count=24,25', '--figure', 'machines.everLicenced'], 'machines.everLicensed'],
    [
      ['--vary', 'machines.desks.count=24,25', '--tolerance', 'kms-1'],
      '--tolerance cannot be used with --vary',
    ],
    [
      ['--vary', 'machines.desks.count=24,25', '--resolution', '1 h'],
      '--resolution can only be used with --tolerance',
    ],
    [['--vary', 'machines.desks.count=24,25', '--replications', '0'], '--replications 0 is not'],
    [['--tolerance', 'kms-2'], 'did you mean `kms-1`'],
    [['--tolerance', 'kms-1', '--start', 'soon'], '--start soon: expected a point in time'],
    [['--tolerance', 'kms-1', '--resolution', '5'], '`5` has no unit'],
    [['--tolerance', 'kms-1', '--resolution', '1 min'], 'is not between 1 h and 365 d'],
  ])('%j ends with 2', async (words, message) => {
    const { status, output, errors } = await sweepHere(...words);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(message);
    expect(errors).toContain('See `vasim sweep --help`.');
    expect(readdirSync(work)).toEqual(['branch.yaml', 'site.yaml']);
  });
});

describe('a scenario that is wrong', () => {
  test('at a point ends with 3 and names the point', async () => {
    const { status, output, errors } = await sweepHere('--vary', 'machines.desks.count=0..3');
    expect({ status, output }).toEqual({ status: 3, output: '' });
    expect(errors).toBe(
      'vasim: the scenario is wrong at the point machines.desks.count=0\n' +
        '--vary machines.desks.count:1:1: error[out-of-range]: expected at least 1, not `0`\n' +
        '    machines.desks.count=0\n    ^^^^^^^^^^^^^^^^^^^^^^\n',
    );
  });

  test('ends with 3 with --tolerance too', async () => {
    const { status, errors } = await sweepHere('--tolerance', 'kms-1', '--set', 'machines.desks.count=0');
    expect(status).toBe(3);
    expect(errors).toMatch(/^--set machines\.desks\.count:1:1: error\[[a-z-]+\]: /);
  });
});
