import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vasimHere } from '../cli/vasim.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll('\r\n', '\n');

test('the explanation that the README shows is what `vasim explain` says', async () => {
  const { output } = await vasimHere(['explain', 'scenarios/04-host-lost.yaml'], { cwd: root });
  expect(readme).toContain(`\`\`\`text\n${output}\`\`\``);
});

test('the warning that the README shows is that of its scenario', async () => {
  const { output, errors } = await vasimHere(['validate', 'scenarios/05-too-many-hosts-3.yaml'], {
    cwd: root,
  });
  expect(readme).toContain(`\`\`\`text\n${errors}${output}\`\`\``);
});

test('the worksheet that the README shows is that of the branch offices', async () => {
  const place = mkdtempSync(join(tmpdir(), 'vasim-plan-'));
  try {
    const out = join(place, 'plan');
    const { output } = await vasimHere(['plan', 'scenarios/03-branch-offices.yaml', '--out', out], {
      cwd: root,
    });
    const table = output.slice(output.indexOf('3. Table 2'), output.indexOf('4. Keys')).trimEnd();
    expect(readme).toContain(`\`\`\`text\n${table}\n\n${output.trimEnd().split('\n').at(-1)}\n\`\`\``);
  } finally {
    rmSync(place, { recursive: true });
  }
});
