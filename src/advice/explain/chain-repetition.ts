import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { ChainLink } from './explanation.ts';

/** Links of a chain that are told; of more, those in the middle are left out. */
const MAX_LINKS = 24;
const FIRST_LINKS = 4;

/** A chain, oldest first, in which what repeats itself is told once, and of too many links the middle is left out. */
export function toldOnce(links: readonly ChainLink[]): ChainLink[] {
  return shortened(joined(links));
}

/** From so many on the same link is told once, with how often. */
const OFTEN = 3;

/** Joins links that say the same. */
function joined(links: readonly ChainLink[]): ChainLink[] {
  const same = new Map<string, ChainLink[]>();
  const keyOf = ({ event, because }: ChainLink) => `${event}\n${because}`;
  for (const one of links) {
    const others = same.get(keyOf(one));
    if (others === undefined) same.set(keyOf(one), [one]);
    else others.push(one);
  }
  return links.flatMap((one) => {
    const all = same.get(keyOf(one)) ?? [one];
    if (all.length < OFTEN) return [one];
    if (all[0] !== one) return [];
    const last = all[all.length - 1];
    return [
      {
        ...one,
        event: `${one.event}, ${all.length} times to day ${Math.floor(last.minute / MINUTES_PER_DAY)}`,
      },
    ];
  });
}

function shortened(links: ChainLink[]): ChainLink[] {
  if (links.length <= MAX_LINKS) return links;
  const left = links.length - MAX_LINKS + 1;
  const omitted = links.slice(FIRST_LINKS, FIRST_LINKS + left);
  const between: ChainLink = {
    minute: omitted[0].minute,
    event: `${left} more steps of the same kinds`,
    because: '',
    place: null,
    source: null,
  };
  return [...links.slice(0, FIRST_LINKS), between, ...links.slice(FIRST_LINKS + left)];
}
