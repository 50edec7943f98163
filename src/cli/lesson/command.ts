import type { Command } from '../shared/command.ts';
import { LESSON_OPTIONS, type LessonArguments } from './options.ts';

/** `vasim lesson`. */
export const lessonCommand: Command<LessonArguments> = {
  usage: 'lesson [NUMBER]',
  summary: 'learn: predict what an estate does, run it, and see why',
  description:
    'Lists the lessons, or gives one: it asks a question, lets you predict the answer, runs the estate, and shows the difference and the explanation with its source. Then come changes to try, each with a prediction of its own. Nothing is shown before you have predicted. On a terminal it asks; elsewhere the prediction is given with --answer.',
  positionals: { NUMBER: "the lesson's number or name, or a scenario file with a `lesson:` of its own" },
  options: LESSON_OPTIONS,
  examples: [
    ['$0 lesson', 'the list'],
    ['$0 lesson 3', 'the third, which asks for your prediction'],
    ['$0 lesson 3 --answer 0', 'with the prediction, for scripts'],
    ['$0 lesson 3 --try 1 --answer 0', 'the first change to try'],
  ],
  async perform(args, host) {
    const { giveLesson } = await import('./perform.ts');
    return giveLesson(args, host);
  },
};
