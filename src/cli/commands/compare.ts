import type { Command } from '../command.ts';
import { COMPARE_OPTIONS, type CompareArguments } from './compare-options.ts';

/** `vasim compare`. */
export const compareCommand: Command<CompareArguments> = {
  usage: 'compare <FILE..>',
  summary: 'run several designs many times and tell how they differ',
  description:
    'Runs every design many times, all of them with the same random numbers (one seed for all, that of the first FILE unless --seed says another), and tells how each differs from the first. The designs are the FILEs and the variants that they name under `designs`. Replications are kept beside the results, in .vasim-replications: more of them, or the same again after a break, run only what is missing. What a scenario expects of a run is not looked at.',
  words: { FILE: 'the scenarios: YAML or JSON; - reads standard input' },
  options: COMPARE_OPTIONS,
  examples: [
    ['$0 compare now.yaml planned.yaml', 'results go to out/compare-now-planned'],
    ['$0 compare now.yaml planned.yaml --replications 200', 'after 30: runs the missing 170'],
    ['$0 compare now.yaml planned.yaml --precision 5%', 'as many as it takes'],
    ['$0 compare now.yaml planned.yaml --shard 3/16', 'a sixteenth, on one of 16 computers'],
  ],
  async perform(args, outside) {
    const { compareScenarios } = await import('../compare/compare-scenarios.ts');
    return compareScenarios(args, outside);
  },
};
