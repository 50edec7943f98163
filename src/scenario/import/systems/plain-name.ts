import { foldLetters } from '../basics/fold-letters.ts';

/** Signs of trade marks in every spelling that exports give them: as signs, in brackets, as UTF-8 read as Windows-1252. */
const MARKS = /\((?:r|tm|c)\)|[®™©\ufffd]|â„¢|Â®|Â©/giu;

/**
 * Words behind which code pages without trade mark signs leave a letter: `Microsoftr`, `VistaT`, `Serverr`, and `VistaTM`.
 */
const MARKED_WORDS = /(microsoft|windows|server|vista|hyper.v)(?:tm|r|t)(?![\p{L}\p{N}])/giu;

/**
 * The name of a system as recognition compares it: lower case, letters without accents, no trade marks, a blank
 * for every other sign, no maker. Exports in ASCII have a question mark in the place of a sign.
 */
export function plainName(written: string): string {
  const unmarked = written.replace(MARKS, ' ').normalize('NFKC').replace(MARKED_WORDS, '$1 ');
  return foldLetters(unmarked)
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, ' ')
    .replace(/\bmicrosoft\b/g, ' ')
    .replace(/\bw(?:in)?2k(?=\d)/g, 'windows server 200')
    .replace(/\bwin(?=\s|\d)/g, 'windows ')
    .replace(/ +/g, ' ')
    .trim();
}
