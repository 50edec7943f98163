import { quoted } from './plain-text.ts';

/** Names further than this share of their length from what was written are not offered. */
const FAR = 0.4;
/** Names that a message lists when none is near. */
const LISTED = 12;

/** Letters to insert, delete, replace or swap with their neighbor to make one word of the other. */
function distance(from: string, to: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const replace = previous[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      let least = Math.min(replace, previous[j] + 1, current[j - 1] + 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) least = Math.min(least, older[j - 2] + 1);
      current.push(least);
    }
    older = previous;
    previous = current;
  }
  return previous[to.length];
}

/** How many letters two words begin with alike. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** The candidate nearest to what was written, or `undefined` when none is near. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const word = candidate.toLowerCase();
    const allowed = Math.max(1, Math.floor(FAR * Math.max(wanted.length, word.length)));
    if (Math.abs(wanted.length - word.length) > Math.min(allowed, least)) continue;
    const letters = distance(wanted, word);
    const isNearer =
      letters < least ||
      (letters === least && sharedStart(wanted, word) > sharedStart(wanted, best!.toLowerCase()));
    if (letters > allowed || !isNearer) continue;
    best = candidate;
    least = letters;
  }
  return best;
}

/** `a`, `b` or `c`, in code marks. */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** The help about a name that is not known: the near one, or the known ones where they are few. */
export function helpFor(written: string, candidates: readonly string[]): string {
  const near = nearest(written, candidates);
  if (near !== undefined) return `did you mean ${quoted(near)}?`;
  if (candidates.length === 0) return 'there is none';
  const listed = candidates.slice(0, LISTED).map(quoted);
  return `known: ${listed.join(', ')}${candidates.length > LISTED ? ', ...' : ''}`;
}

/** As `helpFor`, for the end of a message of one line. */
export function suggestion(written: string, candidates: readonly string[]): string {
  return `; ${helpFor(written, candidates)}`;
}
