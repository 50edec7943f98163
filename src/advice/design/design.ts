import type {
  EstateParameters,
  GroupParameters,
  HostParameters,
} from '../../model/definitions/parameters.ts';
import { countsVirtualMachines } from '../../model/definitions/system-lookups.ts';
import { type KmsClients, kmsClientsOf, recordsOf } from './clients.ts';
import { contactGap } from './contact-gap.ts';
import { type DirectoryMembers, directoryMembersOf, isActivatedByDirectory } from './directory-members.ts';
import { groupBy, groupByEach } from './group-by.ts';
import { activationObstacles } from './host-activation.ts';
import { HostLevels } from './host-levels.ts';
import { type Publication, publicationsOf } from './publications.ts';
import { Reach } from './reach.ts';
import { type Refusal, refusalOf } from './refusals.ts';

/**
 * What an estate is on paper: who finds, reaches and is served by whom before anything is simulated, without
 * outages, failures and the timeline; only domains are joined and left, all activation objects made, and hosts have the
 * updates and keys that they have when their clients are installed.
 */
export class Design {
  readonly estate: EstateParameters;
  readonly reach: Reach;
  readonly publications: readonly Publication[];
  /** Whether any host has a priority or a weight in DNS. */
  readonly ranksHosts: boolean;
  /** The groups that are activated by KMS. */
  readonly clients: readonly KmsClients[];
  /** The groups of volume clients that are members of an Active Directory domain at last. */
  readonly members: readonly DirectoryMembers[];
  /** The updates and keys of the hosts over time. */
  readonly levels: HostLevels;
  private readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly namedLists: ReadonlyMap<string, readonly string[]>;
  private readonly notActivated: ReadonlySet<string>;
  private readonly zones: ReadonlyMap<string, readonly { readonly zone: string; readonly place: number }[]>;
  /** Where a host is in the file. */
  private readonly places: ReadonlyMap<string, number>;
  /** What is asked again and again of designs with thousands of hosts and groups. */
  private readonly counts = new Map<string, number>();
  private readonly steadyCounts = new Map<string, number>();
  private readonly asked = new Map<string, readonly string[]>();
  private readonly activating = new Map<string, readonly string[]>();
  private readonly activatingLists = new Map<string, readonly string[]>();
  private askers: ReadonlyMap<string, readonly KmsClients[]> | undefined;

  constructor(estate: EstateParameters) {
    this.estate = estate;
    this.reach = new Reach(estate);
    this.publications = publicationsOf(estate, this.reach);
    this.members = directoryMembersOf(estate, this.reach);
    const elsewhere = new Set(this.members.filter(isActivatedByDirectory).map(({ group }) => group));
    this.ranksHosts = [...estate.hosts.values()].some(({ priority, weight }) => priority > 0 || weight > 0);
    this.clients = kmsClientsOf(estate).filter(({ group }) => !elsewhere.has(group));
    this.named = hostsByZone(this.publications);
    this.namedLists = new Map([...this.named].map(([zone, hosts]) => [zone, [...hosts]]));
    this.notActivated = new Set(activationObstacles(estate).keys());
    const zones = [...estate.zones].map(([zone, { network }], place) => ({ zone, network, place }));
    this.zones = groupBy(zones, ({ network }) => network);
    this.places = new Map([...estate.hosts.keys()].map((host, place) => [host, place]));
    this.levels = new HostLevels(estate);
  }

  host(name: string): HostParameters {
    return required(this.estate.hosts, name);
  }

  /** The zone that computers of a network ask, or `null`. */
  zoneOf(network: string): string | null {
    return required(this.estate.networks, network).zone;
  }

  /** The zone that a group's machines ask: one set by hand, else that of their network; or `null`. */
  zoneAskedBy({ network, kmsDomain }: Pick<GroupParameters, 'network' | 'kmsDomain'>): string | null {
    return kmsDomain ?? this.zoneOf(network);
  }

  /** The zones whose servers are on a network, with their places in the file. */
  zonesOn(network: string): readonly { readonly zone: string; readonly place: number }[] {
    return this.zones.get(network) ?? [];
  }

  /** Whether computers of a network get an answer from a zone's server. */
  asksZone(network: string, zone: string): boolean {
    return this.reach.opens(network, required(this.estate.zones, zone).network, 'dns');
  }

  /** The hosts that a zone names, in the order in which they come online. */
  hostsOfZone(zone: string): readonly string[] {
    return this.namedLists.get(zone) ?? [];
  }

  /** Whether computers of a network find a host by DNS. */
  discovers(network: string, host: string, zone = this.zoneOf(network)): boolean {
    return zone !== null && this.asksZone(network, zone) && this.named.get(zone)?.has(host) === true;
  }

  /** Whether computers of a network can ask a host. */
  reaches(network: string, host: string): boolean {
    return this.reach.opens(network, this.host(host).network, 'kms');
  }

  /** Whether a group's machines know of a host: it is set by hand, or else found by DNS. */
  finds({ parameters }: KmsClients, host: string): boolean {
    const { host: byHand, network } = parameters;
    return byHand === null ? this.discovers(network, host, this.zoneAskedBy(parameters)) : byHand === host;
  }

