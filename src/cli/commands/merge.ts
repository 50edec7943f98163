import type { Command } from '../command.ts';
import { MERGE_OPTIONS, type MergeArguments } from './merge-options.ts';

/** `vasim merge`. */
export const mergeCommand: Command<MergeArguments> = {
  usage: 'merge <DIR..>',
  summary: 'join the parts that --shard has made',
  description:
    'Joins folders that `vasim compare --shard` or `vasim sweep --shard` has made, on one computer or on many, into the folder that a run in one place would have made, byte for byte. Parts of other scenarios, seeds or versions are refused; replications that are missing are listed.',
  words: { DIR: 'the folders of the parts, in any order' },
  options: MERGE_OPTIONS,
  examples: [
    ['$0 merge out/compare-now-planned.part-*', 'results go to out/compare-now-planned'],
    ['$0 merge part-* --partial --out so-far', 'a look at what is done'],
  ],
  async perform(args, outside) {
    const { mergeParts } = await import('../merge-parts.ts');
    return mergeParts(args, outside);
  },
};
