import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';
import { OUT_FILE_OPTION } from '../shared/results/output.ts';

/** The options of `vasim validate`, as help shows them. */
export const VALIDATE_OPTIONS = {
  ...commonOptionsHiding(['no-charts']),
  out: OUT_FILE_OPTION,
  strict: {
    type: 'boolean',
    recorded: false,
    describe: 'end with exit status 4 when there are warnings',
  },
  resolved: {
    type: 'boolean',
    recorded: false,
    describe: 'print the scenario as YAML with everything merged (one FILE)',
  },
} as const satisfies OptionTable;

/** The arguments of `vasim validate`. */
export type ValidateArguments = ArgumentsOf<typeof VALIDATE_OPTIONS, { FILE: string[] }>;
