import type { Zones } from './dns.ts';
import type { KmsHosts } from './hosts.ts';
import type { HostId } from './ids.ts';
import type { Microsoft } from './microsoft.ts';
import type { Networks } from './network.ts';
import { INTERNET, MICROSOFT } from './parameters.ts';

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
 */
export function changeOutages(parts: OutageParts, name: string, by: 1 | -1): void {
  const { networks, zones, hosts, microsoft } = parts;
  const host = hosts.table.find(name);
  const zone = zones.table.find(name);
  const network = networks.table.find(name);
  if (name === MICROSOFT) microsoft.changeServiceOutages(by);
  else if (name === INTERNET) microsoft.changeInternetOutages(by);
  else if (host !== undefined) changeHostOutages(parts, host, by);
  else if (zone !== undefined) zones.changeOutages(zone, by);
  else if (network !== undefined) networks.changeNetworkOutages(network, by);
  else networks.changeLinkOutages(networks.links.idOf(name), by);
}

function changeHostOutages(parts: OutageParts, id: HostId, by: 1 | -1): void {
  const host = parts.hosts.all[id];
  host.outages += by;
  if (parts.hosts.isUp(host)) parts.onHostUp(id);
}
