import type { SourceRange } from '../../text/source.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** A scenario as it was written: values with their source ranges, which they keep when files are merged. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly range: SourceRange;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly range: SourceRange;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly range: SourceRange;
}

export interface MapEntry {
  /** The source range of the key. */
  readonly key: SourceRange;
  readonly value: Node;
}

/** Steps from a node inward: keys of maps and indexes of lists. */
export type Path = readonly PropertyKey[];

/** The node at a path, or `undefined` where there is none. */
export function nodeAt(node: Node, path: Path): Node | undefined {
  let current: Node | undefined = node;
  for (const step of path) {
    if (current?.kind === 'map') current = current.entries.get(String(step))?.value;
    else if (current?.kind === 'list') current = current.items[Number(step)];
    else return undefined;
  }
  return current;
}

/** Where a message about a path belongs: the value there, else the innermost key on the way that exists. */
export function rangeAt(node: Node, key: SourceRange, path: Path): SourceRange {
  let innermost = key;
  let current = node;
  for (const step of path) {
    if (current.kind === 'map') {
      const entry = current.entries.get(String(step));
      if (entry === undefined) return innermost;
      innermost = entry.key;
      current = entry.value;
    } else if (current.kind === 'list' && Number(step) < current.items.length) {
      current = current.items[Number(step)];
      innermost = current.range;
    } else return innermost;
  }
  return current.range;
}

/** The source range of the key at the end of a path; without such a key, the range of the path. */
export function keyRangeAt(node: Node, key: SourceRange, path: Path): SourceRange {
  const parent = nodeAt(node, path.slice(0, -1));
  const entry = parent?.kind === 'map' ? parent.entries.get(String(path.at(-1))) : undefined;
  return entry?.key ?? rangeAt(node, key, path);
}

/** The value without its source ranges. */
export function toJson(node: Node): JsonValue {
  if (node.kind === 'scalar') return node.value;
  return node.kind === 'list' ? node.items.map(toJson) : mapToJson(node);
}

/** As `toJson`, of a map. */
export function mapToJson(node: MapNode): JsonObject {
  return Object.fromEntries([...node.entries].map(([name, entry]) => [name, toJson(entry.value)]));
}

/** Characters of a value that a message shows. */
const SHOWN = 60;

/** What a node is, for messages: its text, or what kind of thing. */
export function inWords(node: Node): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a map';
  if (node.value === null || node.value === '') return 'nothing';
  const text = String(node.value);
  return `\`${text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text}\``;
}
