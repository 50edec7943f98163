import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ended, makeWorkFolder, removeWorkFolder, SCENARIO, vasim, vasimHere } from '../vasim.ts';

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
});
afterEach(() => removeWorkFolder(work));

const validate = (...words: string[]): Promise<Ended> => vasimHere(['validate', ...words], { cwd: work });
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(work, name), content);

describe('vasim validate', () => {
  test('says ok of each good file on standard output', async () => {
    write('b.json', '{ "extends": "./branch.yaml", "title": "B" }');
    const ok = { status: 0, output: 'branch.yaml: ok\nb.json: ok\n', errors: '' };
    expect(await validate('branch.yaml', 'b.json')).toEqual(ok);
  });

  test('shows the errors of all files with place, line and caret, and ends with 3', async () => {
    write('a.yaml', SCENARIO.replace('count: 30', 'cuont: 30'));
    write('b.yaml', 'titel: B\n');
    const { status, output, errors } = await validate('a.yaml', 'branch.yaml', 'b.yaml');
    expect(status).toBe(3);
    expect(output).toBe('branch.yaml: ok\n');
    expect(errors).toMatch(/^a\.yaml:12:12: error\[unknown-key\]: .*\n.*\n.*\n {2}help: .*`count`/m);
    expect(errors).toMatch(/^ {15}\^{5}$/m);
    expect(errors).toMatch(/^b\.yaml:1:1: error\[unknown-key\]: .*\n.*\n.*\n {2}help: .*`title`/m);
    expect(errors).not.toContain('\u001b');
  });

  test('with --json gives the verdicts as data', async () => {
    write('bad.yaml', 'titel: B\n');
    const { status, output } = await validate('branch.yaml', 'bad.yaml', '--json');
    expect(status).toBe(3);
    const {
      formatVersion,
      files: [good, bad],
    } = JSON.parse(output);
    expect(formatVersion).toBe(1);
    expect(good).toEqual({ file: 'branch.yaml', ok: true, diagnostics: [], accepted: 0 });
    expect(bad).toMatchObject({ file: 'bad.yaml', ok: false, diagnostics: [{ line: 1, column: 1 }] });
  });

  test('with --quiet only shows errors', async () => {
    expect(await validate('branch.yaml', '--quiet')).toEqual({ status: 0, output: '', errors: '' });
  });

  test('with --out writes the merged scenario to a file', async () => {
    const { status, output, errors } = await vasimHere(
      ['validate', 'branch.yaml', '--resolved', '--out', 'merged.yaml', '--quiet'],
      { cwd: work },
    );
    expect({ status, output, errors }).toEqual({ status: 0, output: '', errors: '' });
    expect(readFileSync(join(work, 'merged.yaml'), 'utf8')).toContain('title: Branch');
  });

  test('with --resolved prints the merged scenario, which is good by itself', async () => {
    write('late.yaml', 'extends: ./branch.yaml\nhosts: { kms-1: { online: 3 d } }\n');
    const { status, output } = await validate('late.yaml', '--resolved', '--set', 'seed=7');
    expect(status).toBe(0);
    expect(output).toContain('online: 3 d');
    expect(output).toContain('seed: 7');
    expect(output).not.toContain('extends');
    expect((await vasim(['validate', '-'], { cwd: work, input: output })).output).toBe('stdin: ok\n');
  });

  test('names standard input stdin in errors', async () => {
    const { status, errors } = await vasim(['validate', '-'], { cwd: work, input: 'titel: B\n' });
    expect(status).toBe(3);
    expect(errors).toMatch(/^stdin:1:1: error\[[a-z-]+\]: /);
  });
});

