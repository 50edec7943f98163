import { type Candidate, makeCandidate } from './candidate.ts';
import type { Context } from './context.ts';
import { Evidence, type Simulate } from './evidence.ts';
import { countOf, failuresAllowed } from './screened-failures.ts';
import type { SearchListeners } from './search.ts';
import type { Dimension } from './space.ts';

/** What is left of the options of all networks. */
export interface ScreenedOptions {
  readonly dimensions: readonly Dimension[];
  /** The options that were dropped, a phrase each. */
  readonly dropped: readonly string[];
}

/** Replications of one option. */
const REPLICATIONS = 100;
/** Replications between two looks. */
const BLOCK = 10;
/** Far from the replications of the search, so that what is left does not depend on what proves it. */
const FIRST_REPLICATION = 1_000_000;

/**
 * Where all combinations are too many: tries the options of each network one at a time, the other networks as they are, and notes
 * in which replications the network's own machines come to Notification. Options with which they do so in more replications than
 * the risk allows are dropped. If all would be, all stay: then the network may depend on what is done elsewhere.
 */
export async function screenOptions(
  context: Context,
  dimensions: readonly Dimension[],
  risk: number,
  simulate: Simulate,
  listeners: SearchListeners,
): Promise<ScreenedOptions> {
  const total = dimensions.reduce((sum, { options }) => sum + options.length, 0);
  const allowed = failuresAllowed(risk, REPLICATIONS);
  const dropped: string[] = [];
  const screened: Dimension[] = [];
  let done = 0;
  for (const dimension of dimensions) {
    const { network, options } = dimension;
    const own = ownGroups(context, network);
    const tried: { readonly option: (typeof options)[number]; readonly failures: readonly boolean[] }[] = [];
    for (const option of options) {
      listeners.onProgress(done++, total, REPLICATIONS);
      const candidate = makeCandidate(context.document, [option]);
      // What is not valid by itself may be so together with what is done elsewhere.
      const failures = candidate === null ? [] : await failuresOf(candidate, own, allowed, simulate);
      tried.push({ option, failures });
    }
    const left = tried.filter(({ failures }) => countOf(failures) <= allowed);
    if (left.length === 0) screened.push(dimension);
    else
      screened.push({
        network,
        options: left.map(({ option }) => option),
        failures: left.map(({ failures }) => failures),
      });
    for (const { option } of left.length === 0 ? [] : tried.filter((one) => !left.includes(one)))
      dropped.push(`${network}: ${option.words.join(', ') || 'as it is'}`);
  }
  return { dimensions: screened, dropped };
}

/** In which replications machines of some groups come to Notification; no more than it takes to see that it is too often. */
async function failuresOf(
  candidate: Candidate,
  own: ReadonlySet<string>,
  allowed: number,
  simulate: Simulate,
): Promise<boolean[]> {
  const evidence = new Evidence(candidate, simulate, FIRST_REPLICATION);
  const failures: boolean[] = [];
  while (failures.length < REPLICATIONS && countOf(failures) <= allowed) {
    await evidence.reach(failures.length + BLOCK);
    for (let more = 0; more < BLOCK; more += 1)
      failures.push(evidence.at(failures.length).groups.some((group) => own.has(group)));
  }
  return failures;
}

function ownGroups({ design }: Context, network: string): Set<string> {
  return new Set(
    [...design.estate.groups].flatMap(([name, group]) => (group.network === network ? [name] : [])),
  );
}
