import type { Command } from '../shared/command.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { COMPARE_OPTIONS, type CompareArguments } from './options.ts';

/** `vasim compare`. */
export const compareCommand: Command<CompareArguments> = {
  usage: 'compare <FILE..>',
  summary: 'run several designs many times and show how they differ',
  description:
    'Runs every design many times, all with the same random numbers (the seed of the first FILE, or --seed), and shows how each differs from the first. The designs are the FILEs and the variants that they list under `designs`. Replications are kept next to the results, in .vasim-replications: a later comparison runs only what is missing. Expectations (`expect`) are not checked.',
  positionals: { FILE: 'the scenarios: YAML or JSON; - reads standard input' },
  options: COMPARE_OPTIONS,
  examples: [
    ['$0 compare now.yaml planned.yaml', 'results go to out/compare-now-planned'],
    ['$0 compare now.yaml planned.yaml --replications 200', 'after 30: runs the missing 170'],
    ['$0 compare now.yaml planned.yaml --precision 5%', 'as many as it takes'],
    ['$0 compare now.yaml planned.yaml --shard 3/16', 'a sixteenth, on one of 16 computers'],
  ],
  async perform(args, host) {
    requireThread(host);
    const { compareScenarios } = await import('./perform.ts');
    return compareScenarios(args, host);
  },
};
