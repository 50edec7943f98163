import { explainWord, knownWords, type WordMeaning } from '../../advice/words/explain-word.ts';
import { nearest } from '../../text/nearest.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { writeOutput } from '../shared/results/output.ts';
import type { ExplainArguments } from './options.ts';

/**
 * Explains a word, if it is one, on standard output or in the file that `--out` names.
 *
 * @returns false when the argument is no word, and so is to be a file
 */
export function explainedAsWord(args: ExplainArguments, host: ProcessHost): boolean {
  const { FILE, SUBJECT, json, out } = args;
  const found = SUBJECT === undefined ? explainWord(FILE) : null;
  if (found === null) return false;
  const text = json ? `${JSON.stringify({ formatVersion: 1, ...found }, null, 2)}\n` : textOf(found);
  writeOutput(text, out, host, new Messages(host, args));
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
