import type { Estate } from '../definitions/estate.ts';
import { type DomainId, NameTable, type NetworkId } from '../definitions/ids.ts';
import type { KeyGroup } from '../definitions/key-groups.ts';
import { directoryServes, KEY_GROUP_NAMES } from '../definitions/system-lookups.ts';
import { type Networks, ServiceId } from '../estate/networks.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly domains: Domains;
  }
}

interface Domain {
  /** The networks that its domain controllers are on. */
  readonly controllers: readonly NetworkId[];
  /** By client key group: whether an activation object that is there serves it. */
  readonly served: boolean[];
  outages: number;
}

/**
 * Active Directory domains as far as activation goes: who reaches a domain controller, and which clients an activation
 * object serves. Activation objects are replicated to every domain controller at once; a forest of several domains is one here.
 */
export class Domains {
  readonly table: NameTable<DomainId>;
  private readonly networks: Networks;
  private readonly domains: readonly Domain[];

  constructor({ parameters: { domains }, networks }: Pick<Estate, 'parameters' | 'networks'>) {
    this.table = new NameTable(domains.keys());
    this.networks = networks;
    this.domains = Array.from(domains.values(), ({ controllers }) => ({
      controllers: controllers.map((network) => networks.table.idOf(network)),
      served: KEY_GROUP_NAMES.map(() => false),
      outages: 0,
    }));
  }

  /** Whether a computer of a network gets an answer from a domain controller. */
  answers(domain: DomainId, from: NetworkId): boolean {
    const { outages, controllers } = this.domains[domain];
    return outages === 0 && controllers.some((to) => this.networks.reaches(from, to, ServiceId.ldap));
  }

  /** Whether an activation object of the domain serves clients of a key group, by the row of the group. */
  serves(domain: DomainId, keyGroup: number): boolean {
    return this.domains[domain].served[keyGroup];
  }

  /** The networks of a domain's controllers. */
  controllersOf(domain: DomainId): readonly NetworkId[] {
    return this.domains[domain].controllers;
  }

  /** An activation object made with a key of a group is there from now on. */
  addObject(domain: DomainId, group: KeyGroup): void {
    const { served } = this.domains[domain];
    for (const [row, client] of KEY_GROUP_NAMES.entries())
      if (directoryServes(group, client)) served[row] = true;
  }

  /** Begins an outage of all controllers of a domain. */
  beginOutage(domain: DomainId): void {
    this.domains[domain].outages += 1;
  }

  /** Ends an outage of all controllers of a domain; returns how many are left. */
  endOutage(domain: DomainId): number {
    this.domains[domain].outages -= 1;
    return this.domains[domain].outages;
  }
}
