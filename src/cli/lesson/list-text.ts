import { offered, questionOf, questionOfTry } from '../../experiments/lessons/prediction.ts';
import { formatSetting } from '../../scenario/schema/settings.ts';
import { wrapped } from '../../text/wrap.ts';
import type { ReadLesson } from './lesson-list.ts';

const INDENT = 6;

/** The lessons with their questions, and the names of the exercises, for a terminal. */
export function listLines(
  lessons: readonly ReadLesson[],
  exercises: readonly string[],
  width: number,
): string[] {
  return [
    ...lessons.flatMap(({ number, title, lesson }) => [
      `${number.padEnd(INDENT)}${title}`,
      ...wrapped(lesson.question, width, ' '.repeat(INDENT)),
    ]),
    '',
    '`vasim lesson 1` begins with the first.',
    ...wrapped(`Exercises, for \`vasim grade NAME\`: ${exercises.join(', ')}.`, width),
  ];
}

/** The lessons as `--json` has them: what is asked, and no answers. */
export function listJson(lessons: readonly ReadLesson[]): object {
  return {
    formatVersion: 1,
    lessons: lessons.map(({ number, name, title, lesson }) => ({
      number,
      name,
      title,
      question: lesson.question,
      ask: lesson.predict.ask,
      choices: offered(questionOf(lesson)),
      tries: lesson.tries.map((each, index) => ({
        number: index + 1,
        set: each.set.map(formatSetting),
        ask: each.ask,
        choices: offered(questionOfTry(lesson, each)),
      })),
    })),
  };
}
