import type { Problems } from './problems.ts';
import { LONGEST_TEXT } from './schema/values.ts';
import type { MapNode, Node } from './tree.ts';

/** Entries of a map or list. */
const MOST_ENTRIES = 10_000;

/** Lists of machine names are as long as groups are large. */
const UNBOUNDED = /^machines\.[^\n]*\.names$/;

/** Reports collections and texts that are larger than any scenario needs. */
export function checkLimits(document: MapNode, problems: Problems): void {
  checkNode(document, '', problems);
}

function checkNode(node: Node, path: string, problems: Problems): void {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string' && node.value.length > LONGEST_TEXT) {
      problems.report(node.place, `a text has at most ${LONGEST_TEXT} characters`);
    }
    return;
  }
  const size = node.kind === 'map' ? node.entries.size : node.items.length;
  if (size > MOST_ENTRIES && !UNBOUNDED.test(path)) {
    problems.report(node.place, `a map or list has at most ${MOST_ENTRIES} entries`);
    return;
  }
  if (node.kind === 'list') for (const item of node.items) checkNode(item, path, problems);
  else
    for (const [name, { value }] of node.entries) checkNode(value, `${path}${path && '.'}${name}`, problems);
}
