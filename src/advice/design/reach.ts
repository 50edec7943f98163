import type { EstateParameters, LinkParameters, Service } from '../../model/definitions/parameters.ts';

/**
 * Who can open a connection to whom as the design has it: without outages, blocks and failures. Computers of one
 * network reach each other, a link lets those of one network reach those of another; nothing is forwarded.
 */
export class Reach {
  /** How many links let a service through from one network to another. */
  private readonly ways = new Map<string, number>();
  /** The first link from one network to another. */
  private readonly links = new Map<string, readonly [name: string, link: LinkParameters]>();
  /** The networks to which a network has links. */
  private readonly neighbors = new Map<string, Set<string>>();

  constructor({ links }: EstateParameters) {
    for (const [name, link] of links) {
      const { from, to } = link;
      const pair = keyOf(from, to);
      if (!this.links.has(pair)) this.links.set(pair, [name, link]);
      const others = this.neighbors.get(from) ?? new Set();
      this.neighbors.set(from, others.add(to));
      for (const service of new Set(link.allow)) {
        const key = keyOf(from, to, service);
        this.ways.set(key, (this.ways.get(key) ?? 0) + 1);
      }
    }
  }

  /** Whether a computer of one network can ask one of another for a service. */
  opens(from: string, to: string, service: Service): boolean {
    return from === to || this.ways.has(keyOf(from, to, service));
  }

  /** The networks whose computers those of a network can ask for a service: its own first. */
  reached(from: string, service: Service): string[] {
    const others = [...(this.neighbors.get(from) ?? [])];
    return [from, ...others.filter((to) => this.opens(from, to, service))];
  }

  /** The first link from one network to another, with its name. */
  link(from: string, to: string): readonly [name: string, link: LinkParameters] | undefined {
    return this.links.get(keyOf(from, to));
  }

  /** Whether a link is the only one that lets a service through from its network to the other. */
  isOnlyWay({ from, to, allow }: LinkParameters, service: Service): boolean {
    return allow.includes(service) && this.ways.get(keyOf(from, to, service)) === 1;
  }
}

/** Names have no spaces, so that no two keys are the same. */
function keyOf(...names: readonly string[]): string {
  return names.join(' ');
}
