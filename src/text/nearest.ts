import { quoted } from './plain-text.ts';

/** Names further than this share of their length, or this many letters, from what was written are not offered. */
const FAR = 0.4;
const MAX_DISTANCE = 8;
/** What at least this share of a name begins is as near as one letter wrong: `server-2016` means one of its editions. */
const MIN_START = 0.5;
const START_DISTANCE = 1;
/** Names of more letters than these are not compared: no name of the language is so long. */
const MAX_LENGTH = 100;
/** Names that a message lists when none is near. */
const LISTED = 12;

/** Steps of comparison that all suggestions of one reading may take together: some 10 ms. */
const MAX_STEPS = 3_000_000;

/**
 * What suggestions may cost. It counts steps, not time, so that the same text always gets the same suggestions; when it is used
 * up, no name is near any more.
 */
export class SuggestionBudget {
  private left: number;

  /** @param steps comparisons of letters, about 3 ns each */
  constructor(steps = MAX_STEPS) {
    this.left = steps;
  }

  /** Takes steps; false when there were too few left. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
}

/**
 * Letters to insert, delete, replace or swap with their neighbor to make one word of the other, when they are at most
 * `limit`; more otherwise. Takes time in proportion to the length times the limit: only a band of the table is filled.
 */
function distance(from: string, to: string, limit: number): number {
  const beyond = limit + 1;
  let older: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => Math.min(index, beyond));
  for (let i = 1; i <= from.length; i++) {
    const current = new Array<number>(to.length + 1).fill(beyond);
    if (i <= limit) current[0] = i;
    let least = current[0];
    for (let j = Math.max(1, i - limit); j <= Math.min(to.length, i + limit); j++) {
      const replace = previous[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      let cost = Math.min(replace, previous[j] + 1, current[j - 1] + 1, beyond);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) cost = Math.min(cost, older[j - 2] + 1);
      current[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return beyond;
    older = previous;
    previous = current;
  }
  return previous[to.length];
}

/** Kinds of letters that `Letters` distinguishes. */
const KINDS = 128;

/** The letters of a word, to see at once that another has too many others to be near. */
class Letters {
  private readonly counts = new Int32Array(KINDS);

  constructor(word: string) {
    for (let index = 0; index < word.length; index++) this.counts[word.charCodeAt(index) % KINDS]++;
  }

  /** The least that the distance to another word can be. */
  leastDistance(word: string): number {
    const rest = this.counts.slice();
    let missing = 0;
    for (let index = 0; index < word.length; index++)
      if (--rest[word.charCodeAt(index) % KINDS] < 0) missing++;
    return missing;
  }
}

/** How many letters two words begin with alike. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/**
 * The candidate nearest to what was written.
 *
 * @param budget shared by suggestions that belong together; by default this one has its own
 * @returns `undefined` when none is near, or none of those that the budget allowed to look at
 */
export function nearest(
  written: string,
  candidates: Iterable<string>,
  budget = new SuggestionBudget(),
): string | undefined {
  if (written.length > MAX_LENGTH || !budget.spend(0)) return undefined;
  const wanted = written.toLowerCase();
  const letters = new Letters(wanted);
  let best: { readonly candidate: string; readonly word: string } | undefined;
  let least = MAX_DISTANCE;
  for (const candidate of candidates) {
    if (!budget.spend(1)) break;
    if (candidate.length > MAX_LENGTH) continue;
    const word = candidate.toLowerCase();
    if (wanted.length >= MIN_START * word.length && word.startsWith(wanted)) {
      if (best === undefined || least > START_DISTANCE || !best.word.startsWith(wanted))
        best = { candidate, word };
      least = Math.min(least, START_DISTANCE);
      continue;
    }
    const allowed = Math.min(least, Math.max(1, Math.floor(FAR * Math.max(wanted.length, word.length))));
    if (Math.abs(wanted.length - word.length) > allowed) continue;
    if (!budget.spend(KINDS / 4 + word.length)) break;
    if (letters.leastDistance(word) > allowed) continue;
    if (!budget.spend(wanted.length * (2 * allowed + 1))) break;
    const edits = distance(wanted, word, allowed);
    if (edits > allowed) continue;
    const isNearer =
      best === undefined || edits < least || sharedStart(wanted, word) > sharedStart(wanted, best.word);
    if (!isNearer) continue;
    best = { candidate, word };
    least = edits;
  }
  return best?.candidate;
}

/** `a`, `b` or `c`, in code marks. */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** The help about a name that is not known: the near one, or the known ones where they are few. */
export function helpFor(written: string, candidates: readonly string[], budget?: SuggestionBudget): string {
  const near = nearest(written, candidates, budget);
  if (near !== undefined) return `did you mean ${quoted(near)}?`;
  if (candidates.length === 0) return 'none exists';
  const listed = candidates.slice(0, LISTED).map(quoted);
  return `known: ${listed.join(', ')}${candidates.length > LISTED ? ', ...' : ''}`;
}

/** As `helpFor`, for the end of a message of one line. */
export function suggestion(written: string, candidates: readonly string[]): string {
  return `; ${helpFor(written, candidates)}`;
}
