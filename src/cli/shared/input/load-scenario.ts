import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { loadWithFigures } from '../../../experiments/loading/load-scenario.ts';
import { ScenarioFiles } from '../../../library/files/scenario-files.ts';
import { decodeText, UnreadableText, withRegularFile } from '../../../library/files/text-file.ts';
import { MAX_SCENARIO } from '../../../scenario/import/basics/limits.ts';
import type { Loaded, LoadResult, loadScenario, ScenarioSources } from '../../../scenario/load.ts';
import { type Diagnostic, formatDiagnostic } from '../../../text/diagnostics.ts';
import { nearest } from '../../../text/nearest.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { Messages } from '../messages.ts';
import type { ProcessHost } from '../process-host.ts';
import { isLongToRead, requireThread } from '../thread/needs-thread.ts';
import { STANDARD_INPUT, STANDARD_INPUT_NAME } from './operands.ts';
import { parseOverrides } from './overrides.ts';

/** The options that change a scenario, as they were given. */
export interface ScenarioOptions {
  readonly set?: readonly string[];
  readonly seed?: string;
  readonly until?: string;
}

/**
 * Loads a scenario that was opened.
 *
 * @param more settings behind those that were given
 * @param loader in place of the one that also checks the figures that are named: where a change takes things away that
 * expectations name
 */
export type LoadAgain = (more: readonly string[], loader?: typeof loadScenario) => LoadResult;

/**
 * Loads the scenario that an argument names: a path or {@link STANDARD_INPUT}.
 *
 * @throws CommandLineError when there is no such file or `--set` is not PATH=VALUE
 */
export async function loadNamed(
  argument: string,
  options: ScenarioOptions,
  host: ProcessHost,
): Promise<LoadResult> {
  const load = await openNamed(argument, options, host);
  return load([]);
}

/**
 * Opens the scenario that an argument names, to load it again and again with more settings behind those that were
 * given. Its files are read once.
 *
 * @throws CommandLineError as {@link loadNamed}
 */
export async function openNamed(
  argument: string,
  { set = [], seed, until }: ScenarioOptions,
  host: ProcessHost,
): Promise<LoadAgain> {
  const { currentFolder } = host;
  const isStdin = argument === STANDARD_INPUT;
  const file = isStdin ? STANDARD_INPUT_NAME : argument;
  if (!isStdin) requireFile(argument, currentFolder);
  const given = isStdin ? new Map([[file, await readStandardInput(host)]]) : undefined;
  const files = new ScenarioFiles(currentFolder, file, given);
  const texts = new Map<string, string>();
  const sources: ScenarioSources = {
    read: (path) => {
      const text = texts.get(path) ?? files.read(path);
      texts.set(path, text);
      if (host.runInThread !== null && isLongToRead(text)) requireThread(host);
      return text;
    },
    resolve: (from, reference) => files.resolve(from, reference),
  };
  return (more, loader = loadWithFigures) =>
    loader(file, sources, { overrides: parseOverrides([...set, ...more]), seed, until });
}

/**
 * Loads the scenario that an argument names and shows what is wrong with it.
 *
 * @returns null when it is wrong
 * @throws CommandLineError as {@link loadNamed}
 */
export async function loadOrReport(
  argument: string,
  options: ScenarioOptions,
  host: ProcessHost,
  messages: Messages,
): Promise<Loaded | null> {
  const result = await loadNamed(argument, options, host);
  if (result.ok) return result;
  reportDiagnostics(result.diagnostics, messages);
  return null;
}

/** Shows what is wrong with a scenario. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], messages: Messages): void {
  for (const diagnostic of diagnostics) messages.error(formatDiagnostic(diagnostic));
}

/** The name of the file that an argument names, as the manifest has it. */
export function fileNameOf(argument: string): string {
  return argument === STANDARD_INPUT ? STANDARD_INPUT_NAME : basename(argument);
}

/** The file's name without its extension: what its results are called after. */
export function nameOf(argument: string): string {
  const file = fileNameOf(argument);
  const name = basename(file, extname(file));
  return /^\.*$/.test(name) ? file : name;
}

/**
 * Makes sure that a file named on the command line exists.
 *
 * @throws CommandLineError with the files that may have been meant
 */
export function requireFile(argument: string, currentFolder: string): void {
  if (argument === STANDARD_INPUT) return;
  if (argument === '') throw new CommandLineError('the name of a FILE is empty');
  try {
    withRegularFile(resolve(currentFolder, argument), () => undefined);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    const hint = meantFile(argument, currentFolder);
    throw new CommandLineError(
      `${argument} ${error.message}${hint === null ? '' : `; did you mean ${hint}?`}`,
    );
  }
}

async function readStandardInput(host: ProcessHost): Promise<string> {
  try {
    return decodeText(await host.readStdin(MAX_SCENARIO));
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    throw new CommandLineError(`standard input ${error.message}`);
  }
}

/** The scenario file in what was named, or next to it, whose name is nearest. */
function meantFile(argument: string, currentFolder: string): string | null {
  const inside = scenarioFilesIn(resolve(currentFolder, argument));
  if (inside.length > 0) return join(argument, inside[0]);
  const name = basename(argument);
  // A name that is not valid UTF-8 is listed as it was typed, but cannot be opened.
  const files = scenarioFilesIn(resolve(currentFolder, dirname(argument))).filter((file) => file !== name);
  const near =
    files.find((file) => basename(file, extname(file)) === name) ??
    nearest(name, files) ??
    files.find((file) => file.includes(name));
  return near === undefined ? null : join(dirname(argument), near);
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
