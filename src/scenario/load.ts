import { DiagnosticCollector } from '../text/diagnostic-collector.ts';
import type { Diagnostic } from '../text/diagnostics.ts';
import { splitDesigns } from './document/designs.ts';
import { readChain } from './document/extends.ts';
import { applyOverrides, type Override } from './document/overrides.ts';
import type { ScenarioSources } from './document/sources.ts';
import type { MapNode } from './document/tree.ts';
import type { ScenarioDiagnostics, ScenarioErrorName } from './errors/scenario-errors.ts';
import type { Scenario } from './scenario.ts';
import { cutDuration } from './until.ts';
import { validateScenario } from './validate-scenario.ts';

export type { Override } from './document/overrides.ts';
export { type ScenarioSources, SourceError } from './document/sources.ts';

/** What the command line says about a scenario, apart from its file. */
export interface LoadOptions {
  /** Laid over the file, in this order; its designs lie over them. */
  readonly overrides?: readonly Override[];
  /** In place of the scenario's seed. */
  readonly seed?: string;
  /** A duration to which the scenario's is cut. */
  readonly until?: string;
  /** A file that this one is laid over where it extends none. */
  readonly base?: string;
  /** What the file says together with those that it extends, where they were read before: they are not read again. */
  readonly document?: MapNode;
}

/** The scenario, and its variants by name in the order in which they are written. */
export interface Loaded {
  readonly ok: true;
  readonly scenario: Scenario;
  readonly designs: ReadonlyMap<string, Scenario>;
  /** What the file says together with those that it extends, before anything was laid over it. */
  readonly document: MapNode;
}

export type LoadResult = Loaded | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Loads a scenario: reads the file and those that it extends, lays the overrides over them, checks everything.
 *
 * @returns the scenario, or every error in it by position
 */
export function loadScenario(file: string, sources: ScenarioSources, options: LoadOptions = {}): LoadResult {
  const diagnostics = new DiagnosticCollector<ScenarioErrorName>();
  const merged = options.document ?? readChain(file, sources, diagnostics, options.base);
  if (merged === undefined) return { ok: false, diagnostics: diagnostics.list() };
  const { base, variants } = splitDesigns(
    applyOverrides(merged, options.overrides ?? [], diagnostics),
    diagnostics,
  );
  const read = (document: MapNode, name: string) =>
    validateScenario(withOptions(document, options, diagnostics), name, diagnostics);
  const scenario = read(base, nameOf(file));
  const designs = new Map<string, Scenario>();
  for (const [name, variant] of variants) {
    const design = read(variant, name);
    if (design !== undefined) designs.set(name, design);
  }
  if (scenario === undefined || diagnostics.errorCount > 0)
    return { ok: false, diagnostics: diagnostics.list() };
  return { ok: true, scenario, designs, document: merged };
}

/** The document with the seed and length that the command line names, which count for every design. */
function withOptions(
  document: MapNode,
  { seed, until }: LoadOptions,
  diagnostics: ScenarioDiagnostics,
): MapNode {
  const seeding = seed === undefined ? [] : [{ path: 'seed', value: JSON.stringify(seed) }];
  const seeded = applyOverrides(document, seeding, diagnostics);
  return until === undefined ? seeded : cutDuration(seeded, until, diagnostics);
}

/** A file's name without folders and ending. */
function nameOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
