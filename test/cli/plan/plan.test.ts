import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ended, makeWorkFolder, removeWorkFolder, vasimHere } from '../vasim.ts';

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
});
afterEach(() => removeWorkFolder(work));

const plan = (...words: string[]): Promise<Ended> =>
  vasimHere(['plan', 'branch.yaml', ...words], { cwd: work });
const read = (name: string): string => readFileSync(join(work, 'out/plan-branch', name), 'utf8');

describe('vasim plan', () => {
  test('writes the worksheets into out/plan-NAME and the plan to standard output, a summary last', async () => {
    const { status, output, errors } = await plan();
    expect(status).toBe(0);
    expect(readdirSync(join(work, 'out/plan-branch')).sort()).toEqual(
      ['keys.csv', 'manifest.json', 'plan.json', 'plan.md', 'reach.csv', 'table-1.csv', 'table-2.csv'].sort(),
    );
    expect(read('table-2.csv')).toBe(
      'row,computers\ntotal,30\nkms-core,30\nmak-disconnected,0\nkms-isolated,0\nmak-isolated,0\nlab-none,0\nremaining,0\n',
    );
    expect(read('reach.csv')).toBe('network,host,discovers,reaches,served,reason\ncore,kms-1,yes,yes,yes,\n');
    expect(read('keys.csv')).toContain('\ncorp-kms,kms,server-c,client,1,1,60,1\n');
    expect(output.trimEnd().split('\n').at(-1)).toBe(
      '30 of 30 computers have an activation method, 1 KMS host, 1 key, 0 warnings',
    );
    expect(errors).toBe('The plan and its worksheets are in out/plan-branch\n');
  });

  test('with --json writes what plan.json has', async () => {
    const { output } = await plan('--json', '--quiet');
    expect(output).toBe(read('plan.json'));
    expect(JSON.parse(output)).toMatchObject({ formatVersion: 1, core: 'core', warnings: [] });
  });

  test('with --strict ends with 4 when there are warnings', async () => {
    expect((await plan('--strict', '--quiet')).status).toBe(0);
    const { status, output } = await plan('--strict', '--set', 'machines.desks.count=24');
    expect(status).toBe(4);
    expect(output).toContain('threshold-out-of-reach');
    expect(output).toContain('desks (24): too few computers that count: at most 24, and 25 are needed');
  });

  test('refuses a wrong scenario with 3 and leaves nothing', async () => {
    expect((await plan('--set', 'machines.desks.network=cor')).status).toBe(3);
    expect(readdirSync(work)).not.toContain('out');
  });
});
