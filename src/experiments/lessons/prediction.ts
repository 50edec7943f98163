import { figureAt } from '../../recording/figures/expectations.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import type { Lesson, LessonTry } from '../../scenario/schema/lessons.ts';
import { groupThousands } from '../../text/numbers.ts';
import { shownFigure } from './prose.ts';

/** What a student is asked before a run. */
export type Question = FigureQuestion | ChoiceQuestion;

/** Is answered by a number that the run gives. */
export interface FigureQuestion {
  readonly kind: 'figure';
  readonly ask: string;
  /** A path in `summary.json`. */
  readonly figure: string;
}

/** Is answered by one of some texts. */
export interface ChoiceQuestion {
  readonly kind: 'choices';
  readonly ask: string;
  readonly choices: readonly string[];
  readonly answer: string;
}

/** What a student answered. */
export type Prediction =
  | { readonly kind: 'figure'; readonly value: number | null; readonly decimals: number }
  | { readonly kind: 'choices'; readonly choice: string };

/** How a prediction compares with the run. */
export interface Verdict {
  readonly right: boolean;
  /** What was predicted and what the run gave, as people read it. */
  readonly predicted: string;
  readonly actual: string;
  /** Predicted less actual; `null` where one of them is no number. */
  readonly difference: number | null;
  /** One sentence or two. */
  readonly sentence: string;
}

/** What the lesson itself asks. */
export function questionOf({ predict }: Lesson): Question {
  const { ask, figure, choices, answer } = predict;
  return question(ask, figure, choices, answer);
}

/** What a try asks: with nothing of its own, by what the lesson is answered. */
export function questionOfTry({ predict }: Lesson, own: LessonTry): Question {
  const inherits = own.figure === undefined && own.choices === undefined;
  return question(
    own.ask,
    inherits ? predict.figure : own.figure,
    inherits ? predict.choices : own.choices,
    own.answer,
  );
}

function question(
  ask: string,
  figure: string | undefined,
  choices: readonly string[] | undefined,
  answer: string | undefined,
): Question {
  if (figure !== undefined) return { kind: 'figure', ask, figure };
  if (choices !== undefined && answer !== undefined) return { kind: 'choices', ask, choices, answer };
  throw new Error('a prediction that nothing answers passed the checks of the language');
}

/** The letter by which a choice can be named. */
export function letterOf(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

/** The choices as they are offered, each behind its letter; none where a number is asked. */
export function offered(asked: Question): string[] {
  return asked.kind === 'choices'
    ? asked.choices.map((choice, index) => `${letterOf(index)}) ${choice}`)
    : [];
}

/** What an answer looks like, in words. */
export function expectedAnswer(asked: Question): string {
  return asked.kind === 'figure'
    ? 'a number'
    : `one of the letters a to ${letterOf(asked.choices.length - 1)}`;
}

/** A number as people type it: `1,435`, `-3`, `26.7`. */
const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const NO_FIGURE = /^(?:none|null)$/i;

/**
 * Reads an answer: a number (or `none`, for a figure that does not exist), or a choice by its letter or its words.
 *
 * @returns null when it is neither
 */
export function readAnswer(asked: Question, written: string): Prediction | null {
  const answer = written.trim();
  if (asked.kind === 'figure') {
    if (NO_FIGURE.test(answer)) return { kind: 'figure', value: null, decimals: 0 };
    const [whole, fraction = ''] = NUMBER.exec(answer) ?? [];
    if (whole === undefined) return null;
    return { kind: 'figure', value: Number(whole.replaceAll(',', '')), decimals: fraction.length };
  }
  const same = (text: string) => text.trim().toLowerCase() === answer.toLowerCase();
  const byWords = asked.choices.find(same);
  const byLetter = asked.choices.find((_, index) => same(letterOf(index)) || same(`${letterOf(index)})`));
  const choice = byWords ?? byLetter;
  return choice === undefined ? null : { kind: 'choices', choice };
}

/**
 * Compares a prediction with a run. A number is right when the run's, rounded to the decimals that were typed, is the
 * same.
 */
export function judge(asked: Question, prediction: Prediction, figures: Figures): Verdict {
  if (asked.kind === 'figure' && prediction.kind === 'figure')
    return judgeNumber(prediction, figureAt(figures, asked.figure));
  if (asked.kind !== 'choices' || prediction.kind !== 'choices')
    throw new Error('a prediction was read for another question');
  const right = prediction.choice === asked.answer;
  return {
    right,
    predicted: prediction.choice,
    actual: asked.answer,
    difference: null,
    sentence: right
      ? `Right: ${asked.answer}.`
      : `You chose: ${prediction.choice}. Right is: ${asked.answer}.`,
  };
}

function judgeNumber(prediction: Prediction & { kind: 'figure' }, actual: number | null): Verdict {
  const { value, decimals } = prediction;
  const predicted = value === null ? 'none' : groupThousands(value.toFixed(decimals));
  const shown = shownFigure(actual);
  if (value === null || actual === null) {
    const right = value === actual;
    const sentence = right ? `Right: ${shown}.` : `You predicted ${predicted}; the run gives ${shown}.`;
    return { right, predicted, actual: shown, difference: null, sentence };
  }
  const right = Number(actual.toFixed(decimals)) === value;
  const difference = value - actual;
  const off = `${shownFigure(Math.abs(difference))} ${difference > 0 ? 'less' : 'more'} than you predicted`;
  const sentence = right ? `Right: ${shown}.` : `You predicted ${predicted}; the run gives ${shown}: ${off}.`;
  return { right, predicted, actual: shown, difference, sentence };
}
