import { afterAll, describe, expect, test } from 'vitest';
import { type Question, questionOf, questionOfTry } from '../../src/experiments/lessons/prediction.ts';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Lesson } from '../../src/scenario/schema/lessons.ts';
import { RENEWING, readFingerprints, renewFingerprints } from './fingerprints.ts';
import { LESSON_ANSWERS } from './lesson-answers.ts';
import { type HashedRun, runHashed } from './run-in-memory.ts';
import { shipped, shippedNames, textOf } from './shipped.ts';

const NAMES = shippedNames();
const scenarios = new Map(NAMES.map((name) => [name, shipped(name)]));
const runs = new Map<string, HashedRun>();

function scenarioOf(name: string): Scenario {
  const scenario = scenarios.get(name);
  if (scenario === undefined) throw new Error(`no scenario ${name} is shipped`);
  return scenario;
}

/** The run of a shipped scenario as it stands; each is run once. */
function runOf(name: string): HashedRun {
  const run = runs.get(name) ?? runHashed(scenarioOf(name));
  runs.set(name, run);
  return run;
}

function lessonOf(name: string): Lesson {
  const { lesson } = scenarioOf(name);
  if (lesson === null) throw new Error(`${name} has no lesson`);
  return lesson;
}

/** The right answer: the figure of the run, or the choice that the lesson says. */
function answerTo(asked: Question, run: Pick<HashedRun, 'summary'>): number | string | null {
  return asked.kind === 'figure' ? figureAt(run.summary, asked.figure) : asked.answer;
}

describe.each(NAMES)('the shipped scenario %s', (name) => {
  test('meets all its expectations, and has some', () => {
    expect(runOf(name).failedExpectations).toEqual([]);
    expect(scenarioOf(name).expectations.length).toBeGreaterThanOrEqual(3);
  });

  test('has a title of its own and a lesson that asks, explains and names its source', () => {
    const text = textOf(name);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./scenario.schema.json');
    expect(text).toMatch(/^title: ./m);
    const lesson = lessonOf(name);
    expect(text).toMatch(/^lesson:$/m);
    expect(lesson.question).toMatch(/\?$/);
    expect(lesson.explain.length).toBeGreaterThan(100);
    expect(lesson.tries.length).toBeGreaterThan(0);
  });

  test('answers its prediction, and those of the changes it suggests, which change what happens', () => {
    const lesson = lessonOf(name);
    const before = runHashed(scenarioOf(name), { events: 'none' }).sha256;
    const answers = [answerTo(questionOf(lesson), runOf(name))];
    for (const each of lesson.tries) {
      const changed = runHashed(shipped(name, { overrides: each.set }), { events: 'none' });
      expect(changed.sha256, each.ask).not.toEqual(before);
      answers.push(answerTo(questionOfTry(lesson, each), changed));
    }
    expect(answers).toEqual(LESSON_ANSWERS[name]);
  });

  test.skipIf(RENEWING)('gives what its fingerprint says, and the fingerprint says why', () => {
    const { [name]: known } = readFingerprints();
    expect(known, 'fingerprints.ts says how to make the missing entry').toBeDefined();
    expect(known.why).toMatch(/^.{20,}\.$/);
    expect(runOf(name).sha256, 'fingerprints.ts says how to renew it if this is meant').toEqual(known.sha256);
  });

  test('gives the same bytes again', () => {
    const again = runHashed(scenarioOf(name));
    expect(again.sha256).toEqual(runOf(name).sha256);
    expect(again.summary).toEqual(runOf(name).summary);
  });
});

test('scenarios are shipped, and their titles differ', () => {
  expect(NAMES.length).toBeGreaterThan(0);
  expect(new Set(NAMES.map((name) => scenarioOf(name).title)).size).toBe(NAMES.length);
});

test.skipIf(RENEWING)('no fingerprint is left of a scenario that is not shipped any more', () => {
  expect(Object.keys(readFingerprints())).toEqual(NAMES);
});

afterAll(() => {
  if (RENEWING) renewFingerprints(new Map(NAMES.map((name) => [name, runOf(name).sha256])));
});
