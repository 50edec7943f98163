import { isoMinute } from '../basics/dates.ts';
import { counted } from '../basics/shown.ts';
import type { LogFacts } from './log-book.ts';

/** Says for people what a log has. */
export function logOrigin(title: string, { records, answers, requests }: LogFacts): string[] {
  const times = records.flatMap(({ requests: [first, ...rest] }) => [
    first.time,
    (rest.at(-1) ?? first).time,
  ]);
  const period = times.length === 0 ? '' : `, ${isoMinute(least(times))} to ${isoMinute(most(times))}`;
  const more = answers.length === 0 ? '' : ` and ${counted(answers.length, 'answer')}`;
  return [
    `${title}: ${counted(requests, 'request')}${more} of ${counted(records.length, 'client')}${period}`,
  ];
}

function least(times: readonly number[]): number {
  return times.reduce((one, other) => Math.min(one, other));
}

function most(times: readonly number[]): number {
  return times.reduce((one, other) => Math.max(one, other));
}
