import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScenarioSources } from '../../src/scenario/document/sources.ts';
import { type LoadOptions, loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type Diagnostic, formatDiagnostic } from '../../src/text/diagnostics.ts';

/** The scenarios that vasim is shipped with. */
export const SCENARIO_FOLDER = join(import.meta.dirname, '../../scenarios');

/** Their names, in order: file names without the ending. */
export function shippedNames(): string[] {
  return readdirSync(SCENARIO_FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''))
    .sort();
}

/** The text of a shipped scenario. */
export function textOf(name: string): string {
  return readFileSync(pathOf(name), 'utf8').replaceAll('\r\n', '\n');
}

/** Sources that read files as they are. */
export const FILES: ScenarioSources = {
  read: (path) => readFileSync(path, 'utf8'),
  resolve: (fromFile, reference) => join(dirname(fromFile), reference),
};

/** A shipped scenario; fails with its errors when there are any. */
export function shipped(name: string, options: LoadOptions = {}, sources = FILES): Scenario {
  const result = loadScenario(pathOf(name), sources, options);
  if (!result.ok) throw new Error(inWords(result.diagnostics));
  return result.scenario;
}

/** Settings such as `machines.desktops.count=24`, as `--set` takes them. */
export function settings(...words: readonly string[]): LoadOptions {
  return {
    overrides: words.map((word) => {
      const equals = word.indexOf('=');
      return { path: word.slice(0, equals), value: word.slice(equals + 1) };
    }),
  };
}

function pathOf(name: string): string {
  return join(SCENARIO_FOLDER, `${name}.yaml`);
}

function inWords(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(formatDiagnostic).join('\n');
}
