import type { KeyedRandom } from '../../engine/random.ts';
import { Code } from '../definitions/codes.ts';
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
  private readonly choices: Uint32Array;
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
  }

  /**
   * Asks the records of the machine's zone in random order until a host answers. In that order the first that
   * answers is any of those that would, with equal chance, so one draw among them is all that is needed.
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
    if (answering.length === 1) return answering[0];
    const name = this.machines.nameOf(machine);
    const occurrence = this.choices[machine];
    this.choices[machine] += 1;
    return answering[this.random.below(answering.length, 'kms-host', name, occurrence)];
  }

  private fail(code: number): -1 {
    this.code = code;
    return NONE;
  }
}
