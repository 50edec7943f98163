import { MINUTES_PER_DAY, type Minutes } from '../../../engine/time.ts';
import type { EstateParameters } from '../../../model/definitions/parameters.ts';
import type { Pause } from './endings.ts';
import { type Harm, Harms } from './harm.ts';
import type { OutageStart } from './outage-starts.ts';

/** How long something may be down if that begins on a certain day. */
export interface Tolerance {
  readonly start: OutageStart;
  /** The longest outage below all that harm; `null` when none of up to {@link MAX_OUTAGE} harms. */
  readonly tolerated: Minutes | null;
  /** The shortest that was found to harm, one step longer; `null` when there is none. */
  readonly harmful: Minutes | null;
  /** What that one does. */
  readonly harm: Harm | null;
  /** A longer outage that was tried and does no harm, against what the search relies on; else `null`. */
  readonly exception: Minutes | null;
}

/** No longer outages are tried. */
export const MAX_OUTAGE: Minutes = 365 * MINUTES_PER_DAY;

/** Lengths that are tried from every day, in days, before the gap below the first harmful one is halved. */
const TRIAL_LENGTHS = [1, 7, 30, 60, 90, 120, 180, 210, 240, 365];

/** What is asked. */
export interface ToleranceQuestion {
  readonly parameters: EstateParameters;
  /** What is down: a name that the timeline's `down` takes. */
  readonly target: string;
  /** The lengths that are told apart are multiples of it. */
  readonly resolution: Minutes;
  /** An outage is tolerated if it harms in none of them. */
  readonly replications: number;
  /** One or more. */
  readonly starts: readonly OutageStart[];
}

/**
 * Finds the longest outage that brings no machine to Notification or Unlicensed that would not have come there
 * without it, for each day on which it may begin. Some lengths are tried, and the gap below the first that
 * harms is halved: within it longer is taken to be worse.
 *
 * @param onStart is told how many of the days are done
 */
export async function findTolerances(
  question: ToleranceQuestion,
  pause: Pause,
  onStart: (done: number) => void = () => {},
): Promise<Tolerance[]> {
  const { parameters, target, replications, starts } = question;
  const latest = Math.max(...starts.map(({ minute }) => minute)) + MAX_OUTAGE;
  const harms = new Harms(parameters, target, replications, latest, pause);
  const found: Tolerance[] = [];
  for (const start of starts) {
    onStart(found.length);
    found.push(await toleranceFrom(start, question.resolution, harms));
  }
  return found;
}

async function toleranceFrom(start: OutageStart, resolution: Minutes, harms: Harms): Promise<Tolerance> {
  const harmOf = (steps: number) => harms.of(start.minute, steps * resolution);
  let low = 0;
  let high: { readonly steps: number; readonly harm: Harm } | null = null;
  let exception: Minutes | null = null;
  for (const steps of rungsIn(resolution)) {
    const harm = await harmOf(steps);
    if (harm === null && high === null) low = steps;
    else if (harm === null) exception = steps * resolution;
    else high ??= { steps, harm };
  }
  if (high === null) return { start, tolerated: null, harmful: null, harm: null, exception };
  while (high.steps - low > 1) {
    const middle = Math.floor((low + high.steps) / 2);
    const harm = await harmOf(middle);
    if (harm === null) low = middle;
    else high = { steps: middle, harm };
  }
  return { start, tolerated: low * resolution, harmful: high.steps * resolution, harm: high.harm, exception };
}

/** The lengths that are tried first, in steps of the resolution, ascending. */
function rungsIn(resolution: Minutes): number[] {
  const steps = TRIAL_LENGTHS.map((days) => Math.floor((days * MINUTES_PER_DAY) / resolution));
  return [...new Set(steps.filter((count) => count > 0))];
}
