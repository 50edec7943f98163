import {
  offered,
  type Prediction,
  type Question,
  questionOf,
  questionOfTry,
  readAnswer,
} from '../../experiments/lessons/prediction.ts';
import type { Lesson } from '../../scenario/schema/lessons.ts';
import { formatSetting, type Override } from '../../scenario/schema/settings.ts';
import { wrapped } from '../../text/wrap.ts';
import { UsageError } from '../shared/command-line-error.ts';

const INDENT = '  ';

/** The lesson itself or one of its tries: a question, a run, an explanation. */
export interface LessonPart {
  /** From 1; `null`: the lesson itself. */
  readonly number: number | null;
  readonly asked: Question;
  /** What is changed for it. */
  readonly set: readonly Override[];
  /** What is known when the run is made, with figures to be filled in. */
  readonly explain: string;
}

/** The lesson as it stands. */
export function wholePart(lesson: Lesson): LessonPart {
  return { number: null, asked: questionOf(lesson), set: [], explain: lesson.explain };
}

/** The tries of a lesson. */
export function tryParts(lesson: Lesson): LessonPart[] {
  return lesson.tries.map((each, index) => ({
    number: index + 1,
    asked: questionOfTry(lesson, each),
    set: each.set,
    explain: each.explain,
  }));
}

/**
 * The try that `--try` names.
 *
 * @throws UsageError when there is none
 */
export function chosenTry(lesson: Lesson, written: string): LessonPart {
  const tries = tryParts(lesson);
  const found = tries.find(({ number }) => String(number) === written.trim());
  if (found !== undefined) return found;
  const range = tries.length === 0 ? 'the lesson has none' : `it is one of 1 to ${tries.length}`;
  throw new UsageError(`--try ${written}: ${range}`);
}

/** What is asked, as lines of at most `width` characters: the changes of a try, the question, the choices. */
export function askLines({ asked, set }: LessonPart, width: number): string[] {
  return [
    ...set.flatMap((setting) => wrapped(`Change: ${formatSetting(setting)}`, width)),
    ...wrapped(asked.ask, width),
    ...offered(asked).flatMap((choice) => wrapped(choice, width, INDENT)),
  ];
}

/**
 * Reads a prediction that was given as an option.
 *
 * @throws UsageError when it cannot be one
 */
export function givenPrediction(asked: Question, written: string): Prediction {
  const prediction = readAnswer(asked, written);
  if (prediction !== null) return prediction;
  const choices = asked.kind === 'figure' ? 'a number' : `one of: ${offered(asked).join('; ')}`;
  throw new UsageError(`--answer ${written}: expected ${choices}`);
}
