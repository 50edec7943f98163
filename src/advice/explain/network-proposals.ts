import { coreNetwork } from '../design/core-network.ts';
import type { Design } from '../design/design.ts';
import { linkSetting, type Proposal, unusedName } from './proposals.ts';

/** A KMS key for a new host of a network's clients: one that is there. */
function anyKmsKey({ estate }: Design): string | null {
  return [...estate.keys].find(([, key]) => key.type === 'kms')?.[0] ?? null;
}

/** Networks with KMS hosts, the core first. */
function networksWithHosts(design: Design): string[] {
  const core = coreNetwork(design);
  const all = [...new Set([...design.estate.hosts.values()].map(({ network }) => network))];
  return all.sort((left, right) => Number(right === core) - Number(left === core));
}

/** Networks whose hosts are proposed. */
const MAX_NETWORKS = 2;
/** Zones that are proposed. */
const MAX_ZONES = 3;

/** Ways to a KMS host elsewhere: a link, another zone, and both. */
export function wayProposals(design: Design, network: string): Proposal[] {
  const proposals: Proposal[] = [];
  for (const to of networksWithHosts(design)
    .filter((name) => name !== network)
    .slice(0, MAX_NETWORKS)) {
    const zone = design.zoneOf(to);
    const isLinked = design.reach.opens(network, to, 'kms') && design.reach.opens(network, to, 'dns');
    const link = isLinked ? [] : [linkSetting(design, network, to)];
    if (link.length > 0) proposals.push({ what: `a link from ${network} to ${to}`, set: link });
    if (link.length === 0 || zone === null || zone === design.zoneOf(network)) continue;
    const both = [...link, `networks.${network}.dns=${zone}`];
    proposals.push({ what: `a link from ${network} to ${to}, and its zone`, set: both });
    // A host of the network would publish itself in the other zone, and take clients away from those there.
    const own = [...design.estate.hosts].filter(([, host]) => host.network === network);
    if (own.length > 0)
      proposals.push({
        what: `a link from ${network} to ${to}, its zone, and no host in ${network}`,
        set: [...both, ...own.map(([host]) => `hosts.${host}=null`)],
      });
  }
  const others = [...design.estate.zones.keys()].filter(
    (zone) => zone !== design.zoneOf(network) && design.asksZone(network, zone),
  );
  for (const zone of others.slice(0, MAX_ZONES))
    proposals.push({ what: `another zone for ${network}`, set: [`networks.${network}.dns=${zone}`] });
  return proposals;
}

/** A KMS host of a network's own, with a zone where it has none. */
export function ownHostProposals(design: Design, network: string): Proposal[] {
  const { estate } = design;
  const key = anyKmsKey(design);
  if (key === null || [...estate.hosts.values()].some((host) => host.network === network)) return [];
  const by = estate.networks.get(network)?.internet === true ? '' : ', activateBy: telephone';
  const set = [
    `hosts.${unusedName(design, `kms-${network}`)}={ network: ${network}, os: server-2008-standard, key: ${key}${by} }`,
  ];
  const zone = `${network}.example`;
  if (!estate.zones.has(zone) && design.zoneOf(network) !== zone)
    set.unshift(`dns.${zone}={ network: ${network} }`, `networks.${network}.dns=${zone}`);
  return [{ what: `a KMS host of its own for ${network}`, set }];
}

/** One host more, and all but one fewer, where computers ask some. */
export function hostNumberProposals(design: Design, asked: readonly string[]): Proposal[] {
  if (asked.length === 0) return [];
  const { network, os, key, activateBy } = design.host(asked[0]);
  const by = activateBy === 'telephone' ? ', activateBy: telephone' : '';
  const more: Proposal = {
    what: `one more KMS host in ${network}`,
    set: [`hosts.${unusedName(design, 'kms-more')}={ network: ${network}, os: ${os}, key: ${key}${by} }`],
  };
  if (asked.length === 1) return [more];
  const fewer = asked.map((kept) => ({
    what: `${kept} as the only KMS host`,
    set: asked.filter((host) => host !== kept).map((host) => `hosts.${host}=null`),
  }));
  return [...fewer.slice(0, MAX_NETWORKS), more];
}
