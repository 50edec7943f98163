import { groupThousands } from '../../text/numbers.ts';
import type { MapNode, Node } from '../document/tree.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { MAX_TEXT } from '../schema/values.ts';

/** Entries of a map or list. */
const MAX_ENTRIES = 10_000;

/** Lists of machine names are as long as groups are large. */
const UNBOUNDED = /^machines\.[^\n]*\.names$/;

/** Reports collections and texts that are larger than any scenario needs. */
export function checkLimits(document: MapNode, diagnostics: ScenarioDiagnostics): void {
  checkNode(document, '', diagnostics);
}

function checkNode(node: Node, path: string, diagnostics: ScenarioDiagnostics): void {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string' && node.value.length > MAX_TEXT) {
      diagnostics.error('too-large', node.range, `a text has at most ${groupThousands(MAX_TEXT)} characters`);
    }
    return;
  }
  const size = node.kind === 'map' ? node.entries.size : node.items.length;
  if (size > MAX_ENTRIES && !UNBOUNDED.test(path)) {
    diagnostics.error(
      'too-large',
      node.range,
      `a map or list has at most ${groupThousands(MAX_ENTRIES)} entries`,
    );
    return;
  }
  if (node.kind === 'list') for (const item of node.items) checkNode(item, path, diagnostics);
  else
    for (const [name, { value }] of node.entries)
      checkNode(value, `${path}${path && '.'}${name}`, diagnostics);
}
