import type { LinkParameters, Service, TimelineEntry } from '../../model/definitions/parameters.ts';
import { type KmsClients, recordsOf } from './clients.ts';
import type { Design } from './design.ts';
import { groupBy, groupByEach } from './group-by.ts';

/** Groups that the same hosts can activate, all of them from the same count on. */
interface Dependents {
  readonly hosts: readonly string[];
  readonly threshold: number;
  readonly groups: string[];
}

/** Groups of one network that look for a host in the same way, so that they ask the same ones. */
interface Askers {
  readonly groups: KmsClients[];
  readonly hosts: readonly string[];
}

/** Hosts that some askers no longer find or reach. */
type Losses = Map<Askers, readonly string[]>;

/**
 * Which entries of a timeline leave KMS clients without any host that can activate them, when nothing repairs what the
 * entries take away. Hosts have published and are activated before: what remains keeps its SRV records and its key.
 *
 * It looks only at the groups and hosts that an entry concerns, since timelines have thousands of entries.
 */
export class LastingLosses {
  private readonly design: Design;
  private readonly dependents: ReadonlyMap<string, readonly Dependents[]>;
  private readonly clients: ReadonlyMap<string, KmsClients>;
  /** What is lost with KMS, or with DNS, from one network to another. */
  private readonly overKms = new Map<string, Losses>();
  private readonly overDns = new Map<string, Losses>();
  /** Outages that come again and again. */
  private readonly linkOutages = new Map<string, boolean>();

  constructor(design: Design) {
    this.design = design;
    this.dependents = dependentsOf(design);
    this.clients = new Map(design.clients.map((clients) => [clients.group, clients]));
    for (const askers of askersOf(design)) this.addWays(askers);
  }

  /** Whether an entry that lasts leaves clients without the last host that could activate them. */
  cutsOff(entry: TimelineEntry): boolean {
    const { hosts, links } = this.design.estate;
    if (entry.type === 'retire') return this.retirementCutsOff(entry.group, entry.count);
    if (entry.type === 'block') {
      const link = links.get(entry.link);
      return link !== undefined && entry.services.includes('kms') && this.blockCutsOff(link, entry.services);
    }
    if (entry.type !== 'down') return false;
    if (hosts.has(entry.target)) return this.hostCutsOff(entry.target);
    const link = links.get(entry.target);
    return link !== undefined && this.blockCutsOff(link, link.allow);
  }

  private hostCutsOff(host: string): boolean {
    return (this.dependents.get(host) ?? []).some(({ hosts }) => hosts.length === 1);
  }

  private retirementCutsOff(group: string, count: number | null): boolean {
    const clients = this.clients.get(group);
    if (clients === undefined) return false;
    const left = count === null ? 0 : Math.max(0, clients.parameters.count - count);
    const records = left === 0 ? 0 : clients.sharesCmid ? 1 : left;
    const fewer = recordsOf(clients) - records;
    const counts = new Map<string, number>();
    for (const host of this.design.hostsAskedBy(clients))
      if (fewer > 0 && this.hasRecordsOf(host, clients))
        counts.set(host, this.design.countWithin(host) - fewer);
    return this.isLastHostLost(counts, left === 0 ? group : null);
  }

  private blockCutsOff(link: LinkParameters, services: readonly Service[]): boolean {
    const { from, to } = link;
    const [kms, dns] = (['kms', 'dns'] as const).map(
      (service) => services.includes(service) && this.design.reach.isOnlyWay(link, service),
    );
    const outage = `${from} ${to} ${kms} ${dns}`;
    const known = this.linkOutages.get(outage) ?? this.areAskersLost(this.lossesOf(from, to, kms, dns));
    this.linkOutages.set(outage, known);
    return known;
  }

  private lossesOf(from: string, to: string, kms: boolean, dns: boolean): Losses {
    const way = `${from} ${to}`;
    // What DNS named is lost whole, so that it comes last.
    return new Map([...((kms && this.overKms.get(way)) || []), ...((dns && this.overDns.get(way)) || [])]);
  }

  private areAskersLost(losses: Losses): boolean {
    const counts = new Map<string, number>();
    for (const [{ groups }, hosts] of losses)
      for (const clients of groups)
        for (const host of hosts)
          if (this.hasRecordsOf(host, clients))
            counts.set(host, (counts.get(host) ?? this.design.countWithin(host)) - recordsOf(clients));
    if (this.isLastHostLost(counts, null)) return true;
    return [...losses].some(([{ groups }, hosts]) => {
      const lost = new Set(hosts);
      return groups.some((clients) => {
        const before = this.design.activatingHosts(clients);
        const isLeft = (host: string) =>
          !lost.has(host) && (counts.get(host) ?? Infinity) >= clients.threshold;
        return before.length > 0 && !before.some(isLeft);
      });
    });
  }

  /**
   * Whether clients that have a host have none when counts are lower.
   *
   * @param counts the counts of the hosts that have fewer records than before
   * @param gone a group of which no machine is left
   */
  private isLastHostLost(counts: ReadonlyMap<string, number>, gone: string | null): boolean {
    const isGone = ({ groups }: Dependents) => groups.length === 1 && groups[0] === gone;
    for (const [host, count] of counts)
      for (const dependents of this.dependents.get(host) ?? []) {
        // The highest threshold comes first.
        if (count >= dependents.threshold) break;
        const suffices = (other: string) => (counts.get(other) ?? Infinity) >= dependents.threshold;
        if (!isGone(dependents) && !dependents.hosts.some(suffices)) return true;
      }
    return false;
  }

  private hasRecordsOf(host: string, clients: KmsClients): boolean {
    return this.design.refusal(host, clients) === null && this.design.isCounted(host, clients);
  }

  private addWays(askers: Askers): void {
    const { estate } = this.design;
    const { parameters } = askers.groups[0];
    const { network: from, host: byHand } = parameters;
    const zone = this.design.zoneAskedBy(parameters);
    const server = byHand === null && zone !== null ? estate.zones.get(zone)?.network : undefined;
    if (server !== undefined) lossesAt(this.overDns, `${from} ${server}`).set(askers, askers.hosts);
    for (const [network, hosts] of groupBy(askers.hosts, (host) => this.design.host(host).network))
      lossesAt(this.overKms, `${from} ${network}`).set(askers, hosts);
  }
}

function lossesAt(losses: Map<string, Losses>, way: string): Losses {
  const known = losses.get(way) ?? new Map();
  losses.set(way, known);
  return known;
}

/** Those that look for a host in the same way have the same list of hosts. */
function askersOf(design: Design): Askers[] {
  const byHosts = groupBy(design.clients, (clients) => design.hostsAskedBy(clients));
  return [...byHosts].map(([hosts, groups]) => ({ hosts, groups }));
}

/** By host, those that it can activate; the highest threshold first. */
function dependentsOf(design: Design): Map<string, Dependents[]> {
  const all = [...groupBy(design.clients, (clients) => design.activatingHosts(clients))].flatMap(
    ([hosts, those]) =>
      [...groupBy(those, ({ threshold }) => threshold)].map(
        ([threshold, groups]): Dependents => ({ hosts, threshold, groups: groups.map(({ group }) => group) }),
      ),
  );
  return groupByEach(
    all.sort((left, right) => right.threshold - left.threshold),
    ({ hosts }) => hosts,
  );
}