  /**
   * The hosts that a group's machines find and reach, so that any of them may be the one that is asked: the same list for
   * all that look for a host in the same way.
   */
  hostsAskedBy({ parameters }: Pick<KmsClients, 'parameters'>): readonly string[] {
    const { network, host: byHand } = parameters;
    const zone = this.zoneAskedBy(parameters);
    const asker = this.askerOf(parameters);
    const known = this.asked.get(asker);
    if (known !== undefined) return known;
    const found = byHand === null ? this.hostsFoundFrom(network, zone) : [byHand];
    const hosts = found.filter((host) => this.reaches(network, host));
    this.asked.set(asker, hosts);
    return hosts;
  }

  /** How a group's machines look for a host. */
  private askerOf(parameters: GroupParameters): string {
    return `${parameters.network}\n${parameters.host ?? ''}\n${this.zoneAskedBy(parameters) ?? ''}`;
  }

  /**
   * The hosts that can answer a group's machines a count that activates them, of those that they find and reach: the same
   * list for all that have the same.
   */
  activatingHosts(clients: KmsClients): readonly string[] {
    const { keyGroup, threshold, parameters } = clients;
    const kind = `${this.askerOf(parameters)}\n${keyGroup}\n${threshold}\n${parameters.install.at}`;
    const known = this.activating.get(kind);
    if (known !== undefined) return known;
    const found = this.hostsAskedBy(clients).filter((host) => this.canActivate(host, clients));
    const list = found.join('\n');
    const hosts = this.activatingLists.get(list) ?? found;
    this.activatingLists.set(list, hosts);
    this.activating.set(kind, hosts);
    return hosts;
  }

  /** The groups whose machines find and reach a host. */
  clientsOf(host: string): readonly KmsClients[] {
    this.askers ??= groupByEach(this.clients, (clients) => this.hostsAskedBy(clients));
    return this.askers.get(host) ?? [];
  }

  /** The hosts that computers of a network find by DNS, in the order of the file. */
  private hostsFoundFrom(network: string, zone: string | null): string[] {
    const named = zone !== null && this.asksZone(network, zone) ? this.named.get(zone) : undefined;
    if (named === undefined) return [];
    return [...named].sort((left, right) => this.placeOf(left) - this.placeOf(right));
  }

  private placeOf(host: string): number {
    return this.places.get(host) ?? 0;
  }

  /** Whether a host is activated with Microsoft, so that it answers with a count. */
  isActivated(host: string): boolean {
    return !this.notActivated.has(host);
  }

  /** Why a host refuses a group's machines whenever they ask, or `null`. */
  refusal(host: string, clients: KmsClients): Refusal | null {
    return this.notActivated.has(host) ? 'not-activated' : this.refusalFor(host, clients);
  }

  /**
   * Why the key or the system of a host cannot serve a group's machines when the first of them are installed, or `null`. What
   * the timeline installs on the host before that is there then.
   */
  refusalFor(host: string, { keyGroup, parameters }: KmsClients): Exclude<Refusal, 'not-activated'> | null {
    return refusalOf(this.levels.at(host, parameters.install.at), keyGroup);
  }

  /** Whether a group's machines get a count from a host. */
  isAnswered(host: string, clients: KmsClients): boolean {
    const { network } = clients.parameters;
    return this.finds(clients, host) && this.reaches(network, host) && this.refusal(host, clients) === null;
  }

  /** Whether a host counts a group's machines. */
  isCounted(host: string, { parameters }: Pick<KmsClients, 'parameters'>): boolean {
    if (!parameters.virtual) return true;
    return this.levels.startsCounting(host) || countsVirtualMachines(this.host(host), this.estate.rules);
  }

  /** The most records that a host can have: of all machines that it answers and counts. */
  countWithin(host: string): number {
    const known = this.counts.get(host) ?? this.sumRecords(host, () => true);
    this.counts.set(host, known);
    return known;
  }

  /** The records that a host keeps for good: of the machines that renew before theirs is too old. */
  steadyCountWithin(host: string): number {
    const { recordLife } = this.estate.rules;
    const { renewalInterval } = this.host(host);
    const isSteady = ({ parameters }: KmsClients) => contactGap(parameters, renewalInterval) < recordLife;
    const known = this.steadyCounts.get(host) ?? this.sumRecords(host, isSteady);
    this.steadyCounts.set(host, known);
    return known;
  }

  /** Whether a host can ever answer a group's machines a count that activates them. */
  canActivate(host: string, clients: KmsClients): boolean {
    return this.isAnswered(host, clients) && this.countWithin(host) >= clients.threshold;
  }

  private sumRecords(host: string, counted: (clients: KmsClients) => boolean): number {
    return this.clientsOf(host)
      .filter(
        (clients) =>
          this.refusal(host, clients) === null && this.isCounted(host, clients) && counted(clients),
      )
      .reduce((sum, clients) => sum + recordsOf(clients), 0);
  }
}

function hostsByZone(publications: readonly Publication[]): Map<string, Set<string>> {
  const zones = new Map<string, Set<string>>();
  for (const { zone, host, obstacle } of publications) {
    if (obstacle !== null) continue;
    const hosts = zones.get(zone) ?? new Set();
    zones.set(zone, hosts.add(host));
  }
  return zones;
}

/** @throws Error when a checked estate lacks what it refers to */
function required<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined)
    throw new Error(`parameters name ${JSON.stringify(name)}, which they do not define`);
  return value;
}
