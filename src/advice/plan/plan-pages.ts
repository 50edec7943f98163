import { groupThousands } from '../../text/numbers.ts';
import { WATCHED_EVENTS } from './monitoring.ts';
import type { Plan } from './plan.ts';
import { NETWORK_KINDS } from './table-1.ts';
import { shownRows } from './table-2.ts';

/** A piece of a plan, for whatever shows it. Names in texts are between backquotes. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The first row is the header; the first `texts` columns are text, those behind them numbers. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly texts: number };

/** A step of the guide. */
export interface Page {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** The guide's steps with what they found, in its order, then the warnings. */
export function planPages(plan: Plan): Page[] {
  return [
    { heading: '1. Who finds and reaches which KMS host', blocks: reachBlocks(plan) },
    { heading: '2. Table 1: each network and its recommendation', blocks: table1Blocks(plan) },
    { heading: '3. Table 2: every computer and its activation method', blocks: table2Blocks(plan) },
    { heading: '4. Keys to order', blocks: keyBlocks(plan) },
    { heading: '5. What to monitor', blocks: monitoringBlocks(plan) },
    { heading: 'Warnings', blocks: warningBlocks(plan) },
  ];
}

function reachBlocks({ reach }: Plan): Block[] {
  if (reach.length === 0) return [{ kind: 'text', text: 'There is no KMS host.' }];
  const rows = reach.map(({ network, host, discovers, reaches, served, reason }) => [
    network,
    host,
    yesNo(discovers),
    yesNo(reaches),
    yesNo(served),
    reason,
  ]);
  return [
    {
      kind: 'table',
      rows: [['network', 'host', 'finds', 'reaches', 'served', 'why not'], ...rows],
      texts: 6,
    },
  ];
}

function table1Blocks({ table1, core }: Plan): Block[] {
  const blocks = table1.flatMap((row): Block[] => [
    { kind: 'text', text: `\`${row.network}\`: ${NETWORK_KINDS[row.kind]}; ${physicalOf(row)}` },
    { kind: 'list', items: [`the guide: ${row.recommended}`, `the design: ${row.design}`] },
  ]);
  const about =
    core === null
      ? 'No network is the core: none is named so or has a KMS host.'
      : `The core is \`${core}\`.`;
  return [{ kind: 'text', text: about }, ...blocks];
}

function physicalOf({ computers, physical, threshold, thresholdMet }: Plan['table1'][number]): string {
  if (computers === 0) return 'no computers';
  const enough = thresholdMet ? 'enough' : 'too few';
  return `${groupThousands(computers)} computers, ${groupThousands(physical)} physical: ${enough} for a threshold of ${threshold}`;
}

function table2Blocks({ table2 }: Plan): Block[] {
  const rows = shownRows(table2).map(({ words, computers }) => [words, groupThousands(computers)]);
  const table: Block = {
    kind: 'table',
    rows: [['Activation method', 'Number of computers'], ...rows],
    texts: 1,
  };
  return [
    table,
    ...leftBlocks('Remaining:', table2.remaining),
    ...leftBlocks('Office remaining:', table2.officeRemaining),
  ];
}

function leftBlocks(title: string, left: Plan['table2']['remaining']): Block[] {
  if (left.length === 0) return [];
  const items = left.map(
    ({ group, computers, reason }) => `\`${group}\` (${groupThousands(computers)}): ${reason}`,
  );
  return [
    { kind: 'text', text: title },
    { kind: 'list', items },
  ];
}

function keyBlocks({ keys }: Plan): Block[] {
  if (keys.length === 0) return [{ kind: 'text', text: 'None: the design has no keys.' }];
  const rows = keys.map((row) => [
    row.key,
    row.type.toUpperCase(),
    row.group,
    row.groupNeeded ?? 'none',
    row.hosts === null ? '' : String(row.hosts),
    groupThousands(row.activationsNeeded),
    groupThousands(row.activationsOrdered),
    groupThousands(row.activationsAdvised),
  ]);
  const header = ['key', 'type', 'group', 'group needed', 'hosts', 'needed', 'ordered', 'advised'];
  return [
    { kind: 'table', rows: [header, ...rows], texts: 4 },
    {
      kind: 'text',
      text: 'The last three columns are activations with Microsoft: those that the run takes, those that the key has, and those to order (of a MAK a tenth more than needed, for repairs).',
    },
  ];
}

function monitoringBlocks({ headroom, laterEvents = [], disclosure }: Plan): Block[] {
  const blocks: Block[] = [];
  const events = [...(headroom.length > 0 ? WATCHED_EVENTS : []), ...laterEvents];
  if (headroom.length > 0) {
    const rows = headroom.map(({ host, countable, expected, threshold, headroom: left }) => [
      host,
      ...[countable, expected, threshold, left].map((value) => groupThousands(value)),
    ]);
    blocks.push({
      kind: 'table',
      rows: [['host', 'countable', 'expected', 'threshold', 'headroom'], ...rows],
      texts: 1,
    });
  }
  if (events.length > 0) {
    blocks.push({ kind: 'text', text: 'Events to watch:' });
    blocks.push({
      kind: 'list',
      items: events.map(({ id, log, where, meaning }) => `${id} on ${where} (${log}): ${meaning}`),
    });
  }
  blocks.push({ kind: 'text', text: 'What leaves for Microsoft:' });
  const leaves = disclosure.leaves.length === 0 ? ['nothing'] : disclosure.leaves;
  blocks.push({ kind: 'list', items: leaves });
  blocks.push({ kind: 'text', text: 'What never does:' });
  blocks.push({ kind: 'list', items: disclosure.never });
  return blocks;
}

function warningBlocks({ warnings }: Plan): Block[] {
  if (warnings.length === 0) return [{ kind: 'text', text: 'None.' }];
  const items = warnings.map(({ name, file, line, message, help }) => {
    const place = file === null ? '' : ` (${file}:${line})`;
    return `${name}${place}: ${message}; ${help ?? ''}`;
  });
  return [{ kind: 'list', items }];
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
