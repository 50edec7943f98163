import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import type { MapNode, Node } from '../document/tree.ts';
import { MAX_TEXT } from '../schema/values.ts';

/** Entries of a map or list. */
const MAX_ENTRIES = 10_000;

/** Lists of machine names are as long as groups are large. */
const UNBOUNDED = /^machines\.[^\n]*\.names$/;

/** Reports collections and texts that are larger than any scenario needs. */
export function checkLimits(document: MapNode, problems: DiagnosticCollector): void {
  checkNode(document, '', problems);
}

function checkNode(node: Node, path: string, problems: DiagnosticCollector): void {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string' && node.value.length > MAX_TEXT) {
      problems.report(node.place, `a text has at most ${MAX_TEXT} characters`);
    }
    return;
  }
  const size = node.kind === 'map' ? node.entries.size : node.items.length;
  if (size > MAX_ENTRIES && !UNBOUNDED.test(path)) {
    problems.report(node.place, `a map or list has at most ${MAX_ENTRIES} entries`);
    return;
  }
  if (node.kind === 'list') for (const item of node.items) checkNode(item, path, problems);
  else
    for (const [name, { value }] of node.entries) checkNode(value, `${path}${path && '.'}${name}`, problems);
}
