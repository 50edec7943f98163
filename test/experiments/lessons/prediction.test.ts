import { describe, expect, test } from 'vitest';
import {
  judge,
  offered,
  type Question,
  questionOf,
  questionOfTry,
  readAnswer,
} from '../../../src/experiments/lessons/prediction.ts';
import { figuresIn, withFigures } from '../../../src/experiments/lessons/prose.ts';
import type { Lesson } from '../../../src/scenario/schema/lessons.ts';

const NUMBER: Question = { kind: 'figure', ask: 'How many?', figure: 'machines.notificationDays' };
const CHOICE: Question = { kind: 'choices', ask: 'Which?', choices: ['25', 'b', 'Never'], answer: 'Never' };
const figures = (notificationDays: number | null) => ({ machines: { notificationDays } });

function verdictOn(written: string, actual: number | null) {
  const prediction = readAnswer(NUMBER, written);
  if (prediction === null) throw new Error(`${written} was not read`);
  return judge(NUMBER, prediction, figures(actual));
}

describe('a number that is predicted', () => {
  test.each([
    ['1435', 1435],
    ['1,435', 1435],
    [' 26.7 ', 26.6667],
    ['27', 26.6667],
    ['none', null],
  ])('as %s is right when the run gives %s', (written, actual) => {
    expect(verdictOn(written, actual)).toMatchObject({
      right: true,
      sentence: expect.stringMatching(/^Right: /),
    });
  });

  test('is shown with the difference when the run gives another', () => {
    expect(verdictOn('40', 1)).toMatchObject({
      right: false,
      difference: 39,
      sentence: 'You predicted 40; the run gives 1: 39 less than you predicted.',
    });
    expect(verdictOn('1', 1435).sentence).toBe(
      'You predicted 1; the run gives 1,435: 1,434 more than you predicted.',
    );
    expect(verdictOn('26.5', 26.6667).right).toBe(false);
    expect(verdictOn('3', null)).toMatchObject({ right: false, difference: null });
  });

  test.each(['', 'many', '1,43', '1e3', '12 d'])('cannot be %s', (written) => {
    expect(readAnswer(NUMBER, written)).toBeNull();
  });
});

describe('a choice', () => {
  test('is offered behind letters, and named by its words or its letter, words first', () => {
    expect(offered(CHOICE)).toEqual(['a) 25', 'b) b', 'c) Never']);
    const chosen = (written: string) => readAnswer(CHOICE, written);
    expect(chosen('never')).toEqual({ kind: 'choices', choice: 'Never' });
    expect(chosen('C')).toEqual({ kind: 'choices', choice: 'Never' });
    expect(chosen('a)')).toEqual({ kind: 'choices', choice: '25' });
    expect(chosen('d')).toBeNull();
  });

  test('that is wrong is answered with the right one', () => {
    const { right, sentence } = judge(CHOICE, { kind: 'choices', choice: '25' }, {});
    expect(right).toBe(false);
    expect(sentence).toBe('You chose: 25. Right is: Never.');
  });
});

test('a try without a prediction of its own kind is answered by what the lesson is', () => {
  const common = { explain: 'Because.', source: 'Guide' };
  const change = { set: [], ask: 'And now?', explain: 'So.' };
  const byFigure: Lesson = {
    ...common,
    question: 'Q?',
    predict: { ask: 'How many?', figure: 'machines.total' },
    tries: [],
  };
  expect(questionOfTry(byFigure, change)).toEqual({
    kind: 'figure',
    ask: 'And now?',
    figure: 'machines.total',
  });
  const byChoice: Lesson = { ...byFigure, predict: { ask: 'Which?', choices: ['x', 'y'], answer: 'x' } };
  expect(questionOf(byChoice)).toMatchObject({ kind: 'choices', answer: 'x' });
  expect(questionOfTry(byChoice, { ...change, answer: 'y' })).toMatchObject({
    choices: ['x', 'y'],
    answer: 'y',
  });
  expect(questionOfTry(byChoice, { ...change, figure: 'machines.total' })).toMatchObject({ kind: 'figure' });
});

test('figures in a text are those of the run, and YAML in it is none', () => {
  const text = 'All {machines.notificationDays} of { network: core } and {machines.missing}.';
  expect(figuresIn(text)).toEqual(['machines.notificationDays', 'machines.missing']);
  expect(withFigures(text, figures(1435.25))).toBe('All 1,435.25 of { network: core } and none.');
});
