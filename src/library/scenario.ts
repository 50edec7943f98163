import { basename, extname } from 'node:path';
import { loadWithFigures } from '../experiments/loading/load-scenario.ts';
import type { Loaded } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Diagnostic, formatDiagnostic } from '../text/diagnostics.ts';
import { ScenarioFiles } from './files/scenario-files.ts';
import { loaded } from './internals.ts';
import type { LoadedScenario, ScenarioChanges } from './loaded-scenario.ts';

/** Where a scenario is: a path, or YAML or JSON itself. A string of more than one line is the text. */
export type ScenarioSource = string | { readonly file: string } | { readonly text: string };

/** A scenario, or a file of several designs, cannot be used. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  /** Every error, with its place. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.diagnostics = diagnostics;
  }
}

const TEXT_NAME = 'scenario';

/**
 * Loads a scenario from a file or a text.
 *
 * @param source a path, relative to the current folder, or the text of a scenario
 * @param changes values that are put over it
 * @throws ScenarioError when there is no such file or something is wrong in it
 */
export function loadScenario(source: ScenarioSource, changes: ScenarioChanges = {}): LoadedScenario {
  const { file, text } = sourceOf(source);
  const read = (more: ScenarioChanges) =>
    loadedOf(file, text, { ...changes, ...more, set: { ...changes.set, ...more.set } });
  const { scenario, designs } = read({});
  const variants = [...designs].map(([name, variant]) => {
    const change = (more: ScenarioChanges) => variantOf(read(more), name);
    return [name, loaded(name, variant, new Map(), change)] as const;
  });
  const change = (more: ScenarioChanges) => read(more).scenario;
  return loaded(basename(file, extname(file)), scenario, new Map(variants), change);
}

function sourceOf(source: ScenarioSource): { readonly file: string; readonly text: string | null } {
  if (typeof source !== 'string')
    return 'file' in source ? { file: source.file, text: null } : { file: TEXT_NAME, text: source.text };
  return source.includes('\n') ? { file: TEXT_NAME, text: source } : { file: source, text: null };
}

function loadedOf(file: string, text: string | null, { set = {}, seed, until }: ScenarioChanges): Loaded {
  const given = new Map(text === null ? [] : [[file, text]]);
  const overrides = Object.entries(set).map(([path, value]) => ({ path, value: JSON.stringify(value) }));
  const options = { overrides, seed: seed === undefined ? undefined : String(seed), until };
  const result = loadWithFigures(file, new ScenarioFiles('.', file, given), options);
  if (!result.ok) throw new ScenarioError(result.diagnostics);
  return result;
}

function variantOf({ designs }: Loaded, name: string): Scenario {
  const design = designs.get(name);
  if (design === undefined) throw new Error(`the changes remove the design ${name}`);
  return design;
}
