import type { Estate } from '../definitions/estate.ts';
import { INTERNET, MICROSOFT } from '../definitions/parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly outages: Outages;
  }
}

type OutageEstate = Pick<
  Estate,
  'networks' | 'zones' | 'hosts' | 'hostStarts' | 'microsoft' | 'vamts' | 'domains'
>;

/** Something that can be down. */
interface Target {
  begin(): void;
  /** Returns how many of its outages are left. */
  end(): number;
}

/**
 * Outages of whatever has a name: a host, zone, network or link, Microsoft's service or the Internet. Outages of
 * one thing may overlap; it is up again when the last has ended.
 */
export class Outages {
  private readonly estate: OutageEstate;

  constructor(estate: OutageEstate) {
    this.estate = estate;
  }

  /**
   * An outage begins.
   *
   * @param network of the Internet: the network that loses it; without it all do
   */
  begin(name: string, network?: string): void {
    this.target(name, network).begin();
  }

  /**
   * An outage ends.
   *
   * @returns whether it was the last of what has the name
   */
  end(name: string, network?: string): boolean {
    return this.target(name, network).end() === 0;
  }

  private target(name: string, network?: string): Target {
    return network === undefined ? this.find(name) : this.internetOf(network);
  }

  /** The Internet, as one network reaches it. */
  private internetOf(name: string): Target {
    const { networks } = this.estate;
    const network = networks.table.idOf(name);
    return {
      begin: () => networks.beginInternetOutage(network),
      end: () => networks.endInternetOutage(network),
    };
  }

  private find(name: string): Target {
    const { networks, zones, hosts, hostStarts, microsoft, vamts, domains } = this.estate;
    if (name === MICROSOFT)
      return { begin: () => microsoft.beginServiceOutage(), end: () => microsoft.endServiceOutage() };
    if (name === INTERNET)
      return { begin: () => microsoft.beginInternetOutage(), end: () => microsoft.endInternetOutage() };
    const host = hosts.table.find(name);
    if (host !== undefined)
      return {
        begin: () => hosts.beginOutage(host),
        end: () => {
          const left = hosts.endOutage(host);
          hostStarts.startIfUp(host);
          return left;
        },
      };
    const zone = zones.table.find(name);
    if (zone !== undefined) return { begin: () => zones.beginOutage(zone), end: () => zones.endOutage(zone) };
    const vamt = vamts.table.find(name);
    if (vamt !== undefined) return { begin: () => vamts.beginOutage(vamt), end: () => vamts.endOutage(vamt) };
    const domain = domains.table.find(name);
    if (domain !== undefined)
      return { begin: () => domains.beginOutage(domain), end: () => domains.endOutage(domain) };
    const network = networks.table.find(name);
    if (network !== undefined)
      return { begin: () => networks.beginOutage(network), end: () => networks.endOutage(network) };
    const link = networks.links.idOf(name);
    return { begin: () => networks.beginLinkOutage(link), end: () => networks.endLinkOutage(link) };
  }
}
