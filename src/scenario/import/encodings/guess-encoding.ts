import { HEADINGS, normalizeHeading } from '../tables/headings.ts';
import { CANDIDATES, decodeAs, type Encoding } from './encodings.ts';

/** Bytes that are looked at. */
const SAMPLE = 65_536;
/** Characters outside of ASCII that are weighed. */
const MAX_WEIGHED = 4_000;

/** What a heading or label that tools write in some language is worth, against a letter that fits. */
const KNOWN_WORD = 40;

const KNOWN = new Set(
  Object.values(HEADINGS)
    .flat()
    .filter((heading) => /\P{ASCII}/u.test(heading)),
);
/** Headings whose accents are folded away: `systemedexploitation`. */
const KNOWN_FOLDED = new Set(Object.values(HEADINGS).flat());

/**
 * The encoding, none of Unicode, that makes the best text of bytes: most headings and labels that tools write, most
 * letters within words, fewest signs and capitals where none belong.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const sample = sampleOf(bytes);
  let best: Encoding = 'windows-1252';
  let highest = Number.NEGATIVE_INFINITY;
  for (const encoding of CANDIDATES) {
    const text = attempt(sample, encoding);
    if (text === null) continue;
    const fit = fitOf(text);
    if (fit > highest) [best, highest] = [encoding, fit];
  }
  return best;
}

/** The lines that have bytes outside of ASCII, whole: a cut within a character would be an error of it. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE);
  let filled = 0;
  let start = 0;
  while (start < bytes.length && filled < SAMPLE) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    if (filled + line.length <= SAMPLE && line.some((byte) => byte > 0x7f)) {
      sample.set(line, filled);
      filled += line.length;
    }
    start = end;
  }
  return sample.subarray(0, filled);
}

function attempt(sample: Uint8Array, encoding: Encoding): string | null {
  try {
    return decodeAs(sample, encoding);
  } catch {
    // These bytes are no text of this encoding: another one is meant.
    return null;
  }
}

function fitOf(text: string): number {
  return knownWords(text) * KNOWN_WORD + lettersOf(text);
}

function knownWords(text: string): number {
  const words = new Set(text.split(/[,;|:=\t\n"]/, MAX_WEIGHED));
  let known = 0;
  for (const word of words) {
    if (word.length > 100 || !/\P{ASCII}/u.test(word)) continue;
    const plain = normalizeHeading(word);
    if (KNOWN.has(plain) || KNOWN_FOLDED.has(plain)) known++;
  }
  return known;
}

const NOT_ASCII = /\P{ASCII}/gu;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;

/** How well the characters outside of ASCII fit where they are. */
function lettersOf(text: string): number {
  let fit = 0;
  let weighed = 0;
  for (const { 0: character, index } of text.matchAll(NOT_ASCII)) {
    if (++weighed > MAX_WEIGHED) break;
    fit += fitWithin(character, text[index - 1] ?? ' ', text[index + character.length] ?? ' ');
  }
  return fit;
}

function fitWithin(character: string, before: string, after: string): number {
  if (/[\u0080-\u009f\ufffd\ue000-\uf8ff]/u.test(character)) return -10;
  // Katakana of half width is what other encodings look like in Shift JIS.
  if (/[\uff61-\uff9f]/.test(character)) return -1;
  const within = isLetter(before) || isLetter(after);
  if (!LETTER.test(character))
    return /[®™©°§«»“”„‘’–—…€、。・「」\u00a0（）]/u.test(character) ? 0 : within ? -3 : -1;
  // Kana come in no text of another language, while what they become in other encodings are rare characters.
  if (/[\u3041-\u30ff]/.test(character) && within) return 3;
  if (!LATIN.test(character)) return /[A-Za-z]/.test(before) || /[A-Za-z]/.test(after) ? -1 : within ? 2 : 0;
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return -2;
  const neighbors = [before, after].filter((neighbor) => isLetter(neighbor) && neighbor > '\x7f').length;
  return neighbors === 0 ? (within ? 2 : 0) : -neighbors;
}

function isLetter(character: string): boolean {
  return LETTER.test(character);
}
