import type { Candidate } from './candidates.ts';
import { minimalSet } from './minimal-set.ts';
import type { Trials } from './trials.ts';
import type { Variation } from './variation.ts';

/** What was found among the candidates. */
export interface FoundCauses {
  readonly causes: readonly Candidate[];
  /** Whether the outcome changes only without all of them; else it does without any single one. */
  readonly onlyTogether: boolean;
  /** Those that were taken away one by one and changed nothing; of a smallest set the others. */
  readonly harmless: readonly Candidate[];
}

/** Failures that are taken away one by one; of more, those close to the trouble are. */
const MAX_SINGLE_STRIKES = 40;

/**
 * Finds what a trouble would not have happened without: each candidate by itself, and if no single one suffices the
 * smallest set that delta debugging finds.
 */
export async function findCauses(candidates: readonly Candidate[], trials: Trials): Promise<FoundCauses> {
  const found = await blame(
    candidates.filter(({ kind }) => kind !== 'rollout'),
    trials,
  );
  if (found.causes.length > 0) return found;
  const withRollouts = await blame(candidates, trials);
  return withRollouts.causes.length > 0 ? withRollouts : found;
}

async function blame(candidates: readonly Candidate[], trials: Trials): Promise<FoundCauses> {
  const strikes = candidates.filter(({ kind }) => kind === 'strike');
  const noStrikes = strikes.length > 1 && !(await trials.helps(together(strikes)));
  const tested = candidates.filter(
    (candidate) =>
      candidate.kind !== 'strike' || (!noStrikes && strikes.indexOf(candidate) < MAX_SINGLE_STRIKES),
  );
  const causes: Candidate[] = [];
  const harmless: Candidate[] = [];
  for (const candidate of tested) {
    const fate = await trials.fate(candidate.variation);
    if (fate === null) continue;
    (fate.happens ? harmless : causes).push(candidate);
  }
  if (causes.length > 0) return { causes, onlyTogether: false, harmless };
  const removable = await removableOf(candidates, trials);
  if (removable.length < 2 || !(await trials.helps(together(removable))))
    return { causes: [], onlyTogether: false, harmless };
  const set = await minimalSet(removable, (subset) => trials.helps(together(subset)));
  return {
    causes: set,
    onlyTogether: set.length > 1,
    harmless: harmless.filter((candidate) => !set.includes(candidate)),
  };
}

/** Candidates that can be taken away at all: first what happened, and settings only where that is not enough. */
async function removableOf(candidates: readonly Candidate[], trials: Trials): Promise<Candidate[]> {
  const happened = candidates.filter(isEvent);
  if (happened.length > 1 && (await trials.helps(together(happened)))) return happened;
  const valid: Candidate[] = [];
  for (const candidate of candidates)
    if (isEvent(candidate) || (await trials.fate(candidate.variation)) !== null) valid.push(candidate);
  return valid;
}

function isEvent({ kind }: Candidate): boolean {
  return kind === 'entry' || kind === 'strike';
}

/** One variation that takes away all candidates. */
export function together(candidates: readonly Candidate[]): Variation {
  return {
    entries: candidates.flatMap(({ variation }) => variation.entries),
    strikes: candidates.flatMap(({ variation }) => variation.strikes),
    sets: candidates.flatMap(({ variation }) => variation.sets),
  };
}
