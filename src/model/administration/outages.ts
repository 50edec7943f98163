import type { HostId } from '../definitions/ids.ts';
import { INTERNET, MICROSOFT } from '../definitions/parameters.ts';
import type { Networks } from '../estate/networks.ts';
import type { Zones } from '../estate/zones.ts';
import type { KmsHosts } from '../kms/hosts.ts';
import type { Microsoft } from '../microsoft/microsoft.ts';

/** Things that can be down. */
export interface OutageParts {
  readonly networks: Networks;
  readonly zones: Zones;
  readonly hosts: KmsHosts;
  readonly microsoft: Microsoft;
  /** Called when a host that was down runs again. */
  readonly onHostUp: (host: HostId) => void;
}

/**
 * Begins (`+1`) or ends (`-1`) an outage of whatever bears the name: a host, zone, network or link, Microsoft's
 * service or the Internet. Outages of one thing may overlap; it is up again when the last has ended.
 *
 * @returns the outages of it that are in force then
 */
export function changeOutages(parts: OutageParts, name: string, by: 1 | -1): number {
  const { networks, zones, hosts, microsoft } = parts;
  const host = hosts.table.find(name);
  const zone = zones.table.find(name);
  const network = networks.table.find(name);
  if (name === MICROSOFT) return microsoft.changeServiceOutages(by);
  if (name === INTERNET) return microsoft.changeInternetOutages(by);
  if (host !== undefined) return changeHostOutages(parts, host, by);
  if (zone !== undefined) return zones.changeOutages(zone, by);
  if (network !== undefined) return networks.changeNetworkOutages(network, by);
  return networks.changeLinkOutages(networks.links.idOf(name), by);
}

function changeHostOutages(parts: OutageParts, id: HostId, by: 1 | -1): number {
  const host = parts.hosts.all[id];
  host.outages += by;
  if (parts.hosts.isUp(host)) parts.onHostUp(id);
  return host.outages;
}
