import type { CampaignPlan } from '../campaign/plan.ts';
import type { CompareArguments } from '../commands/compare-options.ts';
import { firstWords } from '../recorded-words.ts';

/**
 * The words of a `compare` that decide its results: what the manifest keeps. Where results go and who runs what is
 * left out: parts that are joined have the words of a run in one place.
 */
export function recordedComparison(args: CompareArguments, { replications, goal }: CampaignPlan): string[] {
  const words = firstWords('compare', args.FILE, args);
  words.push('--replications', String(replications));
  if (goal !== null) {
    words.push('--precision', `${goal.percentage}%`, '--precision-figure', goal.figure);
    words.push('--max-replications', String(goal.mostReplications));
  }
  if (args['no-charts']) words.push('--no-charts');
  return words;
}
