import { Document, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { shown } from '../basics/shown.ts';
import { COMPLETE, comment, type Head, headComment } from './comments.ts';
import { declareHost, hostComment } from './host-text.ts';
import type { PlannedHost } from './plan-hosts.ts';
import type { PlannedGroup, PlannedNetwork, ScenarioPlan } from './planned.ts';

/** What is measured of a group in logs: keys of its entry in the scenario, and words above it. */
export interface GroupMeasure {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly comments: readonly string[];
}

/** What an imported scenario is made of. */
export interface ScenarioContent {
  /** In the words of the file's name. */
  readonly title: string;
  readonly plan: ScenarioPlan;
  readonly head: Head;
  /** `start` and `duration`. */
  readonly period: Readonly<Record<string, string>>;
  readonly measureOf: (group: PlannedGroup) => GroupMeasure;
}

/** The text of an imported scenario: YAML with comments at the places that a planner is to complete. */
export function scenarioText(content: ScenarioContent): string {
  const { title, plan, head, period } = content;
  const measures = new Map(plan.groups.map((group) => [group.name, content.measureOf(group)]));
  const document = new Document({ title, ...period, ...declarations(plan, measures) });
  document.commentBefore = headComment(head);
  document.comment = comment(...EXPECTATIONS);
  const sections = document.contents as YAMLMap;
  for (const pair of sections.items as Pair[]) annotateSection(pair, plan, measures);
  return document.toString({ lineWidth: 0 });
}

const EXPECTATIONS = [
  `${COMPLETE} what must hold in a run, which its exit status then says. For example:`,
  'expect:',
  '  - { figure: machines.everNotification, is: 0 }',
];

type Measures = ReadonlyMap<string, GroupMeasure>;

function declarations(plan: ScenarioPlan, measures: Measures): object {
  const { zone, networks, groups, maks, kmsKeys, center, hosts, links } = plan;
  const keys = {
    ...Object.fromEntries(
      kmsKeys.map(({ name, group, hosts: count }) => [
        name,
        { type: 'kms', group, ...(count === null ? {} : { hosts: count }) },
      ]),
    ),
    ...Object.fromEntries(
      maks.map(({ name, group, activations }) => [name, { type: 'mak', group, activations }]),
    ),
  };
  return {
    networks: Object.fromEntries(networks.map(({ name }) => [name, { dns: zone, internet: true }])),
    ...section('links', Object.fromEntries(links.map(({ name, from, to }) => [name, { from, to }]))),
    dns: { [zone]: { network: center } },
    ...section('keys', keys),
    ...section('hosts', Object.fromEntries(hosts.map((host) => [host.name, declareHost(host)]))),
    ...section(
      'machines',
      Object.fromEntries(groups.map((group) => [group.name, declareGroup(group, measures)])),
    ),
  };
}

/** A section of the scenario, where it has entries. */
function section(name: string, entries: object): object {
  return Object.keys(entries).length === 0 ? {} : { [name]: entries };
}

function declareGroup(group: PlannedGroup, measures: Measures): object {
  const {
    name,
    count,
    names,
    edition,
    network,
    virtual,
    key,
    method,
    host,
    office,
    officeHostName,
    nonGenuine,
  } = group;
  return {
    ...(names === null ? { count } : {}),
    os: edition,
    network,
    ...(virtual ? { virtual } : {}),
    ...(key === null ? {} : { method: 'mak', key }),
    ...(method === 'none' ? { method } : {}),
    ...(host === null ? {} : { host }),
    ...(office === null ? {} : { office }),
    ...(officeHostName === null ? {} : { officeHost: officeHostName }),
    ...(nonGenuine ? { genuine: { validate: '0 d', result: 'non-genuine' } } : {}),
    ...measures.get(name)?.keys,
    ...(names === null ? {} : { names }),
  };
}

/** Puts the comments of a section in place, and its small entries on a line each. */
function annotateSection(section: Pair, plan: ScenarioPlan, measures: Measures): void {
  const { key, value } = section;
  if (!isScalar(key) || !isMap(value)) return;
  key.spaceBefore = true;
  key.commentBefore = comment(...SECTION_COMMENTS[key.value as keyof typeof SECTION_COMMENTS](plan));
  const known = entriesOf(plan);
  for (const { key: name, value: entry } of value.items) {
    if (!isScalar(name) || !isMap(entry)) continue;
    const { above, behind, flow } = entryComments(String(name.value), known, measures);
    entry.flow = flow;
    if (!flow) for (const { value: inner } of entry.items) if (isMap(inner)) inner.flow = true;
    if (behind !== '') entry.comment = comment(behind);
    if (above.length > 0) name.commentBefore = comment(...above);
  }
}

interface EntryComments {
  readonly above: readonly string[];
  readonly behind: string;
  /** Whether the entry is written in one line. */
  readonly flow: boolean;
}

/** What a plan has names for, by name. */
interface Entries {
  readonly groups: ReadonlyMap<string, PlannedGroup>;
  readonly hosts: ReadonlyMap<string, PlannedHost>;
  readonly networks: ReadonlyMap<string, PlannedNetwork>;
}

function entriesOf({ groups, hosts, networks }: ScenarioPlan): Entries {
  const byName = <Entry extends { readonly name: string }>(entries: readonly Entry[]) =>
    new Map(entries.map((entry) => [entry.name, entry]));
  return { groups: byName(groups), hosts: byName(hosts), networks: byName(networks) };
}

function entryComments(
  name: string,
  { groups, hosts, networks }: Entries,
  measures: Measures,
): EntryComments {
  const group = groups.get(name);
  if (group !== undefined)
    return {
      above: [...ASSUMPTIONS[group.assumed], ...(measures.get(name)?.comments ?? [])],
      behind: '',
      flow: false,
    };
  const host = hosts.get(name);
  if (host !== undefined) return { above: hostComment(host), behind: '', flow: true };
  const network = networks.get(name);
  if (network === undefined) return { above: [], behind: '', flow: true };
  return {
    above: [],
    behind: `${network.site === '' ? 'no site is given' : shown(network.site)} (${network.machines})`,
    flow: true,
  };
}

const ASSUMPTIONS: Readonly<Record<PlannedGroup['assumed'], readonly string[]>> = {
  nothing: [],
  edition: [`${COMPLETE} no file says the edition; it is the one of \`--assume\`.`],
  'service-pack': [`${COMPLETE} the service pack is not known; 1 is assumed.`],
};

/** What stands above each section. */
const SECTION_COMMENTS = {
  networks: ({ networks, links }: ScenarioPlan) =>
    networks.length === 1
      ? [
          `All computers are on one network. ${COMPLETE} \`internet: false\` if Microsoft cannot be reached from it.`,
        ]
      : [
          `A network for each site, with the number of its computers. The networks do not reach each other${links.length === 0 ? ': no link is known' : ' but for the links below'}.`,
          `${COMPLETE} add links, or make one network of those that reach each other; \`internet: false\` where Microsoft cannot be reached.`,
        ],
  links: () => ['The ways that answered requests in the logs took.', `${COMPLETE} what else reaches what.`],
  dns: ({ networks, center, links }: ScenarioPlan) => [
    ...(links.length > 0
      ? []
      : linksExample(
          networks.map(({ name }) => name),
          center,
        )),
    `${COMPLETE} the DNS zones, and the network that the server of each is on.`,
  ],
  keys: ({ maks }: ScenarioPlan) => [
    `${COMPLETE} the keys that are bought.`,
    ...(maks.length === 0 ? [] : [`${COMPLETE} a MAK has as many activations here as computers use it.`]),
  ],
  hosts: ({ center, hosts }: ScenarioPlan) =>
    hosts.some(({ invented }) => invented)
      ? [`${COMPLETE} a KMS host to begin with, on the network with the most KMS clients (${center}).`]
      : ['The KMS hosts that the files name.'],
  machines: () => [
    'The computers by site, edition and kind, under their own names.',
    `${COMPLETE} when they are installed, when they are on, whether they roam, where no log says it. For example:`,
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
