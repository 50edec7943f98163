import type { SystemName } from '../../../model/definitions/systems.ts';
import type { EstateComputer } from '../computers/estate-computer.ts';
import { chooseSites } from '../computers/sites.ts';
import type { HostFacts } from '../output/plan-hosts.ts';
import { type Assumptions, chooseEdition } from '../systems/assumptions.ts';
import { SERVER_2003 } from '../systems/generations.ts';
import { type NoSystem, recognize, type SystemFact } from '../systems/recognize.ts';
import { type EstateHost, type HostRecord, namedHost } from './host.ts';

/** The KMS hosts that lists of computers name: computers with a KMS key, and hosts that clients have set by hand. */
export function hostsInInventory(computers: readonly EstateComputer[]): readonly HostRecord[] {
  const hosts: HostRecord[] = [];
  for (const { name, domain, channel, keyGroup, kmsHost, officeHost } of computers) {
    if (channel === 'host' && name !== null)
      hosts.push({ ...namedHost(fullName(name, domain), 'inventory'), keyGroup });
    for (const written of [kmsHost, officeHost]) {
      const [host, port = ''] = written.split(':');
      if (host === '') continue;
      hosts.push({
        ...namedHost(host, 'by-hand'),
        port: /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536 ? Number(port) : null,
      });
    }
  }
  return hosts;
}

function fullName(name: string, domain: string): string {
  return domain === '' ? name : `${name}.${domain}`;
}

/** The hosts' names in lower case. */
export function hostKeys(hosts: readonly EstateHost[]): ReadonlySet<string> {
  return new Set(hosts.map(({ name }) => name.toLowerCase()));
}

/** The hosts with their systems, and the domain of the estate. */
export interface DescribedHosts {
  readonly hosts: readonly HostFacts[];
  readonly domain: string;
  readonly notes: readonly string[];
}

/** Chooses the systems of hosts by what lists of computers say of them, and says which ones no list knows. */
export function describeHosts(
  hosts: readonly EstateHost[],
  computers: readonly EstateComputer[],
  assumptions: Assumptions,
): DescribedHosts {
  const known = new Map(
    computers
      .filter(({ name, inventoried }) => name !== null && inventoried)
      .map((computer) => [computer.name!.toLowerCase(), computer]),
  );
  const sites = chooseSites(computers);
  const described = hosts.map((host) => describe(host, known.get(host.name.toLowerCase())));
  return { hosts: described, domain: domainOf(hosts, computers), notes: notesOf(described) };

  function describe(host: EstateHost, computer: EstateComputer | undefined): HostFacts {
    const own =
      computer === undefined || ('reason' in computer.system && computer.system.reason !== SERVER_2003)
        ? systemOf(host)
        : computer.system;
    const edition = editionOf(own, assumptions);
    const sources = [...host.sources];
    return {
      name: host.name,
      edition: edition ?? 'server-2008-standard',
      assumed: edition === null,
      known: computer !== undefined || sources.some((source) => source !== 'dns'),
      site: computer === undefined ? '' : sites.siteOf(computer),
      virtual: computer?.virtual === true,
      keyGroup: host.keyGroup,
      port: host.port,
      publishes: host.publishes,
      activationInterval: host.activationInterval,
      renewalInterval: host.renewalInterval,
      remarks: [...host.remarks, ...clientRemark(host, own)],
    };
  }
}

function systemOf({ os, version }: EstateHost): SystemFact | NoSystem {
  return recognize({ os, edition: '', servicePack: null, version, activationId: '' });
}

function editionOf(system: SystemFact | NoSystem, assumptions: Assumptions): SystemName | null {
  if ('reason' in system) return system.reason === SERVER_2003 ? 'server-2003' : null;
  const chosen = chooseEdition(system, assumptions);
  return 'edition' in chosen ? chosen.edition : null;
}

function clientRemark({ sources }: EstateHost, system: SystemFact | NoSystem): string[] {
  if ('reason' in system || system.system.kind !== 'client' || !sources.has('dns')) return [];
  return [
    `It publishes to DNS, but the list of computers has it as ${system.system.title}: is it meant to be a KMS host?`,
  ];
}

/** The domain that hosts are published in, else the one that most computers are in; empty for none. */
function domainOf(hosts: readonly EstateHost[], computers: readonly EstateComputer[]): string {
  const published = hosts.map(({ zone }) => zone).filter((zone) => zone !== '');
  const counts = new Map<string, number>();
  const domains = published.length > 0 ? published : [...computers, ...hosts].map(({ domain }) => domain);
  for (const domain of domains) if (domain !== '') counts.set(domain, (counts.get(domain) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

function notesOf(hosts: readonly HostFacts[]): string[] {
  const unknown = hosts.filter(({ known }) => !known).map(({ name }) => name);
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, 5).join(', ');
  return [
    `${unknown.length} KMS ${unknown.length === 1 ? 'host is' : 'hosts are'} published in DNS but in no list of computers: unknown (rogue, or old records?): ${named}${unknown.length > 5 ? ', ...' : ''}.`,
  ];
}
