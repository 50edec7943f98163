import { MINUTES_PER_DAY, type Minutes } from '../../../engine/time.ts';
import type { EstateParameters } from '../../../model/definitions/parameters.ts';
import { longestGraceAfterExpiry } from '../../../model/definitions/system-lookups.ts';

/** No longer outages are tried. */
export const MAX_OUTAGE: Minutes = 365 * MINUTES_PER_DAY;

/** Beyond the longest interval of the estate only every so many steps are tried. */
const COARSE_STEPS = 10;
const MARGIN: Minutes = 30 * MINUTES_PER_DAY;

/** The lengths of outages that are tried. */
export interface TrialLengths {
  /** Ascending. */
  readonly lengths: readonly Minutes[];
  /** Up to here every multiple of {@link step} is tried. */
  readonly fineUntil: Minutes;
  readonly step: Minutes;
  /** The step beyond. */
  readonly coarseStep: Minutes;
}

/**
 * Every multiple of the resolution up to the longest interval of the estate and 30 days more, then every tenth: what an outage does
 * depends on which intervals it spans, and past the longest there are no more of them.
 *
 * @param resolution 1 minute or more
 */
export function trialLengths(parameters: EstateParameters, resolution: Minutes): TrialLengths {
  const fineUntil = Math.min(MAX_OUTAGE, longestInterval(parameters) + MARGIN);
  const coarseStep = COARSE_STEPS * resolution;
  const lengths: Minutes[] = [];
  for (let length = resolution; length <= MAX_OUTAGE; ) {
    lengths.push(length);
    const isFine = length + resolution <= fineUntil;
    length = isFine ? length + resolution : (Math.floor(length / coarseStep) + 1) * coarseStep;
  }
  return { lengths, fineUntil, step: resolution, coarseStep };
}

/** The longest time after which anything happens again, or a license ends. */
function longestInterval(estate: EstateParameters): Minutes {
  const { rules, groups, hosts, vamts } = estate;
  const ofGroups = [...groups.values()].flatMap(
    ({ connects, rebuildEvery, hardwareChange, renewalInterval }) => [
      connects?.every ?? 0,
      rebuildEvery ?? 0,
      hardwareChange?.every ?? 0,
      renewalInterval,
    ],
  );
  const ofHosts = [...hosts.values()].map(({ renewalInterval }) => renewalInterval);
  const ofVamts = [...vamts.values()].flatMap(({ every, roundTrip }) => [every, roundTrip]);
  const licensed = rules.activationValidity + longestGraceAfterExpiry(estate);
  return Math.max(licensed, rules.recordLife, ...ofGroups, ...ofHosts, ...ofVamts);
}
