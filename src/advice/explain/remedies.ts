import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { GroupParameters } from '../../model/definitions/parameters.ts';
import { kmsKeyServes, servesServers } from '../../model/definitions/system-lookups.ts';
import type { JsonObject } from '../../scenario/document/json.ts';
import type { KmsClients } from '../design/clients.ts';
import { contactGap } from '../design/contact-gap.ts';
import type { Design } from '../design/design.ts';
import { activationObstacles } from '../design/host-activation.ts';
import { servingRepair } from '../design/serving-repair.ts';
import {
  directoryProposals,
  genuineProposals,
  kmsProposals,
  labProposals,
  makProposals,
  makRepairProposals,
  poolProposals,
} from './method-proposals.ts';
import { hostNumberProposals, ownHostProposals, wayProposals } from './network-proposals.ts';
import { type Proposal, withoutDuplicates } from './proposals.ts';
import type { Trouble } from './troubles.ts';

/** Groups of a network for which remedies are looked for. */
const MAX_GROUPS = 3;
/** Hosts of which repairs are proposed. */
const MAX_HOSTS = 3;

/**
 * What may help against a trouble: Table 1 of the guide, and repairs of what is wrong; each to be simulated.
 *
 * @param isCountTooLow whether a machine in trouble was answered too low a count, so that more computers may help
 */
export function proposalsFor(
  design: Design,
  document: JsonObject,
  trouble: Trouble,
  isCountTooLow: boolean,
): Proposal[] {
  const proposals =
    trouble.kind === 'key-exhausted'
      ? keyProposals(design, trouble.key)
      : 'host' in trouble
        ? hostProposals(design, trouble.host)
        : trouble.set.groups
            .slice(0, MAX_GROUPS)
            .flatMap((group) => groupProposals(design, document, group, isCountTooLow));
  return withoutDuplicates(proposals);
}

function keyProposals(design: Design, key: string): Proposal[] {
  const hosts = [...design.estate.hosts].filter(([, host]) => host.key === key).map(([name]) => name);
  return [
    ...poolProposals(design, key),
    ...hosts.slice(0, 1).flatMap((host) => activationProposals(design, host)),
  ];
}

function hostProposals(design: Design, host: string): Proposal[] {
  const clients = design.clientsOf(host);
  return [
    ...hostRepairs(design, host, clients),
    ...clients
      .slice(0, 1)
      .flatMap((client) => [
        ...computerProposals(design, client),
        ...hostNumberProposals(design, design.hostsAskedBy(client)),
      ]),
  ];
}

function groupProposals(
  design: Design,
  document: JsonObject,
  name: string,
  isCountTooLow: boolean,
): Proposal[] {
  const group = design.estate.groups.get(name);
  if (group === undefined) return [];
  const clients = design.clients.find((client) => client.group === name);
  return [
    ...(clients === undefined ? [] : kmsClientProposals(design, clients, isCountTooLow)),
    ...directoryProposals(design, name, group),
    ...serverProposals(design, document, group),
    ...genuineProposals(design, name, group),
    ...labProposals(design, name, group),
    ...makRepairProposals(design, name, group),
    ...kmsProposals(document, name, group),
    ...makProposals(design, document, name, group),
  ];
}

/** Repairs of the Hyper-V hosts that are to activate a group. */
function serverProposals(design: Design, document: JsonObject, { method }: GroupParameters): Proposal[] {
  if (method.type !== 'avma' || design.estate.groups.get(method.on)?.method.type === 'avma') return [];
  return groupProposals(design, document, method.on, false);
}

function kmsClientProposals(design: Design, clients: KmsClients, isCountTooLow: boolean): Proposal[] {
  const { network } = clients.parameters;
  const asked = design.hostsAskedBy(clients);
  return [
    ...asked.slice(0, MAX_HOSTS).flatMap((host) => hostRepairs(design, host, [clients])),
    ...zoneRepairs(design, network),
    ...presenceProposals(design, clients.group, clients.parameters),
    ...(isCountTooLow ? computerProposals(design, clients) : []),
    ...wayProposals(design, network),
    ...hostNumberProposals(design, asked),
    ...ownHostProposals(design, network),
  ];
}

