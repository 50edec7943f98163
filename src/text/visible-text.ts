/**
 * The one sanitizer of text that comes from files that anyone may have written: names, titles, messages and source
 * lines pass it before a terminal shows them.
 */

/**
 * What a reader cannot see or what changes how the rest is shown: control characters, line and paragraph separators,
 * format characters (bidirectional controls such as U+202E, zero-width marks), other characters that fonts leave blank
 * (Unicode's Default_Ignorable_Code_Point but the variation selectors of emoji, and the blank Braille pattern), and
 * halves of surrogate pairs.
 */
const INVISIBLE = /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

const INVISIBLES = new RegExp(INVISIBLE, 'gu');

/** Whether a text has characters that cannot be seen or that turn its direction. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** Shows what cannot be seen as its code point, U+202E as `\u202E`; the rest, tabs and line ends too, stays. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLES, (character) => {
    if (character === '\t' || character === '\n') return character;
    const code = character.codePointAt(0) ?? 0;
    const digits = code.toString(16).toUpperCase();
    return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
  });
}

/** A text with its middle left out where it is longer than `limit`: both ends say more than the rest of a long name. */
export function clipMiddle(text: string, limit: number): string {
  const characters = text.length <= limit ? [] : [...text];
  if (characters.length <= limit) return text;
  const kept = limit - 1;
  const front = Math.ceil(kept * FRONT);
  return `${characters.slice(0, front).join('')}…${characters.slice(front - kept).join('')}`;
}

/** The part of a clipped text that is kept of its front. */
const FRONT = 0.6;

/** The first `limit` characters; an ellipsis says that there were more. No surrogate pair is cut in two. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text.slice(0, 2 * limit + 2)];
  if (characters.length <= limit) return text;
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}
