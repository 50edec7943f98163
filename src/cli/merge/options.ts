import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';

const COMMON = commonOptionsHiding(['seed', 'set']);

/** The options of `vasim merge`, as help shows them. */
export const MERGE_OPTIONS = {
  ...COMMON,
  out: {
    ...COMMON.out,
    describe: 'folder for the results; by default where `compare` or `sweep` would put the whole',
  },
  partial: {
    type: 'boolean',
    recorded: false,
    describe: 'merge what exists even if replications are missing',
  },
} as const satisfies OptionTable;

/** The arguments of `vasim merge`. */
export type MergeArguments = ArgumentsOf<typeof MERGE_OPTIONS, { DIR: string[] }>;
