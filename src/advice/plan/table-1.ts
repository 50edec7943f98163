import type { GroupParameters, MethodParameters } from '../../model/definitions/parameters.ts';
import { clientSideOf, systemOf } from '../../model/definitions/system-lookups.ts';
import { coreNetwork, isolatedNetworks } from '../design/core-network.ts';
import type { Design } from '../design/design.ts';
import { isActivatedByDirectory } from '../design/directory-members.ts';

/** Kinds of networks: the rows of the guide's Table 1; `connected` is an isolated network with an open firewall. */
export const NETWORK_KINDS = {
  core: 'core network',
  connected: 'isolated network that reaches the KMS hosts of the core',
  isolated: 'isolated network',
  lab: 'test or development lab',
  disconnected: 'individual disconnected computers',
} as const;

export type NetworkKind = keyof typeof NETWORK_KINDS;

/** What the guide's Table 1 says of a network, and what the design does there. */
export interface Table1Row {
  readonly network: string;
  readonly kind: NetworkKind;
  readonly computers: number;
  readonly physical: number;
  /** The largest threshold of its systems; 0 without computers. */
  readonly threshold: number;
  /** Whether its own physical computers are enough for it. */
  readonly thresholdMet: boolean;
  readonly recommended: string;
  readonly design: string;
}

/** Below this a network is small by Table 1, and one KMS host is enough. */
const SMALL = 100;

/** One row for each network. */
export function table1(design: Design): Table1Row[] {
  const core = coreNetwork(design);
  const isolated = isolatedNetworks(design);
  return [...design.estate.networks.keys()].map((network) => {
    const groups = [...design.estate.groups.values()].filter((group) => group.network === network);
    const kind = kindOf(design, network, groups, network === core, isolated.has(network));
    const physical = sum(groups.filter((group) => !group.virtual));
    const threshold = Math.max(0, ...groups.map(({ os }) => design.estate.rules[clientSideOf(os).threshold]));
    const thresholdMet = groups.length > 0 && physical >= threshold;
    const computers = sum(groups);
    return {
      network,
      kind,
      computers,
      physical,
      threshold,
      thresholdMet,
      recommended: computers === 0 ? 'nothing: no computers' : RECOMMENDED[kind](thresholdMet, computers),
      design: designOf(design, network, groups),
    };
  });
}

function sum(groups: readonly GroupParameters[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

function kindOf(
  design: Design,
  network: string,
  groups: readonly GroupParameters[],
  isCore: boolean,
  isIsolated: boolean,
): NetworkKind {
  if (isCore) return 'core';
  if (2 * sum(groups.filter((group) => isLab(design, group))) > sum(groups)) return 'lab';
  if (!isIsolated) return 'connected';
  if (groups.length > 0 && groups.every(({ connects }) => connects !== null)) return 'disconnected';
  return isUnconnected(design, network) ? 'disconnected' : 'isolated';
}

/** Computers that are not activated, or are set up anew so often that they would not have to be. */
function isLab({ estate: { rules } }: Design, { os, method, rearm, rebuildEvery }: GroupParameters): boolean {
  const unactivated = rules[systemOf(os).initialGrace] * (1 + rules[clientSideOf(os).rearms]);
  return (
    method.type === 'none' || rearm === 'at-expiry' || (rebuildEvery !== null && rebuildEvery <= unactivated)
  );
}

/** Whether a network is no more than a name: no Internet, DNS zone, link, KMS host or VAMT. */
function isUnconnected({ estate }: Design, network: string): boolean {
  const { zone, internet } = estate.networks.get(network) ?? { zone: null, internet: false };
  const hasOwn = [...estate.hosts.values(), ...estate.vamts.values()].some((one) => one.network === network);
  const linked = [...estate.links.values()].some(({ from, to }) => from === network || to === network);
  return zone === null && !internet && !hasOwn && !linked;
}

const KMS_IN_CORE = 'the KMS hosts of the core network';
const MAK_OR_PROXY = 'MAK by telephone or Internet, or MAK Proxy';

/** Table 1 in few words, by kind: with and without enough physical computers. */
const RECOMMENDED: Readonly<Record<NetworkKind, (met: boolean, computers: number) => string>> = {
  core: (met, computers) => (met ? hostsFor(computers) : MAK_OR_PROXY),
  connected: () => KMS_IN_CORE,
  isolated: (met) =>
    `${KMS_IN_CORE} where TCP 1688 may be opened, else ${met ? 'a KMS host of its own' : MAK_OR_PROXY}`,
  lab: (met) =>
    met
      ? 'one KMS host'
      : 'no activation (reset the grace period), MAK by telephone, or MAK Proxy by removable media',
  disconnected: (met) =>
    `${KMS_IN_CORE} if connected at least every 180 days, else ${met ? 'a KMS host of its own' : 'MAK by telephone, or MAK Proxy by removable media'}`,
};

function hostsFor(computers: number): string {
  return computers < SMALL ? 'one KMS host' : 'one KMS host or more; two for failover';
}

function designOf(design: Design, network: string, groups: readonly GroupParameters[]): string {
  const hosts = [...design.estate.hosts].filter(([, host]) => host.network === network).map(([name]) => name);
  const parts: string[] = [];
  if (hosts.length > 0)
    parts.push(`${hosts.length} KMS ${hosts.length === 1 ? 'host' : 'hosts'} (${hosts.join(', ')})`);
  const members = new Set(design.members.filter(isActivatedByDirectory).map(({ parameters }) => parameters));
  for (const way of WAYS) {
    const computers = sum(
      groups.filter((group) => (members.has(group) ? 'on Active Directory' : wayOf(group.method)) === way),
    );
    if (computers > 0) parts.push(`${computers} ${way}`);
  }
  return parts.length === 0 ? 'nothing' : parts.join('; ');
}

/** How computers are activated, in the order in which a network's design says it. */
const WAYS = [
  'on KMS',
  'on Active Directory',
  'on MAK by Internet',
  'on MAK by telephone',
  'on MAK Proxy',
  'on AVMA',
  'not activated',
] as const;
type Way = (typeof WAYS)[number];

const WAY_OF: Readonly<Record<MethodParameters['type'], (byTelephone: boolean) => Way>> = {
  kms: () => 'on KMS',
  mak: (byTelephone) => (byTelephone ? 'on MAK by telephone' : 'on MAK by Internet'),
  'mak-proxy': () => 'on MAK Proxy',
  avma: () => 'on AVMA',
  none: () => 'not activated',
};

function wayOf(method: MethodParameters): Way {
  return WAY_OF[method.type](method.type === 'mak' && method.by === 'telephone');
}
