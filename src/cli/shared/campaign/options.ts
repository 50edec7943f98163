import type { OptionTable } from '../command.ts';

/** Options of the commands that run many replications, in the order in which help shows them. */
export const CAMPAIGN_OPTIONS = {
  workers: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe: 'number of worker threads; it does not change results; by default the number of cores',
  },
  shard: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe: 'I/N, such as 3/16: run only that part of the replications; `vasim merge` joins the parts',
  },
  fresh: {
    type: 'boolean',
    recorded: false,
    describe: 'discard the replications that earlier runs have kept',
  },
} as const satisfies OptionTable;
