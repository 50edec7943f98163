import { splitDesigns } from './designs.ts';
import type { Diagnostic } from './diagnostics.ts';
import { readChain } from './extends.ts';
import { interpret } from './interpret.ts';
import { applyOverrides, type Override } from './overrides.ts';
import { Problems } from './problems.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioSources } from './sources.ts';
import { cutDuration } from './until.ts';

export type { Override } from './overrides.ts';
export { type ScenarioSources, SourceError } from './sources.ts';

/** What the command line says about a scenario besides its file. */
export interface LoadOptions {
  /** Laid over the file, in this order. */
  readonly overrides?: readonly Override[];
  /** In place of the scenario's seed. */
  readonly seed?: string;
  /** A duration to which the scenario's is cut. */
  readonly until?: string;
}

/** The scenario, and its variants by name in the order in which they are written. */
export interface Loaded {
  readonly ok: true;
  readonly scenario: Scenario;
  readonly designs: ReadonlyMap<string, Scenario>;
}

export type LoadResult = Loaded | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Loads a scenario: reads the file and those that it extends, lays the overrides over them, checks everything.
 *
 * @returns the scenario, or every error in it by position
 */
export function loadScenario(file: string, sources: ScenarioSources, options: LoadOptions = {}): LoadResult {
  const problems = new Problems();
  const merged = readChain(file, sources, problems);
  if (merged === undefined) return { ok: false, diagnostics: problems.list() };
  const { overrides = [], seed, until } = options;
  const seeded =
    seed === undefined ? overrides : [...overrides, { path: 'seed', value: JSON.stringify(seed) }];
  const overridden = applyOverrides(merged, seeded, problems);
  const document = until === undefined ? overridden : cutDuration(overridden, until, problems);
  const { base, variants } = splitDesigns(document, problems);
  const scenario = interpret(base, nameOf(file), problems);
  const designs = new Map<string, Scenario>();
  for (const [name, variant] of variants) {
    const design = interpret(variant, name, problems);
    if (design !== undefined) designs.set(name, design);
  }
  if (scenario === undefined || problems.count > 0) return { ok: false, diagnostics: problems.list() };
  return { ok: true, scenario, designs };
}

/** A file's name without folders and ending. */
function nameOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
