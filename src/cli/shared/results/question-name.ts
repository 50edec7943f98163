import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseBounded, readBounded, UnusableFile } from '../../../experiments/replications/bounded-file.ts';
import { errorCode } from '../../../recording/folder/folder-error.ts';
import { MANIFEST } from '../../../recording/folder/manifest.ts';

/** Options that only say how much is run or shown: with others the question stays the same. */
const AMOUNTS = new Set(['--replications', '--precision', '--precision-figure', '--max-replications']);
const FLAGS = new Set(['--no-charts', '--no-report', '--all-figures']);

const MAX_MANIFEST_BYTES = 256 * 1024 * 1024;
const HASH_LENGTH = 8;

/**
 * The name of a default folder: the usual one, unless the answer to another question is there. Then a hash of the question is
 * added, so that a second sweep over other settings does not replace the first.
 *
 * @param parent absolute path of the folder that holds default folders
 * @param commandLine as the manifest records it
 */
export function questionName(parent: string, name: string, commandLine: readonly string[]): string {
  const question = questionOf(commandLine);
  const other = questionIn(join(parent, name, MANIFEST));
  if (other === null || other === question) return name;
  return `${name}-${createHash('sha256').update(question).digest('hex').slice(0, HASH_LENGTH)}`;
}

/** What is asked, as text. */
function questionOf(commandLine: readonly string[]): string {
  const words = commandLine.filter((word, index) => {
    const isAmount = AMOUNTS.has(word) || AMOUNTS.has(commandLine[index - 1] ?? '');
    return !isAmount && !FLAGS.has(word);
  });
  return JSON.stringify(words);
}

/** The question that a folder answers; `null` where there is no such folder, or nobody knows. */
function questionIn(manifest: string): string | null {
  try {
    const content = parseBounded(readBounded(manifest, MAX_MANIFEST_BYTES).toString('utf8'));
    if (typeof content !== 'object' || content === null || !('commandLine' in content)) return null;
    const { commandLine } = content;
    const isWords = Array.isArray(commandLine) && commandLine.every((word) => typeof word === 'string');
    return isWords ? questionOf(commandLine) : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnusableFile || errorCode(error) !== undefined)
      return null;
    throw error;
  }
}
