import { readChain } from '../../src/scenario/document/extends.ts';
import { type ScenarioSources, SourceError } from '../../src/scenario/document/sources.ts';
import type { ScenarioErrorName } from '../../src/scenario/errors/scenario-errors.ts';
import { type LoadOptions, type LoadResult, loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { validateScenario } from '../../src/scenario/validate-scenario.ts';
import { DiagnosticCollector } from '../../src/text/diagnostic-collector.ts';
import { type Diagnostic, formatDiagnostic } from '../../src/text/diagnostics.ts';

/** The file that tests load. */
export const MAIN = 'main.yaml';

/** Texts by file name; a text alone is that of the main file. */
export type Files = string | Readonly<Record<string, string>>;

/** Sources that come from memory; `extends` names a file as it is, with or without `./` in front. */
export function inMemory(files: Files): ScenarioSources {
  const texts: Readonly<Record<string, string>> = typeof files === 'string' ? { [MAIN]: files } : files;
  return {
    read: (path) => {
      if (!Object.hasOwn(texts, path)) throw new SourceError(`there is no file ${path}`);
      return texts[path];
    },
    resolve: (_from, reference) => {
      if (reference.startsWith('..')) throw new SourceError('this leads out of the folder');
      return reference.replace(/^\.\//, '');
    },
  };
}

export function load(files: Files, options?: LoadOptions): LoadResult {
  return loadScenario(MAIN, inMemory(files), options);
}

/** The scenario; fails with its errors when there are any. */
export function scenarioOf(files: Files, options?: LoadOptions): Scenario {
  const result = load(files, options);
  if (!result.ok) throw new Error(result.diagnostics.map(formatDiagnostic).join('\n'));
  return result.scenario;
}

/** The errors as `LINE:COLUMN MESSAGE; HELP`, with the file in front unless it is the main one. */
export function errorsOf(files: Files, options?: LoadOptions): readonly string[] {
  const result = load(files, options);
  return result.ok ? [] : result.diagnostics.map(inShort);
}

/** As `scenarioOf` and `errorsOf`, of the whole language: also of what the model cannot do yet. */
export function interpretWhole(files: Files): { scenario?: Scenario; errors: readonly string[] } {
  const diagnostics = new DiagnosticCollector<ScenarioErrorName>();
  const document = readChain(MAIN, inMemory(files), diagnostics);
  const scenario = document && validateScenario(document, 'main', diagnostics);
  return { scenario, errors: diagnostics.list().map(inShort) };
}

function inShort({ place, message, help }: Diagnostic): string {
  const where = place === null ? '' : `${place.line}:${place.column} `;
  const file = place === null || place.file === MAIN ? '' : `${place.file}:`;
  return `${file}${where}${message}${help === undefined ? '' : `; ${help}`}`;
}
