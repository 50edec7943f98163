import type { ArgumentsOf, Command } from '../command.ts';
import { COMMON_OPTIONS } from '../common-options.ts';

const OPTIONS = {
  ...COMMON_OPTIONS,
  out: { ...COMMON_OPTIONS.out, describe: 'folder for the results; out/compare-NAME-NAME by default' },
  replications: {
    type: 'string',
    requiresArg: true,
    describe: 'how often each design is run; 30 by default',
  },
  precision: {
    type: 'string',
    requiresArg: true,
    describe: 'such as 5%: go on until the interval of a figure is that narrow, in share of its mean',
  },
  'precision-figure': {
    type: 'string',
    requiresArg: true,
    describe: 'the figure that --precision is about; machines.everNotification by default',
  },
  'max-replications': {
    type: 'string',
    requiresArg: true,
    describe: 'where --precision gives up; 1000 by default',
  },
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
} as const;

/** The options and words of `vasim compare`. */
export type CompareArguments = ArgumentsOf<typeof OPTIONS, { FILE: string[] }>;

export const compareCommand: Command<CompareArguments> = {
  usage: 'compare <FILE..>',
  summary: 'run several designs many times and tell how they differ',
  description:
    'Runs every design many times, all of them with the same random numbers (one seed for all, that of the first FILE unless --seed says another), and tells how each differs from the first. The designs are the FILEs and the variants that they name under `designs`. Replications are kept beside the results, in .vasim-replications: more of them, or the same again after a break, run only what is missing. What a scenario expects of a run is not looked at.',
  words: { FILE: 'the scenarios: YAML or JSON; - reads standard input' },
  options: OPTIONS,
  examples: [
    ['$0 compare now.yaml planned.yaml', 'results go to out/compare-now-planned'],
    ['$0 compare now.yaml planned.yaml --replications 200', 'after 30: runs the missing 170'],
    ['$0 compare now.yaml planned.yaml --precision 5%', 'as many as it takes'],
    ['$0 compare now.yaml planned.yaml --shard 3/16', 'a sixteenth, on one of 16 computers'],
  ],
  async perform(args, outside) {
    const { compareScenarios } = await import('../compare-scenarios.ts');
    return compareScenarios(args, outside);
  },
};
