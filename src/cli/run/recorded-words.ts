import type { RunArguments } from '../commands/run-options.ts';
import { firstWords } from '../recorded-words.ts';

/**
 * The words of a `run` that decide its results: what the manifest keeps. Where results go and how they are
 * shown is left out, and so are folders: the same run has the same words on every computer.
 */
export function recordedCommandLine(args: RunArguments): string[] {
  const words = firstWords('run', [args.FILE], args);
  if (args.until !== undefined) words.push('--until', args.until);
  if (args.events !== 'changes') words.push('--events', args.events);
  if (args.design !== undefined) words.push('--design', args.design);
  if (args['windows-logs'] !== undefined) words.push('--windows-logs', args['windows-logs']);
  if (args['no-charts']) words.push('--no-charts');
  return words;
}
