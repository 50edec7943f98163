import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.ts';
import { freeSpace } from '../../../src/cli/shared/memory/free-space.ts';
import { fakeHost } from '../fake-host.ts';
import {
  type Ended,
  ended,
  makeWorkFolder,
  removeWorkFolder,
  SCENARIO,
  start,
  vasim,
  vasimHere,
} from '../vasim.ts';

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
});
afterEach(() => removeWorkFolder(work));

const run = (...words: string[]): Promise<Ended> => vasim(['run', ...words, '--no-charts'], { cwd: work });
const runHere = (...words: string[]): Promise<Ended> =>
  vasimHere(['run', ...words, '--no-charts'], { cwd: work });
const read = (...path: string[]): string => readFileSync(join(work, ...path), 'utf8');

/** Makes a run so long that a test can break in. */
const LONG = ['--set', 'machines.desks.count=20000', '--set', 'duration=3000 d', '--events', 'all'];

/** Every file of a folder with its bytes. */
function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(join(work, folder)).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(work, folder, name), 'base64')]));
}

describe('vasim run', () => {
  test('leaves a whole folder under out/, tells the story on standard error, and nothing as data', async () => {
    const { status, output, errors } = await run('branch.yaml');
    expect(status).toBe(0);
    expect(output).toBe('');
    expect(errors).toContain('Branch: 40 days');
    expect(errors).toMatch(/\nResults are in out\/branch\n$/);
    expect(readdirSync(join(work, 'out'))).toEqual(['branch']);
    const { files } = JSON.parse(read('out', 'branch', 'manifest.json'));
    expect([...Object.keys(files), 'manifest.json'].sort()).toEqual(readdirSync(join(work, 'out/branch')));
  });

  test('draws charts', async () => {
    const { status } = await vasim(['run', 'branch.yaml'], { cwd: work });
    expect(status).toBe(0);
    expect(readdirSync(join(work, 'out/branch/charts'))).toContain('conditions.png');
    expect(read('out', 'branch', 'manifest.json')).toContain('"charts/conditions.png"');
  });

  test('leaves a page that the manifest lists; --no-report leaves it out', async () => {
    await runHere('branch.yaml');
    const { files } = JSON.parse(read('out', 'branch', 'manifest.json'));
    const page = readFileSync(join(work, 'out/branch/report.html'));
    expect(files['report.html']).toBe(createHash('sha256').update(page).digest('hex'));
    expect(page.toString()).toContain('<title>Branch</title>');
    await runHere('branch.yaml', '--no-report');
    expect(existsSync(join(work, 'out/branch/report.html'))).toBe(false);
  });

  test('gives the same bytes every time, in every time zone and every place', async () => {
    const words = ['run', 'branch.yaml', '--no-charts', '--out'];
    await vasim([...words, 'a'], { cwd: work, environment: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' } });
    await vasim([...words, 'deep/b'], { cwd: work, environment: { TZ: 'America/New_York', LANG: 'C' } });
    expect(contentOf('deep/b')).toEqual(contentOf('a'));
  });

  test('with --json writes the figures to standard output, as in summary.json', async () => {
    const { output } = await runHere('branch.yaml', '--json');
    expect(output).toBe(read('out', 'branch', 'summary.json'));
    expect(JSON.parse(output).machines.everLicensed).toBe(30);
  });

  test('with --quiet says nothing', async () => {
    expect(await runHere('branch.yaml', '--quiet')).toEqual({ status: 0, output: '', errors: '' });
  });

  test('reads a scenario from standard input and calls its results stdin', async () => {
    const { status } = await vasim(['run', '-', '--no-charts'], { cwd: work, input: SCENARIO });
    expect(status).toBe(0);
    expect(existsSync(join(work, 'out/stdin/manifest.json'))).toBe(true);
  });

  test('changes values by --set, --seed and --until, and records how', async () => {
    const words = ['--set', 'machines.desks.count=7', '--set', 'expect=[]', '--seed', 'x', '--until', '10 d'];
    const { status, output } = await runHere('branch.yaml', '--json', '--quiet', ...words);
    expect(status).toBe(0);
    expect(JSON.parse(output).machines.total).toBe(7);
    const manifest = JSON.parse(read('out', 'branch', 'manifest.json'));
    expect(manifest.seed).toBe('x');
    expect(manifest.scenario.machines.desks.count).toBe(7);
    const recorded = ['vasim', 'run', 'branch.yaml', '--seed', 'x', '--set', 'machines.desks.count=7'];
    const rest = ['--set', 'expect=[]', '--until', '10 d', '--no-charts'];
    expect(manifest.commandLine).toEqual([...recorded, ...rest]);
  });

  test('takes the last of an option that is given twice', async () => {
    await runHere('branch.yaml', '--seed', '1', '--seed', '2', '--quiet');
    expect(JSON.parse(read('out', 'branch', 'manifest.json')).seed).toBe(2);
  });

  test('with --excel leaves tables that a double click opens right, and a report all the same', async () => {
    await vasimHere(['run', 'branch.yaml', '--excel', '--no-charts'], { cwd: work });
    expect(read('out', 'branch', 'daily.csv')).toMatch(
      /^\ufeffday,date,group,[^\n]*\r\n0,2008-03-03,desks,[^\n]*\r\n/,
    );
    expect(read('out', 'branch', 'manifest.json')).toContain('"--excel"');
    await vasimHere(['run', 'branch.yaml', '--no-charts', '--out', 'plain'], { cwd: work });
    expect(read('out', 'branch', 'daily.csv').slice(1).replaceAll('\r', '')).toBe(read('plain', 'daily.csv'));
  });

  test.each<[string, (text: string) => Buffer]>([
    ['UTF-16 of PowerShell', (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le')],
    ['big-endian UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
  ])('reads %s', async (_what, encode) => {
    writeFileSync(join(work, 'branch.yaml'), encode(SCENARIO));
    expect((await runHere('branch.yaml', '--events', 'none')).status).toBe(0);
  });

  test('with --events none leaves an events.csv of its header line alone', async () => {
    await runHere('branch.yaml', '--events', 'none');
    expect(read('out', 'branch', 'events.csv')).toMatch(/^minute,[^\n]*\n$/);
  });
});

describe('an expectation that does not hold', () => {
  test('is told even under --quiet, with its line; the results stand; the status is 4', async () => {
    writeFileSync(join(work, 'branch.yaml'), SCENARIO.replace('is: 30', 'atMost: 3'));
    const { status, errors } = await runHere('branch.yaml', '--quiet');
    expect(status).toBe(4);
    expect(errors).toBe(
      'branch.yaml:14: expectation failed: machines.everLicensed is 30, expected at most 3\n',
    );
    expect(existsSync(join(work, 'out/branch/manifest.json'))).toBe(true);
  });

  test('about a figure that no run can have is an error of the scenario, and nothing is run', async () => {
    const misspelled = SCENARIO.replace('machines.everLicensed', 'machines.everLicensd');
    writeFileSync(join(work, 'branch.yaml'), misspelled);
    const { status, errors } = await runHere('branch.yaml', '--quiet');
    expect(status).toBe(3);
    expect(errors).toMatch(/^branch\.yaml:14:15: error\[unknown-figure\]: .*`machines\.everLicensd`\n/);
    expect(errors).toContain('help: did you mean `machines.everLicensed`?');
    expect(existsSync(join(work, 'out'))).toBe(false);
  });
});

describe('the folder of results', () => {
  test('replaces that of an earlier run as a whole', async () => {
    await runHere('branch.yaml', '--events', 'none');
    expect((await runHere('branch.yaml', '--seed', '7')).status).toBe(0);
    expect(JSON.parse(read('out', 'branch', 'manifest.json')).seed).toBe(7);
    expect(readdirSync(join(work, 'out'))).toEqual(['branch']);
  });

  test('is not replaced when something of the user is in it', async () => {
    await runHere('branch.yaml');
    writeFileSync(join(work, 'out/branch/my notes.txt'), 'mine');
    const { status, errors } = await runHere('branch.yaml');
    expect(status).toBe(2);
    expect(errors).toContain('`my notes.txt` was not there');
    expect(read('out/branch/my notes.txt')).toBe('mine');
  });

  const foreign: [string, string, (place: string) => void][] = [
    ['a folder of somebody else', 'photos', (place) => mkdirSync(join(place, 'album'), { recursive: true })],
    ['a file', 'notes', (place) => writeFileSync(place, 'mine')],
    ['a symbolic link', 'link', (place) => symlinkSync(work, place)],
    ['the current folder', '.', () => {}],
    ['a folder that holds the current one', '..', () => {}],
  ];
  test.each(foreign)('never replaces %s', async (_what, name, prepare) => {
    prepare(join(work, name));
    const before = readdirSync(work, { recursive: true });
    const { status, errors } = await runHere('branch.yaml', '--out', name);
    expect(status).toBe(2);
    expect(errors).toContain(join(work, name));
    expect(errors).not.toContain('    at ');
    expect(readdirSync(work, { recursive: true })).toEqual(before);
  });

  test('is not begun where the disk has too little room for its events', async () => {
    const args = ['run', 'branch.yaml', '--events', 'all', '--no-charts'];
    const host = Object.assign(fakeHost({ args, currentFolder: work }), { freeSpace: () => 100 });
    expect(await runCommandLine(host)).toBe(2);
    expect(host.written).toContain(`, and 100 bytes are free at ${join(work, 'out/branch')}: write less`);
    expect(existsSync(join(work, 'out'))).toBe(false);
    expect(freeSpace(join(work, 'out/branch'))).toBeGreaterThan(0);
  });

  test('is not left half-written when the disk is full', async () => {
    const full = `Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' })`;
    const { status, errors } = await vasim(['run', 'branch.yaml', '--no-charts'], {
      cwd: work,
      environment: preloading(
        `const write = fs.writeFileSync; fs.writeFileSync = (file, ...rest) => { if (typeof file === 'number') throw ${full}; write(file, ...rest); };`,
      ),
    });
    expect(status).toBe(2);
    expect(errors).toMatch(/^vasim: cannot write .*: no space is left on the disk\n$/);
    expect(existsSync(join(work, 'out'))).toBe(false);
  });
});

describe('a run that is interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s leaves nothing and ends with 130', async (signal) => {
    mkdirSync(join(work, 'out'));
    const child = start(['run', 'branch.yaml', ...LONG], { cwd: work });
    const watcher = watch(join(work, 'out'), () => child.kill(signal));
    watcher.once('change', () => watcher.close());
    const { status, output, errors } = await ended(child);
    expect({ status, output, errors }).toEqual({ status: 130, output: '', errors: 'vasim: interrupted\n' });
    expect(readdirSync(join(work, 'out'))).toEqual([]);
  });
});

describe('a run that is killed', () => {
  test('leaves the earlier results as they were, and the next run clears up behind it', async () => {
    await run('branch.yaml');
    const earlier = contentOf('out/branch');
    const killed = `process.kill(process.pid, 'SIGKILL')`;
    await vasim(['run', 'branch.yaml'], {
      cwd: work,
      environment: preloading(
        `const open = fs.openSync; fs.openSync = (path, ...rest) => { if (path.endsWith('machines.csv')) ${killed}; return open(path, ...rest); };`,
      ),
    });
    expect(contentOf('out/branch')).toEqual(earlier);
    expect(readdirSync(join(work, 'out'))).toHaveLength(2);
    expect((await run('branch.yaml')).status).toBe(0);
    expect(readdirSync(join(work, 'out'))).toEqual(['branch']);
  });
});

describe('a fault of vasim', () => {
  test('ends with 1 and says how to report it', async () => {
    const { status, output, errors } = await vasim(['run', 'branch.yaml', '--no-charts'], {
      cwd: work,
      environment: preloading(`fs.renameSync = () => { throw new TypeError('broken on purpose'); };`),
    });
    expect(status).toBe(1);
    expect(output).toBe('');
    expect(errors).toContain('Please report it');
    expect(errors).toContain(`Node.js ${process.version}`);
    expect(errors).toContain('command: vasim run branch.yaml --no-charts');
    expect(errors).toContain('TypeError: broken on purpose');
    expect(existsSync(join(work, 'out'))).toBe(false);
  });
});

/** An environment in which every process first changes `fs`. */
function preloading(change: string): Record<string, string> {
  const code = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; ${change} syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}
