import type { SweepArguments } from '../commands/sweep-options.ts';
import { firstWords } from '../recorded-words.ts';

/**
 * The words of a `sweep` that decide its results: what the manifest keeps. Where results go and who runs what is
 * left out.
 *
 * @param replications of every point
 */
export function recordedSweep(args: SweepArguments, replications: number): string[] {
  const words = firstWords('sweep', [args.FILE], args);
  for (const variation of args.vary ?? []) words.push('--vary', variation);
  for (const option of ['figure', 'tolerance', 'resolution'] as const) {
    const value = args[option];
    if (value !== undefined) words.push(`--${option}`, value);
  }
  words.push('--replications', String(replications));
  if (args['no-charts']) words.push('--no-charts');
  return words;
}
