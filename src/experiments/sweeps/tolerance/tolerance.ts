import { MINUTES_PER_HOUR, type Minute, type Minutes } from '../../../engine/time.ts';
import type { EstateParameters } from '../../../model/definitions/parameters.ts';
import type { Pause } from './end-states.ts';
import { type EndStateEntry, OutageImpact } from './outage-impact.ts';
import type { OutageStart } from './outage-starts.ts';
import { OutagesFrom } from './outages-from.ts';
import { MAX_OUTAGE, type TrialLengths, trialLengths } from './trial-lengths.ts';

/** Neighbors among the lengths that were tried, all of which harm. */
export interface HarmfulRange {
  readonly from: Minutes;
  /** The longest of them; `null` of a range that has no end: an outage harms before it would end. */
  readonly to: Minutes | null;
  /** What the shortest of them does. */
  readonly harm: EndStateEntry;
}

/** How long something may be down if that begins at a certain time. */
export interface Tolerance {
  readonly start: OutageStart;
  /** The longest outage below all that harm; `null` when none that was tried harms. */
  readonly tolerated: Minutes | null;
  /** All lengths that harm, ascending; empty when none that was tried does. */
  readonly harmful: readonly HarmfulRange[];
  /** The longest that was tried and harms nobody, though a shorter one does; else `null`. */
  readonly exception: Minutes | null;
}

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
  /** The lengths that are tried; those of {@link trialLengths} unless others are asked for. */
  readonly trials?: TrialLengths;
}

/** What is found. */
export interface ToleranceFindings {
  readonly tolerances: readonly Tolerance[];
  readonly trials: TrialLengths;
}

/**
 * Finds which outages bring a machine to Notification or Unlicensed at a time at which it would not be there without, for each
 * time at which they may begin. All lengths of {@link trialLengths} are tried: a longer outage need not be worse, since clients that
 * have moved to another host together make its count, and a few of them do not.
 *
 * @param onProgress is told the part that is done, 0 to 1, and the time whose outages are being tried
 */
export async function findTolerances(
  question: ToleranceQuestion,
  pause: Pause,
  onProgress: (done: number, start: OutageStart) => void = () => {},
): Promise<ToleranceFindings> {
  const { parameters, starts, resolution } = question;
  const { trials = trialLengths(parameters, resolution) } = question;
  const latest =
    Math.max(...starts.map(({ minute }) => minute)) + HOURS_OF_DAY * MINUTES_PER_HOUR + MAX_OUTAGE;
  const impact = new OutageImpact({ ...question, latest }, pause);
  const tolerances: Tolerance[] = [];
  for (const [index, start] of starts.entries()) {
    const onLength = (part: number) => onProgress((index + part) / starts.length, start);
    onLength(0);
    const worst = start.hour === 'worst' ? await worstHour(start, impact) : start;
    const outages = await OutagesFrom.begin(worst.minute, question.replications, impact);
    tolerances.push(await toleranceFrom(worst, trials, outages, onLength));
  }
  return { tolerances, trials };
}

const HOURS_OF_DAY = 24;

/**
 * The hour of the day from which on an outage without an end harms after the shortest time; the first of equal ones, and of none
 * that harm.
 */
async function worstHour(start: OutageStart, impact: OutageImpact): Promise<OutageStart> {
  let worst = start;
  let shortest = Number.POSITIVE_INFINITY;
  for (let hour = 0; hour < HOURS_OF_DAY; hour += 1) {
    const minute: Minute = start.minute + hour * MINUTES_PER_HOUR;
    const { harm } = await impact.of(minute, null, 0);
    if (harm === null) return worst;
    if (harm.minute - minute >= shortest) continue;
    shortest = harm.minute - minute;
    worst = { ...start, minute };
  }
  return worst;
}

async function toleranceFrom(
  start: OutageStart,
  { lengths }: TrialLengths,
  outages: OutagesFrom,
  onLength: (part: number) => void,
): Promise<Tolerance> {
  const { endless } = outages;
  // An outage that lasts longer than until an endless one harms has done the same by then.
  const certain = endless === null ? Number.POSITIVE_INFINITY : endless.minute - start.minute;
  const toTry = lengths.filter((length) => length <= certain);
  const ranges: HarmfulRange[] = [];
  let tolerated: Minutes = 0;
  let exception: Minutes | null = null;
  let previousHarms = false;
  for (const [index, length] of toTry.entries()) {
    onLength(index / toTry.length);
    const harm = await outages.harmOf(length);
    const last = ranges.at(-1);
    if (harm === null && last === undefined) tolerated = length;
    else if (harm === null) exception = length;
    else if (previousHarms && last !== undefined) ranges[ranges.length - 1] = { ...last, to: length };
    else ranges.push({ from: length, to: length, harm });
    previousHarms = harm !== null;
  }
  if (endless !== null) addEndless(ranges, previousHarms, lengths[toTry.length], endless);
  return { start, tolerated: ranges.length === 0 ? null : tolerated, harmful: ranges, exception };
}

/** The range without an end: it begins with the last one of those that were tried, if that harms up to it. */
function addEndless(
  ranges: HarmfulRange[],
  joins: boolean,
  from: Minutes | undefined,
  harm: EndStateEntry,
): void {
  const last = ranges.at(-1);
  if (joins && last !== undefined) ranges[ranges.length - 1] = { ...last, to: null };
  else if (from !== undefined) ranges.push({ from, to: null, harm });
}
