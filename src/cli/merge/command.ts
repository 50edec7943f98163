import type { Command } from '../shared/command.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { MERGE_OPTIONS, type MergeArguments } from './options.ts';

/** `vasim merge`. */
export const mergeCommand: Command<MergeArguments> = {
  usage: 'merge <DIR..>',
  summary: 'merge the parts that --shard has made',
  description:
    'Merges folders that `vasim compare --shard` or `vasim sweep --shard` has made, on one computer or on many, into the folder that a run in one place would have made, byte for byte. Parts of other scenarios, seeds or versions are refused; missing replications are listed.',
  positionals: { DIR: 'the folders of the parts, in any order' },
  options: MERGE_OPTIONS,
  examples: [
    ['$0 merge out/compare-now-planned.part-*', 'results go to out/compare-now-planned'],
    ['$0 merge part-* --partial --out so-far', 'a look at what is done'],
  ],
  async perform(args, host) {
    requireThread(host);
    const { mergeFolders } = await import('./perform.ts');
    return mergeFolders(args, host);
  },
};
