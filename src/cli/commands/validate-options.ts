import type { ArgumentsOf } from '../command.ts';
import { commonOptionsHiding } from '../common-options.ts';

/** The options of `vasim validate`, as help shows them. */
export const VALIDATE_OPTIONS = {
  ...commonOptionsHiding(['out', 'no-charts']),
  resolved: {
    type: 'boolean',
    describe: 'print the scenario as YAML with everything merged (one FILE)',
  },
} as const;

/** The options and words of `vasim validate`, as they were given. */
export type ValidateArguments = ArgumentsOf<typeof VALIDATE_OPTIONS, { FILE: string[] }>;
