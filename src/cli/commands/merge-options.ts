import type { ArgumentsOf } from '../command.ts';
import { commonOptionsHiding } from '../common-options.ts';

const COMMON = commonOptionsHiding(['seed', 'set']);

/** The options of `vasim merge`, as help shows them. */
export const MERGE_OPTIONS = {
  ...COMMON,
  out: {
    ...COMMON.out,
    describe: 'folder for the results; by default where `compare` or `sweep` would put the whole',
  },
  partial: { type: 'boolean', describe: 'join what is there even if replications are missing' },
} as const;

/** The options and words of `vasim merge`, as they were given. */
export type MergeArguments = ArgumentsOf<typeof MERGE_OPTIONS, { DIR: string[] }>;
