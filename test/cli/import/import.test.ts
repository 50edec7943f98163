import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportFailure } from '../../../src/cli/failure-report.ts';
import { importCommand } from '../../../src/cli/import/command.ts';
import type { ImportArguments } from '../../../src/cli/import/options.ts';
import { STANDARD_INPUT } from '../../../src/cli/shared/input/operands.ts';
import { fakeHost } from '../fake-host.ts';

const LIST = 'Asset,os,site\nA,Windows Server 2008 Standard,Rome\nB,Windows 7,Rome\n';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'vasim-import-'));
  writeFileSync(join(work, 'list.csv'), LIST);
});
afterEach(() => rmSync(work, { recursive: true }));

/** Performs the command with some options in the work folder. */
async function vasimImport(options: Partial<ImportArguments>, input: Uint8Array | null = null) {
  const output: string[] = [];
  const errors: string[] = [];
  const fake = fakeHost();
  const host = {
    ...fake,
    currentFolder: work,
    readStdin: async () => input,
    stdout: { ...fake.stdout, write: (text: string) => output.push(text) },
    stderr: { ...fake.stderr, write: (text: string) => errors.push(text) },
  };
  const args = { FILE: ['list.csv'], ...options } as ImportArguments;
  const status = await importCommand
    .perform(args, host)
    .catch((error) => reportFailure(error, 'vasim import', host));
  return { status, output: output.join(''), errors: errors.join('') };
}

describe('vasim import', () => {
  test('writes the scenario to standard output and the report to standard error', async () => {
    const { status, output, errors } = await vasimImport({ map: ['Asset=name'] });
    expect(status).toBe(0);
    expect(output).toContain('title: Estate of list\n');
    expect(errors).toContain(
      'Imported 1 computer in 1 group; left out 1.\n  left out: 1 - Windows 7 of unknown edition: say which with `--assume windows-7=windows-7-professional`: B\n',
    );
    expect(errors).toContain('  note: No column says which computers are virtual');
  });

  test('with --json writes both as data', async () => {
    const { output } = await vasimImport({ map: ['Asset=name'], json: true });
    const { scenario, report } = JSON.parse(output);
    expect(scenario).toContain('rome-server-2008-standard:');
    expect(report).toMatchObject({ machines: 1, groups: 1, leftOut: [{ count: 1, examples: ['B'] }] });
  });

  test('with --quiet says nothing else', async () => {
    expect((await vasimImport({ map: ['Asset=name'], quiet: true })).errors).toBe('');
  });

  test('reads standard input', async () => {
    const { output } = await vasimImport({ FILE: [STANDARD_INPUT], map: ['Asset=name'] }, Buffer.from(LIST));
    expect(output).toContain('from stdin: 1 computer in 1 group.');
    const { status, errors } = await vasimImport({ FILE: [STANDARD_INPUT] });
    expect({ status, errors }).toEqual({
      status: 2,
      errors: 'vasim: standard input is larger than 64 MiB, the maximum\n',
    });
  });

  test('tells what is wrong with the file by place, and ends with 3', async () => {
    const { status, output, errors } = await vasimImport({});
    expect({ status, output }).toEqual({ status: 3, output: '' });
    expect(errors).toMatch(
      /^list\.csv:1:1: error\[missing-column\]: no column of computer names .*`Asset`, `os` and `site`.*--map/,
    );
  });

  test.each([
    [{ FILE: ['none.csv'] }, /^vasim: none\.csv does not exist\n/],
    [{ FILE: ['.'] }, /^vasim: \. is a folder, not a file\n/],
    [{ map: ['Asset=nmae'] }, /^vasim: --map: unknown field `nmae`; did you mean `name`\?\n/],
    [{ map: ['name'] }, /^vasim: --map takes COLUMN=FIELD, not `name`\n/],
  ])('ends with 2 for %j', async (options, message) => {
    const { status, errors } = await vasimImport(options);
    expect(status).toBe(2);
    expect(errors).toMatch(message);
  });
});
