import type { MapNode, Node } from '../document/tree.ts';
import { CHANNELS } from '../schema/hosts.ts';
import type { Kind } from '../schema/sections.ts';
import { type Names, OUTSIDE } from './names.ts';

/** Stands for every key of a map and every index of a list. */
const EACH = '*';

/** What can be down, and so fail at random. */
const FAILING: readonly Kind[] = ['KMS host', 'DNS zone', 'network', 'link'];

/** Places of a scenario that name something declared elsewhere, with the kinds that will do. */
const REFERENCES: readonly (readonly [path: string, kinds: readonly Kind[], others?: readonly string[]])[] = [
  ['networks.*.dns', ['DNS zone']],
  ['links.*.from', ['network']],
  ['links.*.to', ['network']],
  ['dns.*.network', ['network']],
  ['hosts.*.network', ['network']],
  ['hosts.*.key', ['key']],
  ['hosts.*.publishTo.*', ['DNS zone']],
  ['machines.*.network', ['network']],
  ['machines.*.key', ['key']],
  ['machines.*.by', ['VAMT'], CHANNELS],
  ['machines.*.host', ['KMS host']],
  ['vamt.*.network', ['network']],
  ['timeline.*.down', FAILING, OUTSIDE],
  ['timeline.*.block', ['link']],
  ['timeline.*.move', ['KMS host']],
  ['timeline.*.convert', ['machine group']],
  ['timeline.*.key', ['key']],
  ['timeline.*.by', ['VAMT'], CHANNELS],
  ['timeline.*.rebuild', ['machine group']],
  ['timeline.*.retire', ['machine group']],
  ['timeline.*.grant', ['DNS zone']],
  ['timeline.*.raise', ['key']],
  ['timeline.*.rekey', ['KMS host']],
  ['timeline.*.validate', ['machine group']],
  ['timeline.*.activate', ['machine group']],
];

/** Reports every reference to a name that is not declared, also in entries that are wrong otherwise. */
export function checkReferences(document: MapNode, names: Names): void {
  for (const [path, kinds, others] of REFERENCES) {
    for (const node of nodesAt(document, path.split('.'))) {
      if (node.kind === 'scalar' && typeof node.value === 'string') {
        names.check(node.value, kinds, node.range, others);
      }
    }
  }
  const failures = document.entries.get('failures')?.value;
  if (failures?.kind !== 'map') return;
  for (const [name, { key }] of failures.entries) names.check(name, FAILING, key, OUTSIDE);
}

function nodesAt(node: Node, [step, ...rest]: readonly string[]): readonly Node[] {
  if (step === undefined) return [node];
  if (step === EACH) return childrenOf(node).flatMap((child) => nodesAt(child, rest));
  const child = node.kind === 'map' ? node.entries.get(step)?.value : undefined;
  return child === undefined ? [] : nodesAt(child, rest);
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'map') return [...node.entries.values()].map(({ value }) => value);
  return node.kind === 'list' ? node.items : [];
}
