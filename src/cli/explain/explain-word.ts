import { explainWord, knownWords, type WordMeaning } from '../../advice/words/explain-word.ts';
import { nearest } from '../../text/nearest.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import type { ExplainArguments } from './options.ts';

/**
 * Explains a word on standard output, if it is one.
 *
 * @returns false when the argument is no word, and so is to be a file
 */
export function explainedAsWord({ FILE, SUBJECT, json }: ExplainArguments, host: ProcessHost): boolean {
  const found = SUBJECT === undefined ? explainWord(FILE) : null;
  if (found === null) return false;
  host.stdout.write(json ? `${JSON.stringify({ formatVersion: 1, ...found }, null, 2)}\n` : textOf(found));
  return true;
}

/** What is said behind an error about a file that does not exist: the word that may have been meant. */
export function wordHint(argument: string): string {
  const word = nearest(argument, knownWords());
  return word === undefined ? '' : `; did you mean the word ${word}?`;
}

function textOf({ word, kind, meaning, source }: WordMeaning): string {
  return `${word} (${KINDS[kind]})\n\n${meaning.replaceAll('`', '')}\n\nSee: ${source}\n`;
}

const KINDS: Readonly<Record<WordMeaning['kind'], string>> = {
  warning: 'a warning',
  code: 'a code that Windows logs',
  condition: 'a license condition',
  rule: 'a rule of policy',
};
