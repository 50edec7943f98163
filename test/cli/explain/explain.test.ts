import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ended, makeWorkFolder, removeWorkFolder, vasimHere } from '../vasim.ts';

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
});
afterEach(() => removeWorkFolder(work));

const explain = (...words: string[]): Promise<Ended> => vasimHere(['explain', ...words], { cwd: work });
const TOO_FEW = ['--set', 'machines.desks.count=24'];

describe('vasim explain', () => {
  test('says why, how it came to this and what helps, on standard output', async () => {
    const { status, output, errors } = await explain('branch.yaml', 'desks-0001', ...TOO_FEW);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const lines = output.split('\n');
    expect(lines[0]).toBe(
      'desks-0001 has been in Notification since 2008-04-02 (day 30), because kms-1 answered no more than 24, too low a count.',
    );
    expect(output).toMatch(/2008-03-03 {2}day {4}0 {2}installed: OOBGrace begins +branch\.yaml:12\n/);
    expect(output).toContain('  enough computers: Licensed, first on day 13, never in an end state\n');
    expect(output).toContain('    --set machines.desks.count=25\n');
  });

  test('writes what it says to the file that --out names', async () => {
    const shown = await explain('branch.yaml', ...TOO_FEW);
    const { output } = await explain('branch.yaml', '--out', 'why.txt', ...TOO_FEW);
    await explain('0xC004F038', '--out', 'word.txt');
    const read = (file: string) => readFileSync(join(work, file), 'utf8');
    expect([output, read('why.txt')]).toEqual(['', shown.output]);
    expect(read('word.txt')).toMatch(/^0xC004F038 \(a code that Windows logs\)\n/);
  });

  test('gives the same as data', async () => {
    const { output } = await explain('branch.yaml', '--json', ...TOO_FEW);
    const answer = JSON.parse(output);
    expect(answer).toMatchObject({
      formatVersion: 1,
      subject: 'desks-0001',
      kind: 'machine',
      state: 'Notification',
    });
    expect(answer.chain[0]).toEqual({
      minute: 0,
      event: 'installed',
      because: 'OOBGrace begins',
      place: 'branch.yaml:12',
      source: 'Appendix 2: License Conditions',
    });
    expect(answer.remedies[0]).toMatchObject({ set: ['machines.desks.count=25'], helps: true });
  });

  test('explains words, with their source', async () => {
    expect((await explain('0xc004f038')).output).toContain('KMS Activation Thresholds');
    expect(JSON.parse((await explain('single-host', '--json')).output)).toMatchObject({ kind: 'warning' });
  });

  test.each([
    ['an unknown subject', ['branch.yaml', 'desk'], 'did you mean `desks`?'],
    ['a mistyped word', ['singel-host'], 'did you mean the word single-host?'],
    ['a moment after the end', ['branch.yaml', '--at', '400 d'], '--at: the run is over by 400 d'],
    ['a moment that is none', ['branch.yaml', '--at', 'soon'], '--at: '],
    ['a replication that is none', ['branch.yaml', '--replication', 'x'], 'expected a whole number'],
  ])('refuses %s with 2', async (_case, words, message) => {
    const { status, errors } = await explain(...words);
    expect(status).toBe(2);
    expect(errors).toContain(message);
  });

  test('refuses a wrong scenario with 3', async () => {
    expect((await explain('branch.yaml', '--set', 'machines.desks.network=cor')).status).toBe(3);
  });
});
