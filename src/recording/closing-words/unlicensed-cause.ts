import { GenuineStatus } from '../../model/administration/genuine.ts';
import { Code, explainedCode } from '../../model/definitions/codes.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type MachineId, NONE } from '../../model/definitions/ids.ts';
import { canUseDirectory, KEY_GROUP_NAMES } from '../../model/definitions/system-lookups.ts';
import type { Group } from '../../model/estate/groups.ts';
import { ServiceId } from '../../model/estate/networks.ts';
import type { Host } from '../../model/kms/host.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { momentOf } from './moments.ts';
import { type OutageLog, stateOf } from './outage-log.ts';

/** Says why a machine is not activated now, as far as its surroundings prove it. */
export class UnlicensedCause {
  private readonly estate: Estate;
  private readonly outages: OutageLog;
  private readonly timestamps: Timestamps;

  constructor(estate: Estate, outages: OutageLog, timestamps: Timestamps) {
    this.estate = estate;
    this.outages = outages;
    this.timestamps = timestamps;
  }

  /** A clause for a sentence about a machine; `null` when nothing that can be seen now explains it. */
  of(machine: MachineId): string | null {
    const group = this.estate.machines.groupOf(machine);
    const { method } = group;
    if (method.type === 'none') return 'it is not activated by design (`method: none`)';
    if (this.estate.validation.statusOf(machine) === GenuineStatus.NonGenuine)
      return 'it was found Non-Genuine';
    if (method.type === 'kms') return this.ofClient(machine, group);
    if (method.type === 'avma') return this.ofGuest(machine, group);
    const key = this.estate.keys.table.idOf(method.key);
    if (this.estate.keys.remaining(key) <= 0)
      return `the pool of ${method.key} is empty (${explainedCode(Code.MakExhausted)})`;
    return this.ofMicrosoft(group);
  }

  /** Why a KMS client would not be renewed now; `null` when it would, once it is connected. */
  ofRenewal(machine: MachineId): string | null {
    if (this.estate.machines.groupOf(machine).method.type === 'avma') return this.of(machine);
    const isRenewed = this.estate.preview.contact(machine).code === Code.Success;
    return isRenewed ? null : this.of(machine);
  }

  private ofGuest(machine: MachineId, group: Group): string | null {
    const { avmaClients, machines } = this.estate;
    const code = avmaClients.preview(machine, group);
    if (code === Code.Success) return null;
    const server = machines.nameOf(avmaClients.serverOf(machine, group));
    return `${server} does not activate it (${explainedCode(code)})`;
  }

  private ofClient(machine: MachineId, group: Group): string | null {
    const { preview, hosts, clients } = this.estate;
    const { host, count, code } = preview.contact(machine);
    if (code === Code.Success)
      return group.isIntermittent ? 'it was not connected when it needed a KMS host' : null;
    const known = host === NONE ? clients.knownHost(machine, group) : host;
    const why =
      known === NONE ? this.ofDiscovery(group, code) : this.ofHost(hosts.all[known], group, count, code);
    return `${why} (${explainedCode(code)})${this.ofDirectory(group)}`;
  }

  /** Why Active Directory does not activate a member of a domain either; nothing where it could not. */
  private ofDirectory({ domain, network, keyGroup }: Group): string {
    const { domains, activationObjects } = this.estate;
    const isCapable = canUseDirectory(KEY_GROUP_NAMES[keyGroup]);
    if (domain === NONE || !isCapable) return '';
    const name = domains.table.names[domain];
    if (!domains.answers(domain, network)) return `, and no domain controller of ${name} can be reached`;
    const any = activationObjects.all.some((object) => object.domain === domain && object.active);
    return any ? `, and no activation object of ${name} serves it` : `, and ${name} has no activation object`;
  }

  private ofHost(host: Host, group: Group, count: number, code: number): string {
    if (code === Code.CountTooLow)
      return `the count of ${host.name} is ${count}, and its clients need ${group.threshold}`;
    if (code === Code.HostNotActivated) return `${host.name} is not activated`;
    if (code === Code.HostCannotServe)
      return `the key ${host.parameters.key} on ${host.parameters.os} cannot serve ${group.parameters.os}`;
    return this.unreachable(
      `${host.name} cannot be reached`,
      [host.name, host.parameters.network, group],
      host,
    );
  }

  private ofDiscovery(group: Group, code: number): string {
    const { network, kmsDomain } = group.parameters;
    const zone = kmsDomain ?? this.estate.parameters.networks.get(network)?.zone ?? null;
    if (zone === null) return `computers of ${network} ask no DNS zone`;
    if (code === Code.DnsNameDoesNotExist) return `no KMS host is published in ${zone}`;
    if (code === Code.DnsServerFailure)
      return this.unreachable(`the zone ${zone} does not answer`, [zone, group]);
    const { zones, hosts } = this.estate;
    const named = zones.records(zones.table.idOf(zone)).map((id) => hosts.all[id]);
    const subjects = named.flatMap(({ name, parameters }) => [name, parameters.network]);
    return this.unreachable(`no KMS host that ${zone} names can be reached`, [...subjects, group]);
  }

  private ofMicrosoft(group: Group): string | null {
    const { microsoft, networks, parameters } = this.estate;
    const { method } = group;
    const vamt = method.type === 'mak-proxy' ? parameters.vamts.get(method.vamt) : undefined;
    if (method.type === 'mak-proxy' && vamt !== undefined) {
      const from = networks.table.idOf(vamt.network);
      if (!networks.reaches(from, group.network, ServiceId.wmi))
        return `${method.vamt} cannot reach it over WMI`;
      if (vamt.via === 'internet' && !microsoft.answersInternet(from))
        return `${method.vamt} cannot reach Microsoft (${explainedCode(Code.MicrosoftUnreachable)})`;
    }
    if (method.type === 'mak' && method.by === 'internet' && !microsoft.answersInternet(group.network))
      return `Microsoft cannot be reached from ${group.parameters.network} (${explainedCode(Code.MicrosoftUnreachable)})`;
    return null;
  }

  /** Adds since when what is in the way is down. */
  private unreachable(clause: string, between: readonly (string | Group)[], host?: Host): string {
    const subjects = between.flatMap((item) => (typeof item === 'string' ? [item] : this.wayOf(item, host)));
    const outage = this.outages.current(subjects);
    return outage === undefined
      ? clause
      : `${clause}: ${outage.subject} has ${stateOf(outage)} since ${momentOf(outage.from, this.timestamps)}`;
  }

  /** The group's network, and the links from it; to a host's network where it is known. */
  private wayOf({ parameters: { network } }: Group, host: Host | undefined): string[] {
    const links = [...this.estate.parameters.links]
      .filter(
        ([, link]) => link.from === network && (host === undefined || link.to === host.parameters.network),
      )
      .map(([name]) => name);
    return [network, ...links];
  }
}
