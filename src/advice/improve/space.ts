import type { JsonObject } from '../../scenario/document/json.ts';
import { type Candidate, makeCandidate, unchanged } from './candidate.ts';
import type { Context, Option } from './context.ts';
import { networkOptions } from './network-options.ts';
import { countOf, failuresAllowed } from './screened-failures.ts';

/** What may be done about a network, the design as it is first. */
export interface Dimension {
  readonly network: string;
  readonly options: readonly Option[];
  /** By option: in which replications of a screening the network's machines came to Notification. */
  readonly failures?: readonly (readonly boolean[])[];
}

/** Combinations of options that are made into candidates; of more, those are left out that take most on paper. */
export const MAX_COMBINATIONS = 2000;

/** The designs that are looked at. */
export interface Space {
  /** By what they take at least, lowest first; the design as it is among them. None breaks a rule of the guide. */
  readonly candidates: readonly Candidate[];
  /** Those that break a rule of the guide. */
  readonly refused: readonly Candidate[];
}

/** The options of every network that has any but to be left as it is. */
export function dimensionsOf(context: Context): Dimension[] {
  return [...context.design.estate.networks.keys()]
    .map((network) => ({ network, options: networkOptions(context, network) }))
    .filter(({ options }) => options.length > 1);
}

/** How many combinations of options there are. */
export function combinationsOf(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((count, { options }) => count * options.length, 1);
}

/** Makes the designs of which the best is sought from all combinations of options, or from those that take least on paper. */
export function spaceOf(base: JsonObject, dimensions: readonly Dimension[], risk: number): Space {
  const known = new Map<string, Candidate>();
  const add = (candidate: Candidate | null) => {
    if (candidate === null) return;
    const key = contentOf(candidate.document);
    const before = known.get(key);
    if (before === undefined || candidate.words.length < before.words.length) known.set(key, candidate);
  };
  add(unchanged(base));
  for (const options of cheapestCombinations(base, dimensions, risk)) add(makeCandidate(base, options));
  const all = [...known.values()].sort(byFloor);
  return {
    candidates: all.filter(({ broken }) => broken.length === 0),
    refused: all.filter(({ broken }) => broken.length > 0),
  };
}

/** Less on paper first; of equals that with fewer activations, then with fewer changes. */
function byFloor(left: Candidate, right: Candidate): number {
  return (
    left.floor.measure - right.floor.measure ||
    left.floor.activations - right.floor.activations ||
    left.words.length - right.words.length ||
    JSON.stringify(left.patch).length - JSON.stringify(right.patch).length
  );
}

interface Partial {
  readonly options: readonly Option[];
  /** What the options take more than the design as it is, added up as if none depended on another. */
  readonly more: number;
  /** In which replications of the screening any of their networks failed. */
  readonly failures: readonly boolean[];
}

/**
 * The combinations whose options together take least on paper, at most {@link MAX_COMBINATIONS}; of screened options without
 * those that together failed too often.
 */
function cheapestCombinations(
  base: JsonObject,
  dimensions: readonly Dimension[],
  risk: number,
): (readonly Option[])[] {
  const isSmall = combinationsOf(dimensions) <= MAX_COMBINATIONS;
  const least = isSmall ? 0 : measureOf(base, null);
  let partials: Partial[] = [{ options: [], more: 0, failures: [] }];
  for (const { options, failures = [] } of dimensions) {
    const priced = options.map((option, index) => ({
      option,
      more: isSmall ? 0 : measureOf(base, option) - least,
      failures: failures[index] ?? [],
    }));
    const longer = partials.flatMap((partial) =>
      priced.map((one) => ({
        options: [...partial.options, one.option],
        more: partial.more + one.more,
        failures: eitherOf(partial.failures, one.failures),
      })),
    );
    const safe = longer.filter((one) => countOf(one.failures) <= failuresAllowed(risk, one.failures.length));
    partials = safe.length > 0 ? safe : longer;
    if (partials.length > MAX_COMBINATIONS)
      partials = partials.sort((left, right) => left.more - right.more).slice(0, MAX_COMBINATIONS);
  }
  return partials.map(({ options }) => options);
}

function eitherOf(left: readonly boolean[], right: readonly boolean[]): boolean[] {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, at) => left[at] === true || right[at] === true,
  );
}

/** What the design takes with one option; as much as it takes now if that alone is not valid. */
function measureOf(base: JsonObject, option: Option | null): number {
  const candidate = option === null ? null : makeCandidate(base, [option]);
  return (candidate ?? unchanged(base)).floor.measure;
}

/** The same for documents that say the same in another order. */
function contentOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
