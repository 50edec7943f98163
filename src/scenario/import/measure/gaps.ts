import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../../engine/time.ts';
import type { ClientRequest, HostAnswer } from '../computers/request.ts';

/** License status that WMI numbers 1. */
export const LICENSED = 1;
/** License status of the grace after installation. */
export const INITIAL_GRACE = 2;

/** How long an activation by KMS is valid: what a license's rest is measured against. */
const ACTIVATION_VALIDITY = 180 * MINUTES_PER_DAY;

/** From one successful contact of a client to its next request. */
export interface Gap {
  readonly minutes: number;
  /** Whether the client was licensed when it asked: then the gap is that of a renewal. */
  readonly renewal: boolean;
}

/**
 * The gaps of a client: between its requests, and in front of the first one as the rest of its license says it.
 *
 * @param requests the oldest first
 */
export function gapsOf(requests: readonly ClientRequest[]): Gap[] {
  return requests.flatMap(({ time, status, minutesToExpiry }, index) => {
    const renewal = status === LICENSED;
    if (index > 0) {
      const minutes = time - requests[index - 1].time;
      return minutes > 0 ? [{ minutes, renewal }] : [];
    }
    const since = renewal && minutesToExpiry !== null ? ACTIVATION_VALIDITY - minutesToExpiry : 0;
    return since > 0 && since < ACTIVATION_VALIDITY ? [{ minutes: since, renewal }] : [];
  });
}

/** The intervals that clients keep; null where too few gaps say it. */
export interface Intervals {
  readonly activation: number | null;
  readonly renewal: number | null;
}

/** Gaps that must agree for an interval to be measured. */
const MIN_AGREEING = 5;
/** The share of gaps that must agree. */
const MIN_SHARE = 0.2;
/** Gaps this close to each other are one interval: a client's clock and a busy host may be minutes late. */
const TOLERANCE = 15;
/** Shorter gaps are of clients that try to activate. */
const SHORTEST_RENEWAL = 12 * MINUTES_PER_HOUR;
/** What hosts may give (policy of KMS). */
const RANGE = [15, 30 * MINUTES_PER_DAY] as const;

/** The intervals that hosts give: as their answers have them, else as the gaps between requests show them. */
export function intervalsOf(gaps: readonly Gap[], answers: readonly HostAnswer[]): Intervals {
  if (answers.length > 0) {
    return {
      activation: mostCommon(answers.map(({ activationInterval }) => activationInterval)),
      renewal: mostCommon(answers.map(({ renewalInterval }) => renewalInterval)),
    };
  }
  return {
    activation: agreed(gaps.filter(({ minutes, renewal }) => !renewal && minutes < SHORTEST_RENEWAL)),
    renewal: agreed(gaps.filter(({ minutes, renewal }) => renewal && minutes >= SHORTEST_RENEWAL)),
  };
}

function mostCommon(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = [...counts].sort(([a, one], [b, other]) => other - one || a - b)[0]?.[0];
  return best === undefined ? null : within(best);
}

/** The shortest interval that many gaps agree on: longer ones are those of absent computers. */
function agreed(gaps: readonly Gap[]): number | null {
  const sorted = gaps.map(({ minutes }) => minutes).sort((a, b) => a - b);
  const needed = Math.max(MIN_AGREEING, sorted.length * MIN_SHARE);
  let best: { start: number; length: number } | null = null;
  for (let start = 0, end = 0; start < sorted.length; start++) {
    while (end < sorted.length && sorted[end] - sorted[start] <= TOLERANCE) end++;
    const length = end - start;
    if (length >= needed && (best === null || length > best.length)) best = { start, length };
  }
  if (best === null) return null;
  return within(mostCommon(sorted.slice(best.start, best.start + best.length)) ?? sorted[best.start]);
}

function within(minutes: number): number | null {
  return minutes >= RANGE[0] && minutes <= RANGE[1] ? minutes : null;
}
