import { composePatches, mergePatch } from './merge-patch.ts';
import type { MapNode } from './tree.ts';

/** The key under which a scenario holds variants of itself. */
export const DESIGNS = 'designs';

/**
 * Lays a scenario file over the one that it extends. Designs are patches themselves, so theirs are composed: a
 * `null` in one of them still marks what the design removes.
 */
export function mergeExtended(target: MapNode, map: MapNode): MapNode {
  const merged = mergePatch(target, map);
  const designs = map.entries.get(DESIGNS);
  if (designs?.value.kind !== 'map') return merged;
  const before = target.entries.get(DESIGNS)?.value;
  const kept = new Map(before?.kind === 'map' ? before.entries : []);
  for (const [name, { key, value }] of designs.value.entries) {
    if (value.kind === 'scalar' && value.value === null) kept.delete(name);
    else kept.set(name, { key, value: composePatches(kept.get(name)?.value, value) });
  }
  const value: MapNode = { kind: 'map', entries: kept, range: designs.value.range };
  return { ...merged, entries: new Map(merged.entries).set(DESIGNS, { key: designs.key, value }) };
}
