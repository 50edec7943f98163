import { CAMPAIGN_OPTIONS } from '../campaign/options.ts';
import type { ArgumentsOf } from '../command.ts';
import { COMMON_OPTIONS } from '../common-options.ts';

/** The options of `vasim sweep`. */
export const SWEEP_OPTIONS = {
  ...COMMON_OPTIONS,
  out: { ...COMMON_OPTIONS.out, describe: 'folder for the results; out/sweep-NAME by default' },
  vary: {
    type: 'string',
    array: true,
    nargs: 1,
    describe:
      'PATH=FROM..TO, PATH=FROM..TO..STEP or PATH=VALUE,VALUE: a setting, as for --set; once or twice',
  },
  figure: {
    type: 'string',
    requiresArg: true,
    describe: 'the figure that is charted and told of; machines.everNotification by default',
  },
  tolerance: {
    type: 'string',
    requiresArg: true,
    describe: 'NAME of a link, host, zone or network, `microsoft` or `internet`: how long may it be down?',
  },
  resolution: {
    type: 'string',
    requiresArg: true,
    describe: 'how exactly --tolerance is told, such as "12 h"; "1 d" by default',
  },
  replications: {
    type: 'string',
    requiresArg: true,
    describe: 'how often each point is run; 30 by default, 1 with --tolerance',
  },
  ...CAMPAIGN_OPTIONS,
} as const;

/** The options and words of `vasim sweep`. */
export type SweepArguments = ArgumentsOf<typeof SWEEP_OPTIONS, { FILE: string }>;
