import { clip, escapeInvisible } from './visible-text.ts';

/** Names and texts come from files that anyone may have written: they are shown short and on one line. */

/** Longest name that is shown whole. */
export const NAME_LIMIT = 60;

/** On one line, with what cannot be seen as its code point, and at most `limit` characters long. */
export function plainText(text: string, limit = NAME_LIMIT): string {
  return clip(escapeInvisible(text.slice(0, 4 * limit).replace(/\s+/g, ' ')).trim(), limit);
}

/** A name as messages show it: short, in code marks. */
export function quoted(name: string): string {
  return `\`${plainText(name)}\``;
}
