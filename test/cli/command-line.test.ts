import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, MAIN, makeWorkFolder, removeWorkFolder, SCENARIO, vasim, vasimHere } from './vasim.ts';

let work: string;
beforeAll(() => {
  work = makeWorkFolder();
  mkdirSync(join(work, 'inside'));
  writeFileSync(join(work, 'inside', 'only.yaml'), SCENARIO);
});
afterAll(() => removeWorkFolder(work));

const call = (...words: string[]): Promise<Ended> => vasimHere(words, { cwd: work });

describe('the process', () => {
  test('has help on standard output, and ends with 0', async () => {
    const { status, output, errors } = await vasim(['run', '--help'], { cwd: work });
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toContain('vasim run <FILE>');
  });

  test('explains a wrong command line on standard error, and ends with 2', async () => {
    expect(await vasim(['run', 'branch.yaml', '--sed=1'], { cwd: work })).toEqual({
      status: 2,
      output: '',
      errors: 'vasim: unknown option --sed; did you mean --seed?\nSee `vasim run --help`.\n',
    });
  });
});

describe('help', () => {
  test.each([
    [[]],
    [['help']],
    [['help', 'run']],
    [['--help']],
    [['-h']],
    [['run', '--help']],
    [['validate', '--help']],
    [['schema', '--help']],
  ])('of %j goes to standard output and names the exit statuses', async (words) => {
    const { status, output, errors } = await call(...words);
    expect(status).toBe(0);
    expect(errors).toBe('');
    expect(output).toContain('Examples:');
    expect(output).toMatch(/ 4 {2}the run is done and some expectation did not hold/);
  });

  test('names every option of run', async () => {
    const { output } = await call('run', '--help');
    const names = 'out seed set json quiet no-color no-charts until events'.split(' ');
    for (const name of names) expect(output).toContain(` --${name} `);
  });

  test('has the version', async () => {
    for (const word of ['--version', '-V']) expect((await call(word)).output).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a * in the name of a file', () => {
  test('is expanded, in the order of names', async () => {
    for (const name of ['b1.yaml', 'b2.yaml', '[b3].yaml']) writeFileSync(join(work, name), SCENARIO);
    expect((await call('validate', 'b*.yaml', '[*].yaml')).output).toBe(
      'b1.yaml: ok\nb2.yaml: ok\nbranch.yaml: ok\n[b3].yaml: ok\n',
    );
    expect((await call('validate', 'i*/*.yaml')).output).toBe('inside/only.yaml: ok\n');
  });

  test('that nothing matches, or too much, is explained', async () => {
    expect((await call('validate', 'z*.yaml')).errors).toContain(
      'no FILE matches z*.yaml\nSee `vasim validate --help`',
    );
    expect((await call('run', 'b*.yaml')).errors).toMatch(/^vasim: b\*\.yaml is \d files \(b1\.yaml, /);
    expect((await call('merge', 'z*')).errors).toContain('no DIR matches z*');
  });
});

describe('what follows --', () => {
  test('is a file, whatever it begins with', async () => {
    writeFileSync(join(work, '-odd.yaml'), SCENARIO);
    expect((await call('validate', '--quiet', '--', '-odd.yaml')).status).toBe(0);
    expect((await call('validate', '--', '--quiet')).errors).toContain('--quiet does not exist');
  });
});

describe('a wrong command line', () => {
  const cases: [string, string[], string][] = [
    ['without a command', ['--quiet'], 'unknown option --quiet'],
    ['with an unknown topic of help', ['help', 'rnu'], 'did you mean `vasim run`?'],
    ['with an argument too many behind --', ['run', 'a', '--', '--b'], 'unexpected argument: --b'],
    ['with a mistyped command', ['rnu', 'branch.yaml'], 'did you mean `vasim run`?'],
    [
      'with an unknown command',
      ['frobnicate'],
      'unknown command frobnicate; the commands are `run`, `validate`, `explain`',
    ],
    ['with a file in place of a command', ['branch.yaml'], 'did you mean `vasim run branch.yaml`?'],
    ['with a mistyped option', ['run', 'branch.yaml', '--sed', '1'], 'did you mean --seed?'],
    [
      'with an option that means nothing to the command',
      ['lesson', '1', '--out', 'x'],
      '`vasim lesson` does not take --out',
    ],
    ['with a setting of no scenario', ['init', '--set', 'seed=1'], '`vasim init` does not take --set'],
    ['with a mistyped option and value', ['run', 'branch.yaml', '--sed=1'], 'unknown option --sed; did'],
    ['with one dash too few', ['run', 'branch.yaml', '-quiet'], 'did you mean --quiet?'],
    ['with a mistyped negation', ['run', 'branch.yaml', '--no-colour'], 'did you mean --no-color?'],
    ['without a file', ['run'], 'missing argument FILE; the usage is `vasim run <FILE>`'],
    ['without a folder', ['merge'], 'missing argument DIR; the usage is `vasim merge <DIR..>`'],
    ['with a word too many', ['run', 'branch.yaml', 'b.yaml'], 'unexpected argument: b.yaml'],
    ['with an option without its value', ['run', 'branch.yaml', '--out'], '--out needs a value'],
    ['with a value for a switch', ['run', 'branch.yaml', '--quiet=maybe'], '--quiet takes no value'],
    ['with an empty value', ['run', 'branch.yaml', '--seed', ''], '--seed needs a value'],
    ['with an unknown choice', ['run', 'branch.yaml', '--events', 'al'], 'one of "changes", "all", "none"'],
    ['with --set without a value', ['run', 'branch.yaml', '--set', 'a.b'], 'is not PATH=VALUE'],
    ['with an --until that is no duration', ['run', 'branch.yaml', '--until', 'soon'], '--until: expected'],
    [
      'with --resolved for two files',
      ['validate', '--resolved', 'branch.yaml', 'branch.yaml'],
      'give one FILE',
    ],
  ];
  test.each(cases)('%s is explained on standard error, with status 2', async (_what, words, message) => {
    const { status, output, errors } = await call(...words);
    expect(status).toBe(2);
    expect(output).toBe('');
    expect(errors).toContain(message);
    expect(errors).toMatch(/\nSee `vasim.* --help`\.\n$/);
    expect(errors).not.toContain('    at ');
  });

  const files: [string, string, string][] = [
    ['does not exist', 'brnch.yaml', 'brnch.yaml does not exist; did you mean branch.yaml?'],
    ['lacks its ending', 'branch', 'branch does not exist; did you mean branch.yaml?'],
    ['is a folder', 'inside', 'inside is a folder, not a file; did you mean inside/only.yaml?'],
    ['lies in no folder', 'no/where.yaml', 'no/where.yaml does not exist'],
    ['is a device', '/dev/null', '/dev/null is not a regular file'],
    ['has no name', '', 'the name of a FILE is empty'],
  ];
  test.each(files)('with a file that %s is explained', async (_what, file, message) => {
    for (const command of ['run', 'validate']) {
      const { status, output, errors } = await call(command, file);
      expect(status).toBe(2);
      expect(output).toBe('');
      expect(errors).toBe(
        `vasim: ${message.replace('regular file', 'regular file; to read from a pipe, name `-`')}\n`,
      );
    }
  });
});

describe('a current folder that was removed', () => {
  test.skipIf(process.platform === 'win32')('is told, without a stack', async () => {
    const script = 'mkdir gone && cd gone && rmdir ../gone && "$0" "$1" schema';
    const failure = promisify(execFile)('bash', ['-c', script, process.execPath, MAIN], { cwd: work });
    await expect(failure).rejects.toMatchObject({
      code: 2,
      stderr: 'vasim: the folder that you work in does not exist any more\n',
    });
  });
});

describe('vasim schema', () => {
  test('prints a JSON Schema', async () => {
    const { status, output } = await call('schema');
    expect(status).toBe(0);
    expect(JSON.parse(output).$schema).toContain('json-schema.org');
  });

  test('offers the names of a scenario as choices', async () => {
    writeFileSync(
      join(work, 'own.yaml'),
      'networks: { core: { dns: corp.example } }\ndns: { corp.example: { network: core } }\n',
    );
    const { status, output } = await call('schema', 'own.yaml');
    expect(status).toBe(0);
    expect(output).toContain('"corp.example"');
    expect((await call('schema', 'own.yaml', '--markdown')).status).toBe(2);
  });

  test('writes it to the file that --out names', async () => {
    const { status, output, errors } = await call('schema', '--out', 'schema.json');
    expect({ status, output, errors }).toEqual({ status: 0, output: '', errors: 'Written to schema.json\n' });
    expect(JSON.parse(readFileSync(join(work, 'schema.json'), 'utf8')).$schema).toContain('json-schema.org');
    expect((await call('schema', '--out', 'no/where.json')).errors).toBe(
      'vasim: no/where.json cannot be written: its folder does not exist\n',
    );
  });

  test.skipIf(process.platform === 'win32')('bears a reader that stops early', async () => {
    const script = `set -o pipefail; "$0" "$1" schema | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script, process.execPath, MAIN]);
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });

  test.skipIf(process.platform !== 'linux')('says that its output could not be written', async () => {
    const failure = promisify(execFile)('bash', [
      '-c',
      '"$0" "$1" schema > /dev/full',
      process.execPath,
      MAIN,
    ]);
    await expect(failure).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot write standard output'),
    });
  });
});
