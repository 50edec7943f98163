import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeWorkFolder, removeWorkFolder, vasimHere } from '../vasim.ts';

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
});
afterEach(() => removeWorkFolder(work));

/** The values that the last of some words can be completed to. */
async function completed(...words: string[]): Promise<string[]> {
  const { output } = await vasimHere(['complete', '--', ...words], { cwd: work });
  const lines = output.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^:\d+$/);
  return lines.slice(0, -1).map((line) => line.split('\t')[0]);
}

describe('vasim completion', () => {
  test.each(['bash', 'zsh', 'fish', 'powershell'])(
    'prints a script for %s that asks vasim',
    async (shell) => {
      const { status, output } = await vasimHere(['completion', shell], { cwd: work });
      expect(status).toBe(0);
      expect(output).toMatch(/vasim complete '?--/);
    },
  );

  test('refuses another shell with the nearest', async () => {
    const { status, errors } = await vasimHere(['completion', 'bahs'], { cwd: work });
    expect(status).toBe(2);
    expect(errors).toContain('did you mean `bash`?');
  });

  test('completes commands, options and their values, and files', async () => {
    expect(await completed('ex')).toEqual(['explain']);
    expect(await completed('run', '--se')).toEqual(['--seed', '--set']);
    expect(await completed('run', 'branch.yaml', '--events', '')).toEqual(['changes', 'all', 'none']);
    expect(await completed('run', 'br')).toEqual(['branch.yaml']);
    expect(await completed('completion', 'b')).toEqual(['bash']);
  });

  test('completes names inside the scenario, and words that can be explained', async () => {
    expect(await completed('explain', 'branch.yaml', 'kms-')).toEqual(['kms-1']);
    expect(await completed('explain', 'branch.yaml', 'desks-002')).toHaveLength(10);
    expect(await completed('explain', 'single')).toEqual(['single-host']);
  });

  test('offers no names of a scenario that is wrong', async () => {
    expect(await completed('explain', 'missing.yaml', 'kms-')).toEqual([]);
  });
});
