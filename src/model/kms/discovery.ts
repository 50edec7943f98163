import type { KeyedRandom } from '../../engine/random.ts';
import { pairKey, type SubjectKey, subjectKey } from '../../engine/subject-key.ts';
import { Code } from '../definitions/codes.ts';
import { DrawPurpose } from '../definitions/draw-purposes.ts';
import type { Estate } from '../definitions/estate.ts';
import { type HostId, type MachineId, NONE, type ZoneId } from '../definitions/ids.ts';
import type { Group } from '../estate/groups.ts';
import { CHOICES, lifeOf } from '../estate/life-rows.ts';
import type { Machines } from '../estate/machines.ts';
import type { Zones } from '../estate/zones.ts';
import type { KmsHosts } from './hosts.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly discovery: Discovery;
  }
}

type DiscoveryEstate = Pick<Estate, 'parameters' | 'machines' | 'hosts' | 'zones' | 'random'>;

/** Why there is no host to ask, as numbers below those of hosts. */
export const DiscoveryFailure = {
  DnsNameDoesNotExist: -1,
  DnsServerFailure: -2,
  RpcServerUnavailable: -3,
} as const satisfies Partial<Record<keyof typeof Code, number>>;
export type DiscoveryFailure = (typeof DiscoveryFailure)[keyof typeof DiscoveryFailure];

const CODES: Readonly<Record<DiscoveryFailure, number>> = {
  [DiscoveryFailure.DnsNameDoesNotExist]: Code.DnsNameDoesNotExist,
  [DiscoveryFailure.DnsServerFailure]: Code.DnsServerFailure,
  [DiscoveryFailure.RpcServerUnavailable]: Code.RpcServerUnavailable,
};

/** The code that Windows logs for a failure. */
export function codeOfFailure(failure: DiscoveryFailure): number {
  return CODES[failure];
}

/** Discovery of KMS hosts by DNS (Planning Guide, Client Discovery of the KMS Service). */
export class Discovery {
  private readonly machines: Machines;
  private readonly hosts: KmsHosts;
  private readonly zones: Zones;
  private readonly random: KeyedRandom;
  private readonly zoneOf: Int32Array;
  /** By group: the zone set by hand, or `NONE`. */
  private readonly zoneByHand: Int32Array;
  /** By host: what names it in the keys of draws. */
  private readonly hostKeys: readonly SubjectKey[];
  /** Whether any host has another priority, or another weight, than the others. */
  private readonly hasPriorities: boolean;
  private readonly hasWeights: boolean;
  private readonly answering: HostId[] = [];

  constructor({ parameters, machines, hosts, zones, random }: DiscoveryEstate) {
    this.machines = machines;
    this.hosts = hosts;
    this.zones = zones;
    this.random = random;
    this.zoneOf = Int32Array.from(parameters.networks.values(), ({ zone }) =>
      zone === null ? NONE : zones.table.idOf(zone),
    );
    this.zoneByHand = Int32Array.from(parameters.groups.values(), ({ kmsDomain }) =>
      kmsDomain === null ? NONE : zones.table.idOf(kmsDomain),
    );
    const differ = (values: readonly number[]) => new Set(values).size > 1;
    this.hasPriorities = differ(hosts.all.map(({ parameters: { priority } }) => priority));
    this.hasWeights = differ(hosts.all.map(({ parameters: { weight } }) => weight));
    this.hostKeys = hosts.all.map(({ name }) => subjectKey(name));
  }

  /**
   * Asks the records of the machine's zone in random order until a host answers. The order is that of draws
   * of their own, keyed by (client, host, occurrence): a host more takes its share of the clients and moves no
   * other, and the order in which a file names hosts changes nothing.
   *
   * @returns the host, or why there is none
   */
  find(machine: MachineId, group: Group): HostId | DiscoveryFailure {
    const failure = this.look(group);
    if (failure !== null) return failure;
    const { answering } = this;
    const choices = lifeOf(machine) + CHOICES;
    const occurrence = this.machines.lives[choices];
    this.machines.lives[choices] = occurrence + 1;
    if (answering.length === 1) return answering[0];
    return this.choose(machine, group.heedsPriority, answering, occurrence);
  }

  /** The hosts of a group's zone that answer now, or why there are none. */
  candidates(group: Group): readonly HostId[] | DiscoveryFailure {
    return this.look(group) ?? this.answering;
  }

  /** Puts the hosts of a group's zone that answer now into {@link answering}; says why when there are none. */
  private look(group: Group): DiscoveryFailure | null {
    const byHand = this.zoneByHand[group.id];
    const zone = (byHand === NONE ? this.zoneOf[group.network] : byHand) as ZoneId | -1;
    if (zone === NONE) return DiscoveryFailure.DnsNameDoesNotExist;
    if (!this.zones.answers(zone, group.network)) return DiscoveryFailure.DnsServerFailure;
    const records = this.zones.records(zone);
    if (records.length === 0) return DiscoveryFailure.DnsNameDoesNotExist;
    const answering = this.answering;
    answering.length = 0;
    for (const host of records) {
      if (this.hosts.reachableFrom(host, group.network)) answering.push(host);
    }
    return answering.length === 0 ? DiscoveryFailure.RpcServerUnavailable : null;
  }

  /**
   * The host whose own draw is lowest; of equal ones, of which none were ever seen, the first. For clients that heed
   * them only hosts of the lowest priority count, and a weight makes a draw lower (see {@link weighed}).
   */
  choose(
    machine: MachineId,
    heedsPriority: boolean,
    hosts: readonly HostId[],
    occurrence: number,
    purpose: number = DrawPurpose.KmsHost,
  ): HostId {
    const client = this.machines.drawKey(machine);
    const asked = heedsPriority && this.hasPriorities ? this.firstByPriority(hosts) : hosts;
    let chosen = asked[0];
    let lowest = Number.POSITIVE_INFINITY;
    for (const host of asked) {
      const own = this.random.uniform(purpose, pairKey(client, this.hostKeys[host]), occurrence);
      const draw =
        heedsPriority && this.hasWeights ? weighed(own, this.hosts.all[host].parameters.weight) : own;
      if (draw >= lowest) continue;
      lowest = draw;
      chosen = host;
    }
    return chosen;
  }

  /** The hosts of the lowest priority among those that answer: a client goes on to the next only without an answer. */
  private firstByPriority(hosts: readonly HostId[]): readonly HostId[] {
    const priorityOf = (host: HostId) => this.hosts.all[host].parameters.priority;
    const first = Math.min(...hosts.map(priorityOf));
    return hosts.filter((host) => priorityOf(host) === first);
  }
}

/**
 * A draw with a weight: the time of an exponential race, in which a host wins with the chance of its weight in the sum
 * of all, and hosts of equal weight win as without weights. Without weight a host comes after those that have one (RFC
 * 2782: a very small chance), of which the lower draw still comes first.
 */
function weighed(draw: number, weight: number): number {
  return weight === 0 ? Number.MAX_VALUE * (0.5 + draw / 2) : -Math.log1p(-draw) / weight;
}