describe('a file that is no scenario text', () => {
  const bad: [string, string | Uint8Array, string][] = [
    ['binary', new Uint8Array([116, 0, 1]), 'NUL bytes'],
    ['not UTF-8', new Uint8Array([0x74, 0xe9, 0x0a]), 'not valid UTF-8'],
    ['too large', '#'.repeat(16 * 1024 * 1024 + 1), 'larger than 16 MiB'],
  ];
  test.each(bad)('is refused when it is %s', async (_what, content, message) => {
    write('bad.yaml', content);
    const { status, errors } = await validate('bad.yaml');
    expect(status).toBe(3);
    expect(errors).toMatch(/^bad\.yaml:1:1: error\[[a-z-]+\]: /);
    expect(errors).toContain(message);
  });

  test('may begin with a byte order mark', async () => {
    write('bom.yaml', `\ufeff${SCENARIO}`);
    expect((await validate('bom.yaml')).status).toBe(0);
  });
});

describe('extends', () => {
  beforeEach(() => {
    mkdirSync(join(work, 'tree', 'below'), { recursive: true });
    write('tree/base.yaml', SCENARIO);
  });

  const good: [string, string][] = [
    ['beside', './base.yaml'],
    ['below and back up', './below/../base.yaml'],
    ['by a link that stays inside', './inside.yaml'],
  ];
  test.each(good)('reads a file %s', async (_where, reference) => {
    symlinkSync('base.yaml', join(work, 'tree/inside.yaml'));
    write('tree/top.yaml', `extends: ${reference}\n`);
    expect((await validate('tree/top.yaml')).errors).toBe('');
  });

  const host: [string, string][] = [
    ['above', '../branch.yaml'],
    ['by a link', './link.yaml'],
    ['by a linked folder', './linked/branch.yaml'],
    ['by its absolute path', '/etc/passwd'],
    ['that does not exist', '../../nothing.yaml'],
  ];
  test.each(host)('never leads out of the folder: %s', async (_how, reference) => {
    symlinkSync('../branch.yaml', join(work, 'tree/link.yaml'));
    symlinkSync('..', join(work, 'tree/linked'));
    write('tree/top.yaml', `extends: ${reference}\n`);
    const { status, errors } = await validate('tree/top.yaml');
    expect(status).toBe(3);
    expect(errors).toMatch(/^tree\/top\.yaml:1:10: error\[[a-z-]+\]: .* leads out of the folder/);
    expect(errors).not.toContain('root:');
  });

  test('of a file that does not exist is an error where it is named', async () => {
    write('tree/top.yaml', 'title: Top\nextends: ./bse.yaml\n');
    const { status, errors } = await validate('tree/top.yaml');
    expect(status).toBe(3);
    expect(errors).toMatch(/^tree\/top\.yaml:2:10: error\[[a-z-]+\]: `tree\/bse\.yaml` does not exist/);
  });
});

describe('the warnings of vasim validate', () => {
  const TOO_FEW = ['--set', 'machines.desks.count=24'];
  const validate = (...words: string[]) => vasimHere(['validate', 'branch.yaml', ...words], { cwd: work });

  test('are shown with name, place, help and section, and counted', async () => {
    const { status, output, errors } = await validate(...TOO_FEW);
    expect({ status, output }).toEqual({ status: 0, output: 'branch.yaml: ok, 1 warning\n' });
    expect(errors).toMatch(/^branch\.yaml:\d+:\d+: warning\[threshold-out-of-reach\]: at most 24 computers/);
    expect(errors).toContain('\n  see: Planning Guide, KMS Activation Thresholds\n');
  });

  test('end with 4 under --strict, unless they are accepted', async () => {
    expect((await validate(...TOO_FEW, '--strict', '--quiet')).status).toBe(4);
    const accepted = await validate(
      ...TOO_FEW,
      '--strict',
      '--set',
      'accept={ threshold-out-of-reach: known }',
    );
    expect(accepted).toEqual({ status: 0, output: 'branch.yaml: ok, 0 warnings, 1 accepted\n', errors: '' });
  });

  test('are counted by run in one line', async () => {
    const { errors } = await vasimHere(
      ['run', 'branch.yaml', '--no-charts', '--no-report', '--set', 'expect=[]', ...TOO_FEW],
      { cwd: work },
    );
    expect(errors).toMatch(/\n1 warning; `vasim validate` shows them\n$/);
  });
});
