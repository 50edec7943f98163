import { describe, expect, test } from 'vitest';
import { loadWithFigures } from '../../../src/experiments/loading/load-scenario.ts';
import { formatDiagnostic } from '../../../src/text/diagnostics.ts';
import { SCENARIO } from '../../cli/vasim.ts';
import { inMemory, MAIN } from '../../scenario/in-memory.ts';

const LESSON = `lesson:
  question: How many?
  predict: { ask: 'How many are licensed?', figure: machines.everLicensed }
  explain: 'All {machines.everLicensed}.'
  source: Guide
  tries:
    - { set: machines.desks.count=24, ask: And now?, explain: '{hosts.kms-1.maxCount} is too few.' }
    - set: { machines.desks.count: 40, hosts.kms-1.online: 1 d }
      ask: Choose.
      choices: [fewer, more]
      answer: more
      explain: More.
`;

/** The first line of each error. */
function errorsOf(lesson: string, more: Readonly<Record<string, string>> = {}, set: readonly string[] = []) {
  const files = { [MAIN]: `${SCENARIO}${lesson}`, ...more };
  const overrides = set.map((path) => ({ path, value: 'null' }));
  const loaded = loadWithFigures(MAIN, inMemory(files), { overrides });
  return loaded.ok ? [] : loaded.diagnostics.map((each) => formatDiagnostic(each).split('\n')[0]);
}

const changed = (from: string, to: string) => LESSON.replace(from, to);

describe('a lesson', () => {
  test('in which nothing is wrong is taken, with settings as text or as a map', () => {
    expect(errorsOf(LESSON)).toEqual([]);
  });

  test('is read once, however many tries change it', () => {
    const sources = inMemory({ [MAIN]: `${SCENARIO}${LESSON}` });
    const asked: string[] = [];
    const read = (path: string) => {
      asked.push(path);
      return sources.read(path);
    };
    expect(loadWithFigures(MAIN, { ...sources, read }).ok).toBe(true);
    expect(asked).toEqual([MAIN]);
  });

  test.each([
    ['figure: machines.everLicensed }', 'figure: machines.everLicenced }', '17:53: error[unknown-figure]'],
    ["explain: 'All {machines.everLicensed}.'", "explain: '{machines.ever}'", '18:12: error[unknown-figure]'],
    [
      '{hosts.kms-1.maxCount} is',
      '{hosts.kms-9.maxCount} is',
      'error[unknown-figure]: no run of the changed',
    ],
    [
      'machines.desks.count=24',
      'machines.desk.count=24',
      '21:14: error[unusable-try]: this change cannot be made',
    ],
    ['machines.desks.count=24', 'machines.desks', 'error[invalid-value]: expected PATH=VALUE'],
    ['      answer: more\n', '', 'error[missing-key]: `choices` need their `answer`'],
    ['      answer: more', '      answer: most', 'error[unknown-value]: the answer is none of the choices'],
    ['figure: machines.everLicensed }', 'answer: "30" }', 'error[missing-key]: a prediction needs'],
    ['figure: machines.everLicensed }', 'figure: machines.total, answer: "30" }', 'error[conflicting-keys]'],
    ['choices: [fewer, more]', 'choices: [more]', 'error[out-of-range]: expected at least 2 choices'],
    ['choices: [fewer, more]', 'choices: [more, more]', 'error[duplicate-value]'],
    ['source: Guide', 'sauce: Guide', 'error[unknown-key]: unknown key `sauce`'],
  ])('with %s written as %s has one error at its place', (from, to, error) => {
    const [first, ...others] = errorsOf(changed(from, to));
    expect(first).toContain(error);
    expect(others).toEqual([]);
  });

  test('may have changes that other settings make impossible', () => {
    const child = { 'child.yaml': `extends: ./${MAIN}\nmachines: { desks: null }\nexpect: []\n` };
    const files = { [MAIN]: `${SCENARIO}${LESSON}`, ...child };
    expect(loadWithFigures('child.yaml', inMemory(files)).ok).toBe(true);
    expect(errorsOf(LESSON, {}, ['hosts.kms-1.online'])).toEqual([]);
  });
});
