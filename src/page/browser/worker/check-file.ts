import { Design } from '../../../advice/design/design.ts';
import { WARNINGS, warningsOf } from '../../../advice/warnings/warnings.ts';
import { loadWithFigures } from '../../../experiments/loading/load-scenario.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import { type LoadResult, type ScenarioSources, SourceError } from '../../../scenario/load.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type Diagnostic, diagnosticAt } from '../../../text/diagnostics.ts';

/** The files of a playground by name. */
export type Files = Readonly<Record<string, string>>;

/** What is to be said of a file. */
export interface CheckedFile {
  readonly diagnostics: readonly Diagnostic[];
  /** The scenario and its designs, the scenario first; empty when there are errors. */
  readonly designs: readonly CheckedDesign[];
}

export interface CheckedDesign {
  readonly name: string;
  readonly title: string;
  readonly scenario: JsonObject;
}

/** Loads a file; what it extends is another of the files. */
export function loadFile(files: Files, file: string): LoadResult {
  return loadWithFigures(file, sourcesOf(files));
}

/** Files that extend each other by their names alone. */
export function sourcesOf(files: Files): ScenarioSources {
  return {
    read: (path) => {
      const text = files[path];
      if (text === undefined) throw new SourceError(`no file named ${path} in this playground`);
      return text;
    },
    resolve: (_from, reference) => reference.replace(/^.*[\\/]/, ''),
  };
}

/** The errors of a file, or the warnings of its scenario. */
export function checkFile(files: Files, file: string): CheckedFile {
  const loaded = loadFile(files, file);
  if (!loaded.ok) return { diagnostics: loaded.diagnostics, designs: [] };
  const { scenario, designs } = loaded;
  const all: [string, Scenario][] = [[nameOf(file), scenario], ...designs];
  return {
    diagnostics: warnings(scenario),
    designs: all.map(([name, { title, resolved }]) => ({ name, title, scenario: resolved })),
  };
}

function warnings(scenario: Scenario): Diagnostic[] {
  const subject = { design: new Design(scenario.parameters), written: scenario.resolved };
  return warningsOf(subject).map(({ name, path, message, help }) =>
    diagnosticAt(scenario.locate(path), {
      name,
      severity: 'warning',
      message,
      help,
      source: WARNINGS[name].section,
    }),
  );
}

function nameOf(file: string): string {
  return file.replace(/(?<=.)\.[^.]*$/, '');
}
