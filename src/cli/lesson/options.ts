import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';

/** The options of `vasim lesson`, as help shows them. */
export const LESSON_OPTIONS = {
  ...commonOptionsHiding(['out', 'seed', 'set', 'no-charts']),
  answer: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe: 'what you predict: a number, or a choice by its letter or its words; a terminal asks for it',
  },
  try: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe: 'N: one of the changes that the lesson suggests, with a prediction of its own',
  },
} as const satisfies OptionTable;

/** The arguments of `vasim lesson`. */
export type LessonArguments = ArgumentsOf<typeof LESSON_OPTIONS, { NUMBER?: string }>;
