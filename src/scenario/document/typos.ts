import { quoted } from '../../text/plain-text.ts';

/** Spaces that look like the common one and are none for YAML. */
export const OTHER_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
/** A key whose colon has no space after it; times of day and addresses are none. */
const TIGHT = /^([A-Za-z][\w.-]*):([^\s:/\\].*)$/;

/** What is wrong with the punctuation of one word, and what to write instead. */
export interface Typo {
  readonly message: string;
  readonly help: string;
}

/** The mistake of punctuation because of which a text was read as one word. */
export function typoIn(text: string): Typo | undefined {
  const space = OTHER_SPACE.exec(text);
  if (space !== null) return otherSpace(space[0]);
  const tight = TIGHT.exec(text);
  return tight === null ? undefined : missingSpace(tight[1], tight[2]);
}

/** The mistake of punctuation of an entry in braces that has no colon of its own. */
export function typoInEntry(text: string): Typo | undefined {
  if (!/^\d{3}$/.test(text)) return typoIn(text);
  return { message: 'a comma inside a number ends the value', help: 'write large numbers without commas' };
}

/** The mistake of a colon directly followed by a value. */
export function missingSpace(key: string, value: string): Typo {
  const first = value.split(/\s/)[0];
  return {
    message: `there is no space after the colon in ${quoted(`${key}:${first}`)}`,
    help: `write ${quoted(`${key}: ${first}`)}`,
  };
}

/** The mistake of a space that is not U+0020. */
export function otherSpace(space: string): Typo {
  const code = space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const name = code === '00A0' ? 'a no-break space' : 'a special space';
  return { message: `${name} (U+${code}) is here`, help: 'write a common space' };
}
