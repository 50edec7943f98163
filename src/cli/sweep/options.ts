import { CAMPAIGN_OPTIONS } from '../shared/campaign/options.ts';
import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { COMMON_OPTIONS } from '../shared/common-options.ts';

/** The options of `vasim sweep`. */
export const SWEEP_OPTIONS = {
  ...COMMON_OPTIONS,
  out: { ...COMMON_OPTIONS.out, describe: 'folder for the results; out/sweep-NAME by default' },
  vary: {
    type: 'string',
    array: true,
    nargs: 1,
    recorded: true,
    describe:
      'PATH=FROM..TO, PATH=FROM..TO..STEP or PATH=VALUE,VALUE: a setting, as for --set; once or twice',
  },
  figure: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'the figure to chart and report; machines.everNotification by default',
  },
  tolerance: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'NAME of a link, host, zone or network, `microsoft` or `internet`: how long may it be down?',
  },
  start: {
    type: 'string',
    array: true,
    nargs: 1,
    recorded: true,
    describe:
      'when the outage of --tolerance begins, such as "40 d" or 2008-04-12T14:00; once or more; by default the first of each month at its worst hour',
  },
  resolution: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'precision of --tolerance, such as "12 h"; "1 d" by default',
  },
  replications: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe:
      'number of replications of each point; 30 by default, 1 with --tolerance where nothing is random',
  },
  'all-figures': {
    type: 'boolean',
    recorded: true,
    describe: 'also the figures of each group, host and key, not only of the whole estate',
  },
  ...CAMPAIGN_OPTIONS,
} as const satisfies OptionTable;

/** The arguments of `vasim sweep`. */
export type SweepArguments = ArgumentsOf<typeof SWEEP_OPTIONS, { FILE: string }>;
