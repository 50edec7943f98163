import { Code } from '../definitions/codes.ts';
import type { Estate } from '../definitions/estate.ts';
import { type HostId, NameTable, type NetworkId, type ZoneId } from '../definitions/ids.ts';
import { type Networks, ServiceId } from './networks.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly zones: Zones;
  }
}

interface Zone {
  readonly network: NetworkId;
  /** Whether hosts may update it at all. */
  readonly dynamicUpdate: boolean;
  /** Only the owner of the SRV record, and hosts that were given rights, may change it. */
  ownerOnly: boolean;
  /** Who made the SRV record: the first host, or an administrator by hand. */
  owner: HostId | 'administrator' | undefined;
  readonly granted: Set<HostId>;
  outages: number;
  /** Hosts with an SRV record, in the order they were added. Only an administrator removes a stale one. */
  readonly records: HostId[];
}

/**
 * DNS zones with the SRV records of the KMS service: dynamic update by hosts, queries by clients. Priority and
 * weight are the hosts': clients of the period ignore them.
 */
export class Zones {
  readonly table: NameTable<ZoneId>;
  private readonly networks: Networks;
  private readonly zones: Zone[];

  constructor({ parameters: { zones, hosts }, networks }: Pick<Estate, 'parameters' | 'networks'>) {
    const hostTable = new NameTable<HostId>(hosts.keys());
    this.table = new NameTable(zones.keys());
    this.networks = networks;
    this.zones = Array.from(zones.values(), (zone) => ({
      network: networks.table.idOf(zone.network),
      dynamicUpdate: zone.dynamicUpdate,
      ownerOnly: zone.updateRights === 'first-host',
      owner: zone.records.length > 0 ? 'administrator' : undefined,
      granted: new Set<HostId>(),
      outages: 0,
      records: zone.records.map((name) => hostTable.idOf(name)),
    }));
  }

  /** Whether a computer of a network gets an answer from the zone's server. */
  answers(zone: ZoneId, from: NetworkId): boolean {
    const { outages, network } = this.zones[zone];
    return outages === 0 && this.networks.reaches(from, network, ServiceId.dns);
  }

  /** The hosts that the zone names; those that are gone among them. Ask {@link answers} first. */
  records(zone: ZoneId): readonly HostId[] {
    return this.zones[zone].records;
  }

  /**
   * A host adds or confirms its SRV record.
   *
   * @returns the code that Windows would log: success, no rights, or no answer
   */
  update(zoneId: ZoneId, host: HostId, from: NetworkId): number {
    if (!this.answers(zoneId, from)) return Code.DnsServerFailure;
    const zone = this.zones[zoneId];
    if (!zone.dynamicUpdate) return Code.DnsRefused;
    zone.owner ??= host;
    if (zone.ownerOnly && zone.owner !== host && !zone.granted.has(host)) return Code.DnsRefused;
    if (!zone.records.includes(host)) zone.records.push(host);
    return Code.Success;
  }

  /** Lets a host update the zone from now on; without one, every host. */
  grant(zone: ZoneId, to?: HostId): void {
    if (to === undefined) this.zones[zone].ownerOnly = false;
    else this.zones[zone].granted.add(to);
  }

  /** Deletes the SRV records of a host from every zone. */
  removeRecords(host: HostId): void {
    for (const { records } of this.zones) {
      const index = records.indexOf(host);
      if (index !== -1) records.splice(index, 1);
    }
  }

  /** Begins an outage of the zone's server. */
  beginOutage(zone: ZoneId): void {
    this.zones[zone].outages += 1;
  }

  /** Ends an outage of the zone's server; returns how many are left. */
  endOutage(zone: ZoneId): number {
    this.zones[zone].outages -= 1;
    return this.zones[zone].outages;
  }
}
