import { CHART_CHOICES } from '../../charts/chart-choices.ts';
import { EVENT_CHOICES } from '../../recording/event-choices.ts';
import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { COMMON_OPTIONS } from '../shared/common-options.ts';
import { DESIGN_OPTION } from '../shared/input/choose-design.ts';
import { REPORT_OPTIONS } from '../shared/report-options.ts';

/** The options of `vasim run`, as help shows them. */
export const RUN_OPTIONS = {
  ...COMMON_OPTIONS,
  until: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'how long to simulate, such as "90 d", in place of the scenario\'s duration',
  },
  events: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    choices: EVENT_CHOICES,
    default: 'changes',
    describe: 'what events.csv lists: what changed, also every contact, or nothing',
  },
  design: DESIGN_OPTION,
  charts: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    choices: CHART_CHOICES,
    default: 'trouble',
    describe: 'of which groups charts are drawn: of those that had trouble, or of all',
  },
  'windows-logs': {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe:
      "GROUP or all: also write the logs that Windows would keep, as CSV and XML, of each KMS host and that group's clients (all: with a list of the computers)",
  },
  excel: {
    type: 'boolean',
    recorded: true,
    describe: 'write tables that Excel opens right by a double click: UTF-8 with a byte order mark, CRLF',
  },
  ...REPORT_OPTIONS,
} as const satisfies OptionTable;

/** The arguments of `vasim run`. */
export type RunArguments = ArgumentsOf<typeof RUN_OPTIONS, { FILE: string }>;
