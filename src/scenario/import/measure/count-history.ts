import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import { isoDate, startOfDay } from '../basics/dates.ts';
import type { ClientRequest } from '../computers/request.ts';

/** How long a host remembers a client, and how many: twice the largest threshold asked with. */
const RECORD_LIFE = 30 * MINUTES_PER_DAY;
const USUAL_THRESHOLD = 25;

/** The count of a KMS host as its log lets one work it out. */
export interface CountHistory {
  readonly least: number;
  readonly most: number;
  readonly last: number;
  /** From this day on records of before the log's beginning no longer count. */
  readonly sureFrom: string;
}

/**
 * Works out a host's count at the end of each day: the CMIDs of physical clients that it was asked with in the 30
 * days before, at most twice the largest threshold.
 *
 * @param requests of one host, the oldest first
 */
export function countHistory(requests: readonly ClientRequest[]): CountHistory | null {
  if (requests.length === 0) return null;
  const seen = new Map<string, number>();
  const first = startOfDay(requests[0].time);
  const end = startOfDay(requests[requests.length - 1].time);
  let [least, most, last, next, threshold] = [Number.POSITIVE_INFINITY, 0, 0, 0, 0];
  for (let day = first; day <= end; day += MINUTES_PER_DAY) {
    const until = day + MINUTES_PER_DAY;
    for (; next < requests.length && requests[next].time < until; next++) {
      const { virtual, code, clientMachineId, time, threshold: needed } = requests[next];
      threshold = Math.max(threshold, needed ?? USUAL_THRESHOLD);
      if (virtual !== true && code === 0) seen.set(clientMachineId, time);
    }
    for (const [id, time] of seen) if (until - time >= RECORD_LIFE) seen.delete(id);
    last = Math.min(seen.size, 2 * threshold);
    most = Math.max(most, last);
    if (day >= Math.min(first + RECORD_LIFE, end)) least = Math.min(least, last);
  }
  return { least, most, last, sureFrom: isoDate(Math.min(first + RECORD_LIFE, end)) };
}
