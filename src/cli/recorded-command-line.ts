import type { RunArguments } from './commands/run-options.ts';
import { fileNameOf } from './named-scenario.ts';

/**
 * The words of a `run` that decide its results: what the manifest keeps. Where results go and how they are
 * shown is left out, and so are folders: the same run has the same words on every computer.
 */
export function recordedCommandLine(args: RunArguments): string[] {
  const words = ['vasim', 'run', fileNameOf(args.FILE)];
  if (args.seed !== undefined) words.push('--seed', args.seed);
  for (const setting of args.set ?? []) words.push('--set', setting);
  if (args.until !== undefined) words.push('--until', args.until);
  if (args.events !== 'changes') words.push('--events', args.events);
  if (args.design !== undefined) words.push('--design', args.design);
  if (args['windows-logs'] !== undefined) words.push('--windows-logs', args['windows-logs']);
  if (args['no-charts']) words.push('--no-charts');
  return words;
}