/** More computers in a group: as many as are missing to the threshold, or once the threshold. */
function computerProposals(design: Design, clients: KmsClients): Proposal[] {
  const { group, parameters, threshold } = clients;
  if (parameters.virtual && !design.hostsAskedBy(clients).some((host) => design.isCounted(host, clients)))
    return [];
  if (parameters.names !== null) return [];
  const counts = design.hostsAskedBy(clients).map((host) => design.countWithin(host));
  const missing = threshold - Math.max(0, ...counts);
  const more = parameters.count + (missing > 0 ? missing : threshold);
  return [{ what: 'enough computers', set: [`machines.${group}.count=${more}`] }];
}

/** Laptops that connect often enough, and images that are generalized. */
export function presenceProposals(design: Design, name: string, group: GroupParameters): Proposal[] {
  const proposals: Proposal[] = [];
  const { activationValidity, recordLife, renewalInterval } = design.estate.rules;
  if (group.image.cmid === 'shared')
    proposals.push({ what: 'a generalized image', set: [`machines.${name}.image=generalized`] });
  if (group.connects !== null)
    for (const limit of [activationValidity, recordLife - MINUTES_PER_DAY])
      if (contactGap(group, renewalInterval) > limit)
        proposals.push({
          what: 'connecting more often',
          set: [`machines.${name}.connects.every=${Math.floor(limit / MINUTES_PER_DAY)} d`],
        });
  return proposals;
}

/** Rights to a zone's records for all its hosts. */
export function zoneRepairs(design: Design, network: string): Proposal[] {
  const zone = design.zoneOf(network);
  if (zone === null || design.estate.zones.get(zone)?.updateRights !== 'first-host') return [];
  return [{ what: 'rights for all hosts', set: [`dns.${zone}.updateRights=all`] }];
}

/** Repairs of a host that refuses clients or is not activated. */
function hostRepairs(design: Design, host: string, clients: readonly KmsClients[]): Proposal[] {
  const proposals = activationProposals(design, host);
  const refusals = new Set(clients.map((client) => design.refusalFor(host, client)));
  if (refusals.size > 1 || !refusals.has(null)) proposals.push(...servingProposals(design, host));
  return proposals;
}

/** A system, updates and a key with which a host serves all its clients, together: each alone is seldom enough. */
function servingProposals(design: Design, name: string): Proposal[] {
  const host = design.host(name);
  const groups = design.clientsOf(name).map(({ keyGroup }) => keyGroup);
  const repair = servingRepair(host, groups);
  if (repair === undefined) return [];
  const { os, updates, added, keyGroup } = repair;
  const system = os === host.os ? [] : [`hosts.${name}.os=${os}`];
  const installed = added.length === 0 ? [] : [`hosts.${name}.updates=[${updates.join(', ')}]`];
  const current = design.estate.keys.get(host.key)?.group;
  const serves =
    current !== undefined && groups.every((group) => kmsKeyServes(current, { os, updates }, group));
  const key = serves || keyGroup === undefined ? [] : [`keys.${host.key}.group=${keyGroup}`];
  const what = [
    ...system.map(() =>
      servesServers(host.os) ? `${name} on a later system` : `${name} on a server system`,
    ),
    ...added,
    ...key.map(() => 'a more inclusive key'),
  ];
  const set = [...system, ...installed, ...key];
  return set.length === 0 ? [] : [{ what: what.join(' and '), set }];
}

/** More activations of a host's key, or another way to them. */
export function activationProposals({ estate }: Design, host: string): Proposal[] {
  const parameters = estate.hosts.get(host);
  const key = estate.keys.get(parameters?.key ?? '');
  if (parameters === undefined || key?.type !== 'kms') return [];
  const obstacle = activationObstacles(estate).get(host);
  const proposals: Proposal[] = [];
  if (obstacle === 'no-internet')
    proposals.push({ what: `${host} activated by telephone`, set: [`hosts.${host}.activateBy=telephone`] });
  if (obstacle === 'key-used-up')
    proposals.push({
      what: 'more hosts on the key',
      set: [`keys.${parameters.key}.hosts=${estate.hosts.size}`],
    });
  const again = estate.timeline.filter(
    (entry) => (entry.type === 'move' || entry.type === 'rekey') && entry.host === host,
  ).length;
  if (again + 1 > key.activationsPerHost)
    proposals.push({
      what: 'more activations of the host',
      set: [`keys.${parameters.key}.activationsPerHost=${again + 1}`],
    });
  return proposals;
}
