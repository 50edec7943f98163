import type { SourceRange } from '../../text/source.ts';
import { keyRangeAt, type MapNode, type Node, type Path, rangeAt } from './tree.ts';

/** What of an entry of a map is meant. */
export type EntryPart = 'key' | 'value';

/**
 * Where a path of a document is written: the range of its value, else that of the innermost key on the way that is
 * written (a default has no place of its own), else that of the whole document.
 *
 * @param path keys and indexes; or one text with dots between them, where a name may have dots of its own
 * @param part of the entry at the path
 */
export function locate(document: MapNode, path: string | Path, part: EntryPart = 'value'): SourceRange {
  const steps = typeof path === 'string' ? stepsOf(document, path) : path;
  return (part === 'key' ? keyRangeAt : rangeAt)(document, document.range, steps);
}

/** The steps of a path with dots: of several keys that it can mean, each step is the longest that is written. */
function stepsOf(document: MapNode, path: string): Path {
  const steps: string[] = [];
  let rest = path.split('.');
  let node: Node | undefined = document;
  while (rest.length > 0) {
    const length: number = node?.kind === 'map' ? longestKey(node, rest) : 1;
    const step: string = rest.slice(0, length).join('.');
    steps.push(step);
    rest = rest.slice(length);
    if (node?.kind === 'map') node = node.entries.get(step)?.value;
    else node = node?.kind === 'list' ? node.items[Number(step)] : undefined;
  }
  return steps;
}

function longestKey({ entries }: MapNode, words: readonly string[]): number {
  for (let length = words.length; length > 1; length--)
    if (entries.has(words.slice(0, length).join('.'))) return length;
  return 1;
}
