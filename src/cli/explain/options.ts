import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';
import { DESIGN_OPTION } from '../shared/input/choose-design.ts';
import { OUT_FILE_OPTION } from '../shared/results/output.ts';

/** The options of `vasim explain`, as help shows them. */
export const EXPLAIN_OPTIONS = {
  ...commonOptionsHiding(['no-charts']),
  out: OUT_FILE_OPTION,
  at: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'the moment to explain, such as "40 d" or 2008-04-12, in place of the whole run',
  },
  replication: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'the run of a comparison to repeat, from 0; 0 is what `vasim run` simulates',
  },
  design: DESIGN_OPTION,
} as const satisfies OptionTable;

/** The arguments of `vasim explain`. */
export type ExplainArguments = ArgumentsOf<typeof EXPLAIN_OPTIONS, { FILE: string; SUBJECT?: string }>;
