import type { Estate } from '../definitions/estate.ts';
import { INTERNET, MICROSOFT } from '../definitions/parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly outages: Outages;
  }
}

type OutageEstate = Pick<Estate, 'networks' | 'zones' | 'hosts' | 'hostStarts' | 'microsoft'>;

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

  /** An outage begins. */
  begin(name: string): void {
    this.find(name).begin();
  }

  /**
   * An outage ends.
   *
   * @returns whether it was the last of what has the name
   */
  end(name: string): boolean {
    return this.find(name).end() === 0;
  }

  private find(name: string): Target {
    const { networks, zones, hosts, hostStarts, microsoft } = this.estate;
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
    const network = networks.table.find(name);
    if (network !== undefined)
      return { begin: () => networks.beginOutage(network), end: () => networks.endOutage(network) };
    const link = networks.links.idOf(name);
    return { begin: () => networks.beginLinkOutage(link), end: () => networks.endLinkOutage(link) };
  }
}
