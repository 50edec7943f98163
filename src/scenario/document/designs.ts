import { groupThousands } from '../../text/numbers.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { isName, NAME_RULE } from '../schema/values.ts';
import { EXTENDS } from './extends.ts';
import { DESIGNS } from './merge-extended.ts';
import { mergePatch } from './merge-patch.ts';
import { inWords, type MapNode, type Node } from './tree.ts';

const KEYS_OF_FILES = [
  [DESIGNS, 'a design cannot have designs of its own'],
  [EXTENDS, 'a design changes the scenario that it is written in and cannot extend another'],
] as const;

/** Values of all designs together: each is checked as a scenario of its own. */
const MAX_REPEATED = 2_000_000;

/** A scenario's document without its variants, and the document of each variant. */
export interface Designs {
  readonly base: MapNode;
  readonly variants: ReadonlyMap<string, MapNode>;
}

/** Lays each of a document's designs, which are merge patches (RFC 7396), over the rest of it. */
export function splitDesigns(document: MapNode, diagnostics: ScenarioDiagnostics): Designs {
  const entries = new Map(document.entries);
  const designs = entries.get(DESIGNS);
  entries.delete(DESIGNS);
  const base: MapNode = { ...document, entries };
  const variants = new Map<string, MapNode>();
  if (designs === undefined) return { base, variants };
  if (designs.value.kind !== 'map') {
    diagnostics.error(
      'wrong-type',
      designs.value.range,
      `expected a map of designs by name, not ${inWords(designs.value)}`,
    );
    return { base, variants };
  }
  const repeated = sizeOf(base) * designs.value.entries.size;
  if (repeated > MAX_REPEATED) {
    const message = `designs repeat more than ${groupThousands(MAX_REPEATED)} values`;
    diagnostics.error('too-large', designs.key, message, 'split the designs among several files');
    return { base, variants };
  }
  for (const [name, { key, value }] of designs.value.entries) {
    if (!isName(name)) diagnostics.error('invalid-name', key, NAME_RULE);
    else if (value.kind !== 'map')
      diagnostics.error(
        'wrong-type',
        value.range,
        `expected a map of the design's changes, not ${inWords(value)}`,
      );
    else if (!hasKeysOfFiles(value, diagnostics)) variants.set(name, mergePatch(base, value));
  }
  return { base, variants };
}

/** Whether a design has keys that only a file has; they are reported. */
function hasKeysOfFiles(design: MapNode, diagnostics: ScenarioDiagnostics): boolean {
  const before = diagnostics.errorCount;
  for (const [name, message] of KEYS_OF_FILES) {
    const entry = design.entries.get(name);
    if (entry !== undefined) diagnostics.error('misplaced-key', entry.key, message);
  }
  return diagnostics.errorCount > before;
}

/** How many values a node has, itself included. */
function sizeOf(node: Node): number {
  if (node.kind === 'scalar') return 1;
  const inner = node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value);
  return inner.reduce((size, child) => size + sizeOf(child), 1);
}
