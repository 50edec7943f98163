import { Document, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { COMPLETE, comment, type Head, headComment } from './comments.ts';
import type { PlannedGroup, ScenarioPlan } from './scenario-plan.ts';
import { shown } from './shown.ts';

/**
 * The text of an imported scenario: YAML with comments at the places that a planner is to complete.
 *
 * @param title what the scenario is called, in the words of the file's name
 */
export function scenarioText(title: string, plan: ScenarioPlan, head: Head): string {
  const document = new Document({ title, duration: '365 d', ...declarations(plan) });
  document.commentBefore = headComment(head);
  document.comment = comment(...EXPECTATIONS);
  const sections = document.contents as YAMLMap;
  for (const pair of sections.items as Pair[]) annotateSection(pair, plan);
  return document.toString({ lineWidth: 0 });
}

const EXPECTATIONS = [
  `${COMPLETE} what must hold in a run, which its exit status then says. For example:`,
  'expect:',
  '  - { figure: machines.everNotification, is: 0 }',
];

function declarations({ zone, networks, groups, maks, center, host }: ScenarioPlan): object {
  const kms = host === null ? {} : { [host.key]: { type: 'kms', group: host.keyGroup } };
  const hosts =
    host === null
      ? {}
      : { hosts: { [host.name]: { network: host.network, os: 'server-2008-standard', key: host.key } } };
  return {
    networks: Object.fromEntries(networks.map(({ name }) => [name, { dns: zone, internet: true }])),
    dns: { [zone]: { network: center } },
    keys: {
      ...kms,
      ...Object.fromEntries(
        maks.map(({ name, group, activations }) => [name, { type: 'mak', group, activations }]),
      ),
    },
    ...hosts,
    machines: Object.fromEntries(groups.map((group) => [group.name, declareGroup(group)])),
  };
}

function declareGroup({ count, names, edition, network, virtual, key }: PlannedGroup): object {
  return {
    ...(names === null ? { count } : {}),
    os: edition,
    network,
    ...(virtual ? { virtual } : {}),
    ...(key === null ? {} : { method: 'mak', key }),
    ...(names === null ? {} : { names }),
  };
}

/** Puts the comments of a section in place, and its small entries on a line each. */
function annotateSection(section: Pair, plan: ScenarioPlan): void {
  const { key, value } = section;
  if (!isScalar(key) || !isMap(value)) return;
  key.spaceBefore = true;
  key.commentBefore = comment(...SECTION_COMMENTS[key.value as keyof typeof SECTION_COMMENTS](plan));
  const groups = new Map(plan.groups.map((group) => [group.name, group]));
  const networks = new Map(plan.networks.map((network) => [network.name, network]));
  for (const { key: name, value: entry } of value.items) {
    if (!isScalar(name) || !isMap(entry)) continue;
    const group = groups.get(String(name.value));
    const network = networks.get(String(name.value));
    entry.flow = group === undefined;
    if (network !== undefined) entry.comment = siteComment(network.site, network.machines);
    if (group?.assumed)
      name.commentBefore = comment(`${COMPLETE} the service pack is not known; 1 is assumed.`);
  }
}

function siteComment(site: string, machines: number): string {
  return comment(`${site === '' ? 'no site is given' : shown(site)} (${machines})`);
}

/** What stands above each section. */
const SECTION_COMMENTS = {
  networks: () => [
    'A network for each site of the inventory, with the number of its computers.',
    `${COMPLETE} make one of those that reach each other anyway; \`internet: false\` where Microsoft cannot be reached.`,
  ],
  dns: ({ networks, center }: ScenarioPlan) => [
    ...linksExample(
      networks.map(({ name }) => name),
      center,
    ),
    `${COMPLETE} the DNS zones, and the network that the server of each stands on.`,
  ],
  keys: ({ maks }: ScenarioPlan) => [
    `${COMPLETE} the keys that are bought.`,
    ...(maks.length === 0 ? [] : [`${COMPLETE} a MAK has as many activations here as computers use it.`]),
  ],
  hosts: ({ center }: ScenarioPlan) => [
    `${COMPLETE} a KMS host to begin with, on the network with the most KMS clients (${center}).`,
  ],
  machines: () => [
    'The computers by site, edition and kind, under their own names.',
    `${COMPLETE} when they are installed (now: all at the start), when they are on, whether they roam. For example:`,
    '  install: { over: 14 d }',
    '  uptime: office-hours',
  ],
};

function linksExample(networks: readonly string[], center: string): string[] {
  const other = networks.find((name) => name !== center);
  if (other === undefined) return [];
  return [
    `${COMPLETE} what reaches what: without links no network reaches another. For example:`,
    'links:',
    `  wan-${other}: { from: ${other}, to: ${center}, allow: [kms, dns] }`,
    '',
  ];
}
