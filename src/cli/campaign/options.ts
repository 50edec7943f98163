import type { OptionTable } from '../command.ts';

/** Options of the commands that run many replications, in the order in which help shows them. */
export const CAMPAIGN_OPTIONS = {
  workers: {
    type: 'string',
    requiresArg: true,
    describe: 'how many run at the same time, whatever the results; all cores by default',
  },
  shard: {
    type: 'string',
    requiresArg: true,
    describe: 'I/N, such as 3/16: run only that part of the replications; `vasim merge` joins the parts',
  },
  fresh: { type: 'boolean', describe: 'forget the replications that earlier runs have kept' },
} as const satisfies OptionTable;
