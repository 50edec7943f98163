import type { HostParameters } from '../../model/definitions/parameters.ts';
import { kmsKeyServes, servesServers } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import type { KmsClients } from '../design/clients.ts';
import { coreNetwork } from '../design/core-network.ts';
import type { Design } from '../design/design.ts';
import { hostServing } from '../design/serving-repair.ts';
import { linkSetting, type Proposal, unusedName } from './proposals.ts';

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
  if ([...estate.hosts.values()].some((host) => host.network === network)) return [];
  const clients = design.clients.filter(({ parameters }) => parameters.network === network);
  const by = estate.networks.get(network)?.internet === true ? 'internet' : 'telephone';
  const set = addedHost(design, { wanted: `kms-${network}`, network, by, clients });
  if (set === null) return [];
  const zone = `${network}.example`;
  if (!estate.zones.has(zone) && design.zoneOf(network) !== zone)
    set.unshift(`dns.${zone}={ network: ${network} }`, `networks.${network}.dns=${zone}`);
  return [{ what: `a KMS host of its own for ${network}`, set }];
}

interface Added {
  readonly wanted: string;
  readonly network: string;
  readonly by: HostParameters['activateBy'];
  /** Those that it is to serve. */
  readonly clients: readonly KmsClients[];
  /** The host that it is like, if that serves them. */
  readonly model?: HostParameters;
}

/** Settings that add a host on a system, and with a key, that serve clients; `null` where nothing serves all of them. */
function addedHost(design: Design, { wanted, network, by, clients, model }: Added): string[] | null {
  const { estate } = design;
  const groups = clients.map(({ keyGroup }) => keyGroup);
  const name = unusedName(design, wanted);
  const rest = by === 'telephone' ? ', activateBy: telephone' : '';
  const current = model === undefined ? undefined : estate.keys.get(model.key)?.group;
  if (model !== undefined && current !== undefined) {
    const { os, updates, key } = model;
    const updated = updates.length === 0 ? '' : `, updates: [${updates.join(', ')}]`;
    if (groups.every((group) => kmsKeyServes(current, model, group)))
      return [`hosts.${name}={ network: ${network}, os: ${os}, key: ${key}${updated}${rest} }`];
  }
  const known = [...estate.hosts.values()].map(({ os }) => os).sort(serversFirst);
  const host = hostServing(groups, known, estate.keys);
  if (host === undefined) return null;
  const key = host.key ?? unusedName(design, 'new-kms-key');
  const order = host.key === null ? [`keys.${key}={ type: kms, group: ${host.keyGroup} }`] : [];
  return [...order, `hosts.${name}={ network: ${network}, os: ${host.os}, key: ${key}${rest} }`];
}

function serversFirst(left: SystemName, right: SystemName): number {
  return Number(servesServers(right)) - Number(servesServers(left));
}

/** One host more, and all but one fewer, where computers ask some. */
export function hostNumberProposals(design: Design, asked: readonly string[]): Proposal[] {
  if (asked.length === 0) return [];
  const model = design.host(asked[0]);
  const { network, activateBy: by } = model;
  const set = addedHost(design, {
    wanted: 'kms-more',
    network,
    by,
    clients: design.clientsOf(asked[0]),
    model,
  });
  const more: Proposal[] = set === null ? [] : [{ what: `one more KMS host in ${network}`, set }];
  if (asked.length === 1) return more;
  const fewer = asked.map((kept) => ({
    what: `${kept} as the only KMS host`,
    set: asked.filter((host) => host !== kept).map((host) => `hosts.${host}=null`),
  }));
  return [...fewer.slice(0, MAX_NETWORKS), ...more];
}
