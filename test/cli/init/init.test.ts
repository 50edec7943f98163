import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TEMPLATE_NAMES, TEMPLATES } from '../../../src/advice/templates/templates.ts';
import { weighedWarnings } from '../../../src/advice/warnings/weighed.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { runInMemory } from '../../scenarios/run-in-memory.ts';
import { type Ended, makeWorkFolder, removeWorkFolder, vasimHere } from '../vasim.ts';

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
});
afterEach(() => removeWorkFolder(work));

const init = (...words: string[]): Promise<Ended> => vasimHere(['init', ...words], { cwd: work });
const read = (name: string): string => readFileSync(join(work, name), 'utf8');

describe('vasim init', () => {
  test('writes a scenario and the schema beside it, and ends with the two next commands', async () => {
    const { status, errors } = await init('branch-offices');
    expect(status).toBe(0);
    expect(read('branch-offices.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\/scenario\.schema\.json\n/,
    );
    expect(JSON.parse(read('scenario.schema.json'))).toHaveProperty('properties.machines');
    expect(errors).toMatch(
      /Next:\n {2}vasim validate branch-offices\.yaml\n {2}vasim run branch-offices\.yaml\n$/,
    );
    expect((await vasimHere(['validate', 'branch-offices.yaml'], { cwd: work })).output).toBe(
      'branch-offices.yaml: ok\n',
    );
  });

  test('overwrites nothing', async () => {
    writeFileSync(join(work, 'core.yaml'), 'mine');
    const { status, errors } = await init();
    expect(status).toBe(2);
    expect(errors).toContain('core.yaml exists already');
    expect(read('core.yaml')).toBe('mine');
  });

  test('names the template that was meant', async () => {
    const { status, errors } = await init('branch-ofices');
    expect(status).toBe(2);
    expect(errors).toContain('did you mean `branch-offices`?');
  });
});

test.each(TEMPLATE_NAMES)('the template %s is warned of nothing and does what it says', (name) => {
  const scenario = scenarioOf(TEMPLATES[name].text);
  expect(weighedWarnings(scenario).shown).toEqual([]);
  const { failedExpectations } = runInMemory(scenario, { events: 'none' });
  // The class is to find out why.
  expect(failedExpectations.length).toBe(name === 'training' ? 1 : 0);
});
