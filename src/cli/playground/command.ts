import type { Command } from '../shared/command.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { PLAYGROUND_OPTIONS, type PlaygroundArguments } from './options.ts';

/** `vasim playground`. */
export const playgroundCommand: Command<PlaygroundArguments> = {
  usage: 'playground [FILE..]',
  summary: 'write a page in which scenarios are written, run and compared',
  description:
    "Writes one HTML file that works from a double click, without a network and without anything installed: an editor with the language's errors, completion and hovers, and the engine to run and compare what is written in it. Without FILE it has the scenarios that vasim is shipped with.",
  positionals: { FILE: 'scenarios to put into it, with those that they extend' },
  options: PLAYGROUND_OPTIONS,
  examples: [
    ['$0 playground', 'the shipped scenarios, in out/playground/playground.html'],
    ['$0 playground branch.yaml --out class.html', 'one scenario of yours, in class.html'],
  ],
  async perform(args, host) {
    requireThread(host);
    const { makePlayground } = await import('./perform.ts');
    return makePlayground(args, host);
  },
};
