import type { Estate } from '../definitions/estate.ts';
import { NameTable, type NetworkId } from '../definitions/ids.ts';
import { SERVICES, type Service } from '../definitions/parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly networks: Networks;
  }
}

/** Services as rows of the reach columns. */
export const ServiceId = { kms: 0, dns: 1, wmi: 2, ldap: 3 } as const satisfies Record<Service, number>;
export type ServiceId = (typeof ServiceId)[Service];

const SERVICE_COUNT = SERVICES.length;

interface Link {
  readonly from: NetworkId;
  readonly to: NetworkId;
  readonly allows: readonly boolean[];
  /** Outages in force on the whole link, and on each service. */
  down: number;
  readonly blocked: number[];
}

/**
 * Who can open a connection to whom. Computers of one network reach each other; a link lets those of one
 * network reach those of another, one way, for the services that it lets through. Nothing is forwarded: a
 * path over two links is no path. Outages may overlap; each is counted.
 */
export class Networks {
  readonly table: NameTable<NetworkId>;
  readonly links: NameTable<number>;
  private readonly internet: Uint8Array;
  /** Outages in force of each network's own way to the Internet. */
  private readonly internetDown: Uint16Array;
  private readonly down: Uint16Array;
  private readonly allLinks: Link[];
  /** For a network that links start from, by network that one leads to: by service, how many links are open. */
  private readonly open: (Map<NetworkId, Uint16Array> | undefined)[];

  constructor({ parameters: { networks, links } }: Pick<Estate, 'parameters'>) {
    this.table = new NameTable(networks.keys());
    this.links = new NameTable(links.keys());
    this.internet = Uint8Array.from(networks.values(), (network) => Number(network.internet));
    this.internetDown = new Uint16Array(this.table.size);
    this.down = new Uint16Array(this.table.size);
    this.open = new Array(this.table.size);
    this.allLinks = Array.from(links.values(), (link) => ({
      from: this.table.idOf(link.from),
      to: this.table.idOf(link.to),
      allows: SERVICES.map((service) => link.allow.includes(service)),
      down: 0,
      blocked: SERVICES.map(() => 0),
    }));
    for (const link of this.allLinks) {
      this.open[link.from] ??= new Map();
      this.addToOpen(link, 1);
    }
  }

  /** Whether a computer of one network can open a connection for a service to a computer of another. */
  reaches(from: NetworkId, to: NetworkId, service: ServiceId): boolean {
    if (this.down[from] > 0) return false;
    if (from === to) return true;
    const open = this.open[from]?.get(to);
    return open !== undefined && open[service] > 0 && this.down[to] === 0;
  }

  /** Whether a network has a way to the Internet that is up as far as the network itself goes. */
  hasInternet(network: NetworkId): boolean {
    return this.internet[network] === 1 && this.internetDown[network] === 0 && this.down[network] === 0;
  }

  /** Begins an outage of a network's own way to the Internet. */
  beginInternetOutage(network: NetworkId): void {
    this.internetDown[network] += 1;
  }

  /** Ends an outage of a network's own way to the Internet; returns how many are left. */
  endInternetOutage(network: NetworkId): number {
    this.internetDown[network] -= 1;
    return this.internetDown[network];
  }

  /** Begins an outage of a network. */
  beginOutage(network: NetworkId): void {
    this.down[network] += 1;
  }

  /** Ends an outage of a network; returns how many are left. */
  endOutage(network: NetworkId): number {
    this.down[network] -= 1;
    return this.down[network];
  }

  /** Begins an outage of a whole link. */
  beginLinkOutage(linkId: number): void {
    const link = this.allLinks[linkId];
    this.addToOpen(link, -1);
    link.down += 1;
    this.addToOpen(link, 1);
  }

  /** Ends an outage of a whole link; returns how many are left. */
  endLinkOutage(linkId: number): number {
    const link = this.allLinks[linkId];
    this.addToOpen(link, -1);
    link.down -= 1;
    this.addToOpen(link, 1);
    return link.down;
  }

  /** Blocks some services on a link. */
  block(linkId: number, services: readonly Service[]): void {
    this.addBlocks(this.allLinks[linkId], services, 1);
  }

  /** Ends one block of some services on a link. */
  unblock(linkId: number, services: readonly Service[]): void {
    this.addBlocks(this.allLinks[linkId], services, -1);
  }

  private addBlocks(link: Link, services: readonly Service[], by: 1 | -1): void {
    this.addToOpen(link, -1);
    for (const service of services) link.blocked[ServiceId[service]] += by;
    this.addToOpen(link, 1);
  }

  private addToOpen(link: Link, amount: number): void {
    const reached = this.open[link.from];
    if (reached === undefined || link.down > 0) return;
    const open = reached.get(link.to) ?? new Uint16Array(SERVICE_COUNT);
    reached.set(link.to, open);
    for (let service = 0; service < SERVICE_COUNT; service += 1) {
      if (link.allows[service] && link.blocked[service] === 0) open[service] += amount;
    }
  }
}
