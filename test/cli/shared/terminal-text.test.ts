import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkFolder, removeWorkFolder, SCENARIO, vasimHere } from '../vasim.ts';

/** A title that turns the direction of the terminal, and would clear it. */
const TITLE = 'Branch \u202Eevil\u200B \u001b[2J';

let work: string;
beforeAll(() => {
  work = makeWorkFolder();
  const title = JSON.stringify(TITLE).replace(
    /[^ -~]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(join(work, 'odd.yaml'), SCENARIO.replace('title: Branch', `title: ${title}`));
});
afterAll(() => removeWorkFolder(work));

test.each([
  ['plan', 'odd.yaml'],
  ['explain', 'odd.yaml'],
  ['validate', 'odd.yaml'],
  ['run', 'odd.yaml', '--no-charts', '--no-report'],
])('%s shows what a terminal would obey as code points', async (...words) => {
  const { status, output, errors } = await vasimHere(words, { cwd: work });
  expect(status).toBe(0);
  for (const sign of ['\u202E', '\u200B', '\u001b']) expect(`${output}${errors}`).not.toContain(sign);
});
