import type { Minute } from '../../engine/time.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { JsonObject } from '../../scenario/document/json.ts';
import type { Trace } from '../trace/trace.ts';
import { type Candidate, settingCandidates, strikeCandidates, timelineCandidates } from './candidates.ts';
import { CauseWords } from './cause-words.ts';
import type { Cause, Explanation, Remedy } from './explanation.ts';
import { findCauses, together } from './find-causes.ts';
import type { Locate } from './places.ts';
import type { Proposal } from './proposals.ts';
import { NO_CHANGE, type Trials } from './trials.ts';

/** What would have changed an outcome, as an explanation has it. */
export type WhatIf = Pick<Explanation, 'causes' | 'onlyTogether' | 'harmless' | 'remedies'>;

/** What is asked. */
export interface WhatIfQuestion {
  readonly base: EstateParameters;
  /** The scenario's document, as written. */
  readonly document: JsonObject;
  readonly trace: Trace;
  /** What is wrong, and when it began. */
  readonly trouble: { readonly kind: string; readonly minute: Minute };
  /** The names of everything whose settings can concern it. */
  readonly concerned: ReadonlySet<string>;
  /** What may help. */
  readonly proposals: readonly Proposal[];
  readonly start: string;
  readonly locate: Locate;
}

/** What was found, and the candidates that are causes. */
export interface WhatIfAnswer extends WhatIf {
  readonly found: readonly Candidate[];
}

/**
 * Simulates what would have changed a trouble: each cause taken away, and the remedies.
 *
 * @throws Error when the trouble does not happen in the unchanged run: then the run that is explained is another
 */
export async function whatIf(question: WhatIfQuestion, trials: Trials): Promise<WhatIfAnswer> {
  const { base, document, trace, trouble, concerned, proposals, start, locate } = question;
  if (await trials.helps(NO_CHANGE))
    throw new Error(`the trouble ${trouble.kind} was not found again in the same run`);
  const candidates = [
    ...timelineCandidates(base, trouble.minute),
    ...strikeCandidates(trace, trouble.minute),
    ...settingCandidates(document, concerned),
  ];
  const { causes, onlyTogether, harmless } = await findCauses(candidates, trials);
  const words = new CauseWords(base, document, start, locate);
  const outcomes = onlyTogether ? await trials.fate(together(causes)) : null;
  const told = async (candidate: Candidate): Promise<Cause> => {
    const fate = outcomes ?? (await trials.fate(candidate.variation));
    return words.cause(candidate, fate?.outcome ?? '');
  };
  return {
    found: causes,
    causes: await inTurn(causes, told),
    onlyTogether,
    harmless: await inTurn(harmless, async (candidate) => {
      const fate = await trials.fate(candidate.variation);
      return words.cause(candidate, fate?.outcome ?? '');
    }),
    remedies: await remediesOf(proposals, trials),
  };
}

async function remediesOf(proposals: readonly Proposal[], trials: Trials): Promise<Remedy[]> {
  const remedies: Remedy[] = [];
  for (const { what, set } of proposals) {
    const fate = await trials.fate({ ...NO_CHANGE, sets: set });
    if (fate !== null) remedies.push({ what, set, outcome: fate.outcome, helps: !fate.happens });
  }
  return remedies.sort((left, right) => Number(right.helps) - Number(left.helps));
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  convert: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await convert(item));
  return results;
}
