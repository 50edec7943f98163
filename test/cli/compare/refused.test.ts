import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LATE, makePair, PAIR, RANDOM } from '../design-pair.ts';
import { removeWorkFolder, vasimHere } from '../vasim.ts';

let work: string;
beforeEach(() => {
  work = makePair();
});
afterEach(() => removeWorkFolder(work));

describe('a comparison that cannot be', () => {
  test('for errors in scenarios shows those of all files and ends with 3', async () => {
    writeFileSync(join(work, 'now.yaml'), RANDOM.replace('duration: 40 d', 'duration: 40'));
    writeFileSync(join(work, 'late.yaml'), LATE.replace('count: 26', 'count: -1'));
    const { status, errors, output } = await vasimHere(PAIR, { cwd: work });
    expect({ status, output }).toEqual({ status: 3, output: '' });
    expect(errors).toContain('now.yaml:2:11: error[');
    expect(errors).toContain('late.yaml:12:19: error[');
    expect(existsSync(join(work, 'out'))).toBe(false);
  });

  test('for a file that is missing or named twice, or an option, ends with 2 and a reason', async () => {
    const refusals: [string[], string][] = [
      [['now.yaml', 'now.yaml'], 'now.yaml is given twice'],
      [['now.yaml', 'lat.yaml'], 'lat.yaml does not exist; did you mean late.yaml?'],
      [['now.yaml', '--shard', '4/3'], '--shard 4/3 is not I/N with I from 1 to N'],
      [
        ['now.yaml', '--precision', '5%', '--precision-figure', 'machines.everlicensed'],
        'now has no figure machines.everlicensed; did you mean `machines.everLicensed`?',
      ],
    ];
    for (const [words, message] of refusals) {
      const { status, output, errors } = await vasimHere(['compare', ...words], { cwd: work });
      expect({ status, output }).toEqual({ status: 2, output: '' });
      expect(errors).toContain(message);
    }
  });
});
