import { binomialAtMost } from '../statistics/binomial.ts';
import { holm } from '../statistics/holm.ts';
import { smallestDifference } from '../statistics/replications-needed.ts';
import { fewestSignificant } from '../statistics/sign-flip.ts';
import type { Difference } from './difference.ts';
import type { FigureDescription } from './figure-descriptions.ts';
import { isNoWorse, type Judgment, LEAST_REPLICATIONS, sideOf, untested, verdictOn } from './verdict.ts';

/** A difference to be judged. */
export interface Candidate {
  readonly description: FigureDescription;
  readonly difference: Difference;
  /** Whether both designs have the figure. */
  readonly inBoth: boolean;
}

/** How differences are judged together. */
export interface JudgingRules {
  readonly confidence: number;
  /** Path of the figure that carries the verdict. */
  readonly primary: string;
  /** Whether chance plays a part in any of the designs. */
  readonly random: boolean;
  /** Margins of `equivalence` by path. */
  readonly margins: ReadonlyMap<string, number>;
}

/** The part of the chance of error that is the primary figure's; the rest is left to the other figures. */
const PRIMARY_PART = 0.8;

/** A candidate with what was tested. */
interface Tested {
  readonly candidate: Candidate;
  readonly by: Judgment['by'];
  readonly pValue: number;
}

/**
 * Judges all differences of a comparison together, so that among designs which do not differ at all at most one comparison in
 * twenty shows any difference (with a confidence of 0.95). The primary figure is tested with four fifths of that chance, the
 * other headlines with one fifth, and with all of it once the primary figure differs in every design: the fallback procedure of
 * B. L. Wiens and A. Dmitrienko, "The fallback procedure for evaluating a single family of hypotheses", Journal of
 * Biopharmaceutical Statistics 15 (2005) 929-942. Over the designs, and over figures and designs, both are Holm's.
 *
 * @returns one a candidate, in their order
 */
export function judge(candidates: readonly Candidate[], rules: JudgingRules): Judgment[] {
  if (!rules.random) return candidates.map((candidate) => exact(candidate, rules));
  const tested = candidates.map(test);
  const isPrimary = ({ candidate }: Tested) => candidate.description.path === rules.primary;
  const known = tested.filter((each) => each !== null);
  const primaries = known.filter(isPrimary);
  const others = known.filter((each) => !isPrimary(each));
  const chance = 1 - rules.confidence;
  const part = primaries.length === 0 ? 0 : chance * PRIMARY_PART;
  const shown = new Set(rejected(primaries, part));
  const passedOn = shown.size === primaries.length ? chance : chance - part;
  for (const each of rejected(others, passedOn)) shown.add(each);
  const levelOf = (each: Tested) => (isPrimary(each) ? part / primaries.length : passedOn / others.length);
  return tested.map((each, index) =>
    each === null
      ? untested('not known')
      : judgment(each, isPrimary(each) ? 'primary' : 'adjusted', shown.has(each), levelOf(each), {
          ...rules,
          margins: candidates[index].difference.constant ? new Map() : rules.margins,
        }),
  );
}

function rejected(tested: readonly Tested[], level: number): Tested[] {
  const decisions = holm(
    tested.map(({ pValue }) => pValue),
    level,
  );
  return tested.filter((_, index) => decisions[index]);
}

/** @returns `null` where too little is known */
function test(candidate: Candidate): Tested | null {
  if (!candidate.inBoth) return null;
  const { existing, pairs, pValue } = candidate.difference;
  const { both, onlyFirst, onlySecond, neither } = existing;
  const common = both + onlyFirst + onlySecond + neither;
  if (onlyFirst + onlySecond === 0 || common < LEAST_REPLICATIONS)
    return pairs < LEAST_REPLICATIONS ? null : { candidate, by: 'values', pValue };
  // Where the figure does not always exist there are two tests, so each counts double.
  const existence = Math.min(
    1,
    2 * binomialAtMost(Math.min(onlyFirst, onlySecond), onlyFirst + onlySecond, 0.5),
  );
  const byValues = pairs < LEAST_REPLICATIONS ? 1 : pValue;
  const by = existence <= byValues ? 'existence' : 'values';
  return { candidate, by, pValue: Math.min(1, 2 * Math.min(existence, byValues)) };
}

function judgment(
  { candidate: { description, difference }, by, pValue }: Tested,
  role: 'primary' | 'adjusted',
  shown: boolean,
  level: number,
  { margins }: JudgingRules,
): Judgment {
  const margin = margins.get(description.path) ?? null;
  const common = { by, role, pValue, margin };
  if (shown)
    return { ...common, verdict: verdictOn(description, by, sideOf(difference, by)), smallest: null };
  if (margin !== null && isNoWorse(description, difference, margin))
    return { ...common, verdict: 'no worse', smallest: null };
  const smallest = smallestShown(description, difference, level);
  return { ...common, verdict: 'no difference shown', smallest };
}

/** What a difference must be to be shown at a level; of a share at least that of the fewest replications that can. */
function smallestShown(
  { share }: FigureDescription,
  { pairs, deviation }: Difference,
  level: number,
): number | null {
  if (pairs < 2) return null;
  const least = share === undefined ? 0 : Math.min(1, fewestSignificant(level) / pairs);
  const smallest = Math.max(least, smallestDifference(deviation, pairs, 1 - level));
  return smallest > 0 ? smallest : null;
}

/** Where nothing is random, what is seen is what there is. */
function exact({ description, difference, inBoth }: Candidate, { margins }: JudgingRules): Judgment {
  const { existing, pairs } = difference;
  const by = existing.onlyFirst + existing.onlySecond > 0 ? 'existence' : 'values';
  if (!inBoth || (by === 'values' && pairs === 0)) return untested('not known');
  const margin = margins.get(description.path) ?? null;
  const verdict = verdictOn(description, by, sideOf(difference, by));
  const within = margin !== null && by === 'values' && Math.abs(difference.mean ?? 0) <= margin;
  return {
    verdict: within && verdict !== 'better' ? 'no worse' : verdict,
    by,
    role: 'exact',
    pValue: null,
    smallest: null,
    margin,
  };
}
