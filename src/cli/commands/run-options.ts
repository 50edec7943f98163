import { EVENT_CHOICES } from '../../recording/event-choices.ts';
import type { ArgumentsOf } from '../command.ts';
import { COMMON_OPTIONS } from '../common-options.ts';

/** The options of `vasim run`, as help shows them. */
export const RUN_OPTIONS = {
  ...COMMON_OPTIONS,
  until: {
    type: 'string',
    requiresArg: true,
    describe: 'how long to simulate, such as "90 d", in place of the scenario\'s duration',
  },
  events: {
    type: 'string',
    requiresArg: true,
    choices: EVENT_CHOICES,
    default: 'changes',
    describe: 'what events.csv lists: what changed, also every contact, or nothing',
  },
  design: {
    type: 'string',
    requiresArg: true,
    describe: "one of the scenario's `designs` in place of the scenario itself",
  },
  'windows-logs': {
    type: 'string',
    requiresArg: true,
    describe: "GROUP: also write the logs that Windows would keep, of each KMS host and that group's clients",
  },
} as const;

/** The options and words of `vasim run`, as they were given. */
export type RunArguments = ArgumentsOf<typeof RUN_OPTIONS, { FILE: string }>;
