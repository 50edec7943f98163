import type { MapNode, Node } from './tree.ts';

/**
 * Lays a patch over a value as RFC 7396 says: maps merge, `null` removes, anything else replaces. Entries of
 * the value keep their order, new ones follow; every value keeps its source range.
 */
export function mergePatch(target: Node | undefined, patch: MapNode): MapNode;
export function mergePatch(target: Node | undefined, patch: Node): Node;
export function mergePatch(target: Node | undefined, patch: Node): Node {
  if (patch.kind !== 'map') return patch;
  const entries = new Map(target?.kind === 'map' ? target.entries : []);
  for (const [name, { key, value }] of patch.entries) {
    if (value.kind === 'scalar' && value.value === null) entries.delete(name);
    else entries.set(name, { key, value: mergePatch(entries.get(name)?.value, value) });
  }
  return { kind: 'map', entries, range: patch.range };
}

/** Makes one patch of two, the second laid over the first: what it removes stays removed, so `null` is kept. */
export function composePatches(first: Node | undefined, second: Node): Node {
  if (first?.kind !== 'map' || second.kind !== 'map') return second;
  const entries = new Map(first.entries);
  for (const [name, { key, value }] of second.entries)
    entries.set(name, { key, value: composePatches(entries.get(name)?.value, value) });
  return { kind: 'map', entries, range: second.range };
}
