import type { Problems } from './problems.ts';
import type { MapNode, Node } from './tree.ts';

/** What the language has and the model has not yet: a path (`*` stands for every entry), and values if not all. */
const NOT_YET_SUPPORTED: readonly (readonly [path: string, values?: readonly string[]])[] = [
  ['vamt'],
  ['machines.*.method', ['mak', 'mak-proxy']],
  ['machines.*.rearm', ['at-expiry']],
  ['machines.*.hardwareChange'],
  ['machines.*.genuine'],
  ['timeline.*.convert'],
  ['timeline.*.raise'],
  ['timeline.*.rekey'],
  ['timeline.*.validate'],
];

/** Reports what the model cannot do yet. */
export function refuseNotYetSupported(document: MapNode, problems: Problems): void {
  for (const [path, values] of NOT_YET_SUPPORTED) refuse(document, path.split('.'), values, problems);
}

function refuse(
  node: Node,
  [step, ...rest]: readonly string[],
  values: readonly string[] | undefined,
  problems: Problems,
): void {
  if (step === '*' && node.kind === 'list')
    for (const item of node.items) refuse(item, rest, values, problems);
  if (node.kind !== 'map') return;
  for (const [name, { key, value }] of node.entries) {
    if (step !== '*' && step !== name) continue;
    if (rest.length > 0) refuse(value, rest, values, problems);
    else if (values === undefined) problems.report(key, `\`${name}\` is not yet supported`);
    else if (value.kind === 'scalar' && values.includes(String(value.value))) {
      problems.report(key, `\`${name}: ${value.value}\` is not yet supported`);
    }
  }
}
