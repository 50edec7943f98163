import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadScenario, ScenarioError } from '../../../src/library/vasim.ts';
import { makeWorkFolder, removeWorkFolder, SCENARIO, vasimHere } from '../vasim.ts';

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
  writeFileSync(join(work, 'bad.yaml'), BAD);
});
afterEach(() => removeWorkFolder(work));

const BAD = SCENARIO.replace('machines.everLicensed', 'machines.everLicenced');
const ERROR =
  /bad\.yaml:14:15: error\[unknown-figure\]: .*\n.*\n {18}\^{21}\n {2}help: did you mean `machines\.everLicensed`\?/;

test.each([
  ['validate', 'bad.yaml'],
  ['run', 'bad.yaml'],
  ['explain', 'bad.yaml'],
  ['plan', 'bad.yaml'],
  ['compare', 'branch.yaml', 'bad.yaml'],
  ['sweep', 'bad.yaml', '--vary', 'machines.desks.count=20,30'],
  ['sweep', 'bad.yaml', '--tolerance', 'kms-1'],
])('%s %s ends with 3 before anything runs when `expect` names no figure', async (...words) => {
  const { status, errors } = await vasimHere(words, { cwd: work });
  expect(errors).toMatch(ERROR);
  expect(status).toBe(3);
  expect(existsSync(join(work, 'out'))).toBe(false);
});

test('the library throws the same error', () => {
  expect(() => loadScenario(BAD)).toThrow(ScenarioError);
  expect(() => loadScenario(BAD)).toThrow('did you mean `machines.everLicensed`?');
});

test('a margin of the first scenario that another one has no figure for is an error of the scenario', async () => {
  const margins = `${SCENARIO}equivalence: { hosts.kms-1.requests: 5, machines.everNotification: 1 }\n`;
  writeFileSync(join(work, 'now.yaml'), margins);
  writeFileSync(join(work, 'later.yaml'), SCENARIO.replaceAll('kms-1', 'kms-2'));
  const { status, errors } = await vasimHere(['compare', 'now.yaml', 'later.yaml'], { cwd: work });
  expect(errors).toMatch(
    /^now\.yaml:15:16: error\[unknown-figure\]: no run of `later`, which is compared, has a figure `hosts\.kms-1\.requests`\n.*\n.*\n {2}help: did you mean `hosts\.kms-2\.requests`\?\n$/,
  );
  expect(status).toBe(3);
});
