import { MINUTES_PER_DAY } from '../../engine/time.ts';
import { LONGEST_FIRST_WAIT } from '../../recording/figures/first-waits.ts';
import { formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';
import { largestUnseenShare } from '../statistics/mean-interval.ts';
import type { Comparison } from './compare.ts';
import { BEYOND_WAIT, NOTIFIED } from './figure-descriptions.ts';
import { percent } from './sentences.ts';
import { LEAST_REPLICATIONS } from './verdict.ts';

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

/** How far verdicts can be trusted, as sentences; of one design none. */
export function verdictNotes(comparison: Comparison): string[] {
  const { confidence, random, designs } = comparison;
  if (designs.length < 2) return [];
  const waits = waitNotes(comparison);
  if (!random)
    return [
      'Nothing in these designs is random: all replications are equal, and differences are exact.',
      ...waits,
    ];
  const count = Math.min(...designs.map(({ inCommon }) => inCommon));
  const few =
    count < LEAST_REPLICATIONS
      ? [`Fewer than ${LEAST_REPLICATIONS} replications show nothing: no verdict is given.`]
      : [];
  return [
    ...few,
    'The first figure carries the verdict, the others are adjusted together: of ' +
      `${formatNumber(1 / (1 - confidence), 0)} comparisons of designs that do not differ about one shows any difference.`,
    ...waits,
  ];
}

/** Where systems without a grace only waited for their first license, what counts the other machines in Notification. */
function waitNotes({ figures }: Comparison): string[] {
  const meansOf = (wanted: string) =>
    figures
      .find(({ description }) => description.path === wanted)
      ?.designs.map(({ estimate }) => estimate.mean);
  const beyond = meansOf(BEYOND_WAIT);
  const waited =
    meansOf(NOTIFIED)?.some((mean, place) => (mean ?? 0) > (beyond?.[place] ?? mean ?? 0)) === true;
  if (!waited) return [];
  return [
    `Machines without a grace begin in Notification: ${BEYOND_WAIT} leaves out those that were licensed within ${LONGEST_FIRST_WAIT / MINUTES_PER_DAY} days ` +
      `(--primary ${BEYOND_WAIT}).`,
  ];
}

/** How far the intervals can be trusted, as sentences. */
export function intervalNotes({ confidence, random, designs }: Comparison): string[] {
  if (!random) return [];
  const count = Math.min(...designs.map(({ replications }) => replications));
  const notes = [
    `Intervals are of ${percent(confidence)} confidence, each for its own figure, and not simultaneous; verdicts are.`,
  ];
  if (count >= 2)
    notes.push(
      `A value that is equal in all of ${count} replications has an interval of width 0, which is right only where ` +
        `chance plays no part: up to ${percent(Math.ceil(largestUnseenShare(count, confidence) * 1000) / 1000)} of all ` +
        'replications might still differ.',
    );
  return notes;
}
