import type { CompareArguments } from './commands/compare-options.ts';
import type { ComparePlan } from './compare-plan.ts';
import { fileNameOf } from './named-scenario.ts';

/**
 * The words of a `compare` that decide its results: what the manifest keeps. Where results go and who runs what is
 * left out: parts that are joined have the words of a run in one place.
 */
export function recordedComparison(args: CompareArguments, { replications, goal }: ComparePlan): string[] {
  const words = ['vasim', 'compare', ...args.FILE.map(fileNameOf)];
  if (args.seed !== undefined) words.push('--seed', args.seed);
  for (const setting of args.set ?? []) words.push('--set', setting);
  words.push('--replications', String(replications));
  if (goal !== null) {
    words.push('--precision', `${goal.percentage}%`, '--precision-figure', goal.figure);
    words.push('--max-replications', String(goal.mostReplications));
  }
  if (args['no-charts']) words.push('--no-charts');
  return words;
}

/** Words as they are typed into a shell. */
export function asTyped(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
