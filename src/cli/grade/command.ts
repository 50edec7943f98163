import type { Command } from '../shared/command.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { GRADE_OPTIONS, type GradeArguments } from './options.ts';

/** `vasim grade`. */
export const gradeCommand: Command<GradeArguments> = {
  usage: 'grade <EXERCISE> [ANSWER..]',
  summary: 'set an exercise, or grade the answers of a class',
  description:
    'Without ANSWER it shows the task of an exercise, what may be changed, and the goals. An answer is a scenario file that changes the exercise: only the changed keys (a merge patch), or the whole scenario. Each is laid over the exercise and run on the same seeds. A row an answer says what it reached; grades.csv has them for a class, goals.csv each goal with its interval. An answer that is wrong is a row with the reason and does not stop the others.',
  positionals: {
    EXERCISE: 'a scenario with an `exercise:`, or the name of one that vasim is shipped with',
    ANSWER: 'files of answers; * is expanded',
  },
  options: GRADE_OPTIONS,
  examples: [
    ['$0 grade lab', 'what is to be done'],
    ['$0 grade lab answer.yaml', 'an answer, on seeds that everybody knows'],
    ['$0 grade lab "class/*.yaml" --secret "winter 12"', 'a class, on seeds that nobody knows'],
  ],
  async perform(args, host) {
    requireThread(host);
    const { gradeAnswers } = await import('./perform.ts');
    return gradeAnswers(args, host);
  },
};
