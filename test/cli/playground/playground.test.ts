import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorkFolder, removeWorkFolder, SCENARIO, vasim, vasimHere } from '../vasim.ts';

let work: string;
beforeAll(() => {
  work = makeWorkFolder();
});
afterAll(() => removeWorkFolder(work));

describe('--out', () => {
  test('of a playground writes the one file that it names, and makes no folder', async () => {
    const { status, errors } = await vasim(['playground', 'branch.yaml', '--out', 'class.html'], {
      cwd: work,
    });
    expect({ status, errors }).toEqual({
      status: 0,
      errors: 'The playground is class.html; a double click opens it\n',
    });
    expect(readFileSync(join(work, 'class.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect(readdirSync(work).sort()).toEqual(['branch.yaml', 'class.html']);
  });

  test.each([
    ['run', 'branch.yaml', '--out', 'report.html'],
    ['plan', 'branch.yaml', '--out', 'plan.md'],
  ])('of a command that leaves a folder refuses the name of a file: %s', async (...words) => {
    const { status, errors } = await vasimHere(words, { cwd: work });
    const out = words.at(-1) ?? '';
    expect(status).toBe(2);
    expect(errors).toContain(
      `--out ${out} names a file, and the results are a folder; write --out ${out.replace(/\..*/, '')}`,
    );
    expect(existsSync(join(work, out))).toBe(false);
  });

  test.each([
    ['import', 'list.csv', '--out', './list.csv'],
    ['explain', 'branch.yaml', '--out', 'branch.yaml'],
    ['schema', 'branch.yaml', '--out', 'branch.yaml'],
    ['playground', 'branch.yaml', '--out', 'branch.yaml'],
  ])('never replaces a file that is read: %s', async (...words) => {
    writeFileSync(join(work, 'list.csv'), 'Name,OS\nPC1,Windows Vista Business\n');
    const { status, errors } = await vasimHere(words, { cwd: work });
    expect({ status, errors: errors.split('\n')[0] }).toEqual({
      status: 2,
      errors: `vasim: --out ${words[3]} would replace a file that is read; name another one`,
    });
    expect(readFileSync(join(work, 'branch.yaml'), 'utf8')).toBe(SCENARIO);
  });
});
