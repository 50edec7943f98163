import { INTERNET, MICROSOFT } from '../../../model/definitions/parameters.ts';
import { FORBIDDEN_KEYS } from '../../document/yaml-tree.ts';

/** Characters of a name. */
const MAX_NAME = 64;

/** Stricter than the language: an inventory may come from anywhere, so nothing in it becomes a formula. */
const MACHINE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * A computer's name as a scenario can have it: other characters become `-`, what comes before the first letter or
 * digit goes, as does what is beyond 64 characters.
 *
 * @returns an empty text when nothing is left
 */
export function machineName(written: string): string {
  if (MACHINE_NAME.test(written)) return written;
  const plain = written.normalize('NFKD').replace(/\p{M}/gu, '');
  const start = plain.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return start.slice(0, MAX_NAME).replace(/-+$/, '');
}

/** Gives names that no two things of a scenario share, of lower case letters, digits, `.`, `_` and `-`. */
export class UniqueNames {
  private readonly numbers = new Map<string, number>();
  private readonly taken = new Set<string>([MICROSOFT, INTERNET, ...FORBIDDEN_KEYS]);

  /**
   * A name that is like `wanted`, and new.
   *
   * @param otherwise what to begin with when nothing of `wanted` can stand in a name
   * @param longest characters that it may have
   */
  give(wanted: string, otherwise: string, longest = MAX_NAME): string {
    const slug = slugOf(wanted);
    const base = /^\d*$/.test(slug) ? `${otherwise}${slug && '-'}${slug}` : slug;
    for (let number = (this.numbers.get(base) ?? 0) + 1; ; number++) {
      const ending = number === 1 ? '' : `-${number}`;
      const name = base.slice(0, longest - ending.length).replace(/[-._]+$/, '') + ending;
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      this.numbers.set(base, number);
      return name;
    }
  }
}

function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();
  return plain.replace(/[^a-z0-9._]+/g, '-').replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}
