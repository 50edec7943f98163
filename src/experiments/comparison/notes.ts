import { formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';
import { largestUnseenShare } from '../statistics/mean-interval.ts';
import type { Comparison } from './compare.ts';
import { percent } from './sentences.ts';

/** What a reader must know of the replications, as sentences: how many, and whether some could not be paired. */
export function replicationNotes({ designs }: Comparison): string[] {
  const [first, ...others] = designs;
  const partial = others.filter(
    ({ replications, inCommon }) => inCommon < replications || inCommon < first.replications,
  );
  return partial.map(
    ({ name, replications, inCommon }) =>
      `${plainText(name)} has results of ${replications} replications, ${plainText(first.name)} of ` +
      `${first.replications}: only the ${inCommon} that both have are paired.`,
  );
}

/** How far the intervals can be trusted, as sentences. */
export function intervalNotes({ confidence, designs }: Comparison): string[] {
  const count = Math.min(...designs.map(({ replications }) => replications));
  const notes = [
    `Intervals are of ${percent(confidence)} confidence, each for its own figure, and not simultaneous: ` +
      `${chanceFindings(confidence)}.`,
  ];
  if (count >= 2)
    notes.push(
      `A value that is equal in all of ${count} replications has an interval of width 0, which is right only where ` +
        `chance plays no part: up to ${percent(Math.ceil(largestUnseenShare(count, confidence) * 1000) / 1000)} of all ` +
        'replications might still differ.',
    );
  return notes;
}

function chanceFindings(confidence: number): string {
  const figures = formatNumber(1 / (1 - confidence), 0);
  return `of ${figures} figures without any real difference about one shows a difference by chance`;
}
