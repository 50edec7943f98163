import type { JsonObject } from '../../scenario/document/json.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { Design } from '../design/design.ts';
import type { Candidate } from './candidate.ts';
import { contextOf } from './context.ts';
import { withValue } from './document.ts';
import type { Simulate } from './evidence.ts';
import { screenOptions } from './screen-options.ts';
import { type Goal, type SearchListeners, searchBest, type Tried } from './search.ts';
import { combinationsOf, dimensionsOf, MAX_COMBINATIONS, spaceOf } from './space.ts';

/** What a search for a better design found. */
export interface Improvement {
  readonly goal: Goal;
  /** The currency; `null` where nothing is priced. */
  readonly currency: string | null;
  /** The chosen design; `null` when none was proved. */
  readonly chosen: Tried | null;
  /** All designs that were looked at and break no rule of the guide, the chosen one first. */
  readonly tried: readonly Tried[];
  /** Those that break a rule of the guide. */
  readonly refused: readonly Candidate[];
  /** Combinations of options, and whether all of them were looked at. */
  readonly combinations: number;
  readonly complete: boolean;
  /** Options that a search in a large space dropped one at a time, a phrase each. */
  readonly dropped: readonly string[];
  /** Whether links were opened between networks that have none. */
  readonly newLinks: boolean;
  /** Whether MAK was tried in the core network too, because nothing was proved without. */
  readonly makInCore: boolean;
  /** The chosen patch; `null` when none was proved. */
  readonly patch: JsonObject | null;
}

type Found = Pick<Improvement, 'tried' | 'dropped' | 'refused' | 'combinations' | 'complete'>;

/** How a better design is sought. */
export interface ImproveOptions {
  readonly risk: number;
  readonly maxReplications: number;
  readonly newLinks: boolean;
}

/** Parts of a scenario that are about its own outcome and not about the design: they are left out of the search. */
const ABOUT_THE_OUTCOME = ['expect', 'lesson', 'exercise'];

/**
 * Looks for the cheapest design whose risk is proved to be low enough.
 *
 * @param scenario the design as it is
 * @throws whatever `simulate` throws
 */
export async function improve(
  scenario: Scenario,
  { risk, maxReplications, newLinks }: ImproveOptions,
  simulate: Simulate,
  listeners: SearchListeners,
): Promise<Improvement> {
  const base = ABOUT_THE_OUTCOME.reduce(
    (document, key) => withValue(document, [key], undefined),
    scenario.resolved,
  );
  const design = new Design(scenario.parameters);
  const { prices } = scenario.parameters;
  const goal: Goal = { risk, maxReplications, priced: prices !== null };
  const seek = async (makInCore: boolean): Promise<Found> => {
    const context = contextOf(base, design, { newLinks, makInCore });
    const all = dimensionsOf(context);
    const combinations = combinationsOf(all);
    const isLarge = combinations > MAX_COMBINATIONS;
    const { dimensions, dropped } = isLarge
      ? await screenOptions(context, all, risk, simulate, listeners)
      : { dimensions: all, dropped: [] };
    const space = spaceOf(base, dimensions, risk);
    const tried = await searchBest(space.candidates, goal, simulate, listeners);
    return { tried, dropped, refused: space.refused, combinations, complete: !isLarge };
  };
  const byTable1 = await seek(false);
  const isProved = byTable1.tried.some(({ verdict }) => verdict === 'chosen');
  const found = isProved ? byTable1 : await seek(true);
  const chosen = found.tried.find(({ verdict }) => verdict === 'chosen') ?? null;
  return {
    goal,
    currency: prices?.currency ?? null,
    chosen,
    ...found,
    newLinks,
    makInCore: !isProved,
    patch: chosen === null ? null : patchFor(scenario, chosen),
  };
}

/**
 * The patch as it is proposed: what the file expects of its own design need not hold of another one, so that is replaced by what
 * the first replication gave.
 */
function patchFor({ resolved }: Scenario, { candidate, evidence }: Tried): JsonObject {
  const expects = Object.hasOwn(resolved, 'expect') && candidate.words.length > 0;
  if (!expects) return candidate.patch;
  const first = evidence?.at(0);
  if (first === undefined || first.notified) return { ...candidate.patch, expect: null };
  const figure = first.waited ? 'machines.notificationBeyondWait' : 'machines.everNotification';
  return { ...candidate.patch, expect: [{ figure, is: 0 }] };
}
