import type { KeyedRandom } from '../../engine/random.ts';
import { pairKey, type SubjectKey, subjectKey } from '../../engine/subject-key.ts';
import { Code } from '../definitions/codes.ts';
import { DrawPurpose } from '../definitions/draw-purposes.ts';
import { type HostId, type MachineId, NONE, type ZoneId } from '../definitions/ids.ts';
import type { EstateParameters } from '../definitions/parameters.ts';
import type { Group, Machines } from '../estate/machines.ts';
import type { Zones } from '../estate/zones.ts';
import type { KmsHosts } from './hosts.ts';

/** Discovery of KMS hosts by DNS (Planning Guide, Client Discovery of the KMS Service). */
export class Discovery {
  private readonly machines: Machines;
  private readonly hosts: KmsHosts;
  private readonly zones: Zones;
  private readonly random: KeyedRandom;
  private readonly zoneOf: Int32Array;
  /** By machine: how often it chose among hosts. */
  private readonly choices: Uint32Array;
  /** By host: what names it in the keys of draws. */
  private readonly hostKeys: readonly SubjectKey[];
  private readonly answering: HostId[] = [];
  /** Why the latest discovery found nothing. */
  code: number = Code.Success;

  constructor(
    parameters: EstateParameters,
    machines: Machines,
    hosts: KmsHosts,
    zones: Zones,
    random: KeyedRandom,
  ) {
    this.machines = machines;
    this.hosts = hosts;
    this.zones = zones;
    this.random = random;
    this.zoneOf = Int32Array.from(parameters.networks.values(), ({ zone }) =>
      zone === null ? NONE : zones.table.idOf(zone),
    );
    this.choices = new Uint32Array(machines.count);
    this.hostKeys = hosts.all.map(({ name }) => subjectKey(name));
  }

  /**
   * Asks the records of the machine's zone in random order until a host answers. The order is that of draws
   * of their own, keyed by (client, host, occurrence): a host more takes its share of the clients and moves no
   * other, and the order in which a file names hosts changes nothing.
   *
   * @returns the host, or `NONE` with the reason in {@link code}
   */
  find(machine: MachineId, group: Group): HostId | -1 {
    const zone = this.zoneOf[group.network] as ZoneId | -1;
    if (zone === NONE) return this.fail(Code.DnsNameDoesNotExist);
    if (!this.zones.answers(zone, group.network)) return this.fail(Code.DnsServerFailure);
    const records = this.zones.records(zone);
    if (records.length === 0) return this.fail(Code.DnsNameDoesNotExist);
    const answering = this.answering;
    answering.length = 0;
    for (const host of records) {
      if (this.hosts.reachableFrom(host, group.network)) answering.push(host);
    }
    if (answering.length === 0) return this.fail(Code.RpcServerUnavailable);
    const occurrence = this.choices[machine];
    this.choices[machine] += 1;
    return answering.length === 1 ? answering[0] : this.lowestDrawn(machine, answering, occurrence);
  }

  /** The host whose own draw is lowest; of equal ones, of which none were ever seen, the first. */
  private lowestDrawn(machine: MachineId, hosts: readonly HostId[], occurrence: number): HostId {
    const client = this.machines.drawKey(machine);
    let chosen = hosts[0];
    let lowest = 1;
    for (const host of hosts) {
      const draw = this.random.uniform(DrawPurpose.KmsHost, pairKey(client, this.hostKeys[host]), occurrence);
      if (draw >= lowest) continue;
      lowest = draw;
      chosen = host;
    }
    return chosen;
  }

  private fail(code: number): -1 {
    this.code = code;
    return NONE;
  }
}
