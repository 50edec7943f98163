import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExerciseFile, layAnswer } from '../../../src/experiments/exercises/answer.ts';
import { criterionText, type Grade, gradeOf } from '../../../src/experiments/exercises/grade.ts';
import { loadWithFigures } from '../../../src/experiments/loading/load-scenario.ts';
import { isRandom } from '../../../src/experiments/replications/randomness.ts';
import { replicate } from '../../../src/experiments/replications/replicate.ts';
import { formatDiagnostic } from '../../../src/text/diagnostics.ts';
import { EXERCISE_ANSWERS } from './exercise-answers.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios/exercises');
const NAMES = readdirSync(FOLDER).map((file) => basename(file, '.yaml'));

function exerciseNamed(name: string): ExerciseFile {
  const file = join(FOLDER, `${name}.yaml`);
  const sources = {
    read: (path: string) => readFileSync(path, 'utf8'),
    resolve: (from: string, reference: string) => join(dirname(from), reference),
  };
  const loaded = loadWithFigures(file, sources);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(formatDiagnostic).join('\n'));
  const { scenario } = loaded;
  if (scenario.exercise === null) throw new Error(`${name} is no exercise`);
  return { file, sources, scenario: { ...scenario, exercise: scenario.exercise } };
}

function gradeAnswer(text: string, exercise: ExerciseFile): Grade {
  const laid = layAnswer('answer.yaml', text, exercise);
  if (!laid.ok) throw new Error(laid.diagnostics.map(formatDiagnostic).join('\n'));
  const { parameters } = laid.scenario;
  const count = isRandom(parameters) ? exercise.scenario.exercise.replications : 1;
  const runs = Array.from({ length: count }, (_, number) => replicate(parameters, number).figures);
  return gradeOf(exercise.scenario.exercise, runs);
}

test('there are six, and each has its answers', () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(6);
  expect(Object.keys(EXERCISE_ANSWERS)).toEqual(NAMES);
});

describe.each(NAMES)('the exercise %s', (name) => {
  const exercise = exerciseNamed(name);
  const { goals } = exercise.scenario.exercise;
  const { model, wrong, cheats } = EXERCISE_ANSWERS[name];

  test('is passed by its model answer', () => {
    expect(gradeAnswer(model, exercise)).toMatchObject({ passed: true, points: goals.length, lost: null });
  });

  test('refuses what reaches the goals by anything but the task', () => {
    for (const answer of cheats) {
      const laid = layAnswer('answer.yaml', answer, exercise);
      if (laid.ok) expect(gradeAnswer(answer, exercise).lost, answer).toMatch(/^limit: /);
      else expect(laid.diagnostics.map(formatDiagnostic).join('\n'), answer).toContain('may not be changed');
    }
  });

  test('has a wrong answer for each goal, which loses that and nothing else', () => {
    expect(wrong).toHaveLength(goals.length);
    for (const [index, answer] of wrong.entries()) {
      const grade = gradeAnswer(answer, exercise);
      const lost = grade.goals.filter(({ held }) => !held).map(criterionText);
      expect(lost, answer).toEqual([criterionText(goals[index])]);
      expect(grade).toMatchObject({ passed: false, points: goals.length - 1 });
      expect(grade.lost).toContain(criterionText(goals[index]));
    }
  });
});
