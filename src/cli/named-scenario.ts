import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { MAX_SCENARIO } from '../scenario/import/limits.ts';
import { type LoadOptions, type LoadResult, loadScenario } from '../scenario/load.ts';
import { nearest } from '../text/nearest.ts';
import { CommandLineError } from './command-line-error.ts';
import type { Outside } from './outside.ts';
import { ScenarioFiles } from './scenario-files.ts';
import { STANDARD_INPUT, STANDARD_INPUT_NAME } from './standard-input.ts';
import { decodeText, UnreadableText, withRegularFile } from './text-file.ts';

/**
 * Loads the scenario that a word of the command line names: a path or {@link STANDARD_INPUT}.
 *
 * @throws CommandLineError when there is no such file
 */
export async function loadNamed(word: string, options: LoadOptions, outside: Outside): Promise<LoadResult> {
  const { currentFolder } = outside;
  if (word === STANDARD_INPUT) {
    const text = await readStandardInput(outside);
    const files = new ScenarioFiles(
      currentFolder,
      STANDARD_INPUT_NAME,
      new Map([[STANDARD_INPUT_NAME, text]]),
    );
    return loadScenario(STANDARD_INPUT_NAME, files, options);
  }
  requireFile(word, currentFolder);
  return loadScenario(word, new ScenarioFiles(currentFolder, word), options);
}

/** The name of the file that a word of the command line names, as the manifest has it. */
export function fileNameOf(word: string): string {
  return word === STANDARD_INPUT ? STANDARD_INPUT_NAME : basename(word);
}

/** The file's name without its ending: what its results are called after. */
export function nameOf(word: string): string {
  const file = fileNameOf(word);
  const name = basename(file, extname(file));
  return /^\.*$/.test(name) ? file : name;
}

/**
 * Makes sure that a file named on the command line is there.
 *
 * @throws CommandLineError with the files that may have been meant
 */
export function requireFile(word: string, currentFolder: string): void {
  if (word === STANDARD_INPUT) return;
  if (word === '') throw new CommandLineError('the name of a FILE is empty');
  try {
    withRegularFile(resolve(currentFolder, word), () => undefined);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    const hint = meantFile(word, currentFolder);
    throw new CommandLineError(`${word} ${error.message}${hint === null ? '' : `; did you mean ${hint}?`}`);
  }
}

async function readStandardInput(outside: Outside): Promise<string> {
  try {
    return decodeText(await outside.readInput(MAX_SCENARIO));
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    throw new CommandLineError(`standard input ${error.message}`);
  }
}

/** The scenario file beside, or in, what was named whose name is nearest. */
function meantFile(word: string, currentFolder: string): string | null {
  const inside = scenarioFilesIn(resolve(currentFolder, word));
  if (inside.length > 0) return join(word, inside[0]);
  const files = scenarioFilesIn(resolve(currentFolder, dirname(word)));
  const name = basename(word);
  const near =
    files.find((file) => basename(file, extname(file)) === name) ??
    nearest(name, files) ??
    files.find((file) => file.includes(name));
  return near === undefined ? null : join(dirname(word), near);
}

function scenarioFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(ya?ml|json)$/i.test(name))
      .sort();
  } catch {
    return [];
  }
}
