import { type LessonPart, tryParts } from '../../experiments/lessons/lesson-part.ts';
import { offered, type Prediction, type Question, readAnswer } from '../../experiments/lessons/prediction.ts';
import type { Lesson } from '../../scenario/schema/lessons.ts';
import { formatSetting } from '../../scenario/schema/settings.ts';
import { wrapped } from '../../text/wrap.ts';
import { UsageError } from '../shared/command-line-error.ts';

const INDENT = '  ';

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
