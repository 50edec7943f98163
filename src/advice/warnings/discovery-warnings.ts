import type { KmsClients } from '../design/clients.ts';
import type { Design } from '../design/design.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { linkHelp, zoneHelp } from './remedies.ts';
import { listed } from './wording.ts';

const DNS_SECTION = 'Planning DNS Server Configuration';

/** Networks whose KMS clients look for a host by DNS, with those clients, in the order of the file. */
function askingNetworks({ estate, clients }: Design): [string, KmsClients[]][] {
  const byNetwork = new Map<string, KmsClients[]>(
    [...estate.networks.keys()].map((network) => [network, []]),
  );
  for (const each of clients)
    if (each.parameters.host === null && each.parameters.kmsDomain === null)
      byNetwork.get(each.parameters.network)?.push(each);
  return [...byNetwork].filter(([, asking]) => asking.length > 0);
}

/** Asking networks that have a zone. */
function askedZones(design: Design): { network: string; zone: string }[] {
  return askingNetworks(design).flatMap(([network]) => {
    const zone = design.zoneOf(network);
    return zone === null ? [] : [{ network, zone }];
  });
}

function networksWithoutZone({ design }: Subject): Finding[] {
  return askingNetworks(design)
    .filter(([network]) => design.zoneOf(network) === null)
    .map(([network, clients]) => ({
      path: ['networks', network],
      message: `KMS clients of \`${network}\` (${listed(clients.map(({ group }) => group))}) have no DNS zone to ask, so they find no host`,
      help: zoneHelp(design, network, clients),
    }));
}

function zonesWithoutHost({ design }: Subject): Finding[] {
  const published = new Set(design.publications.map(({ zone }) => zone));
  return askingNetworks(design).flatMap(([network, clients]) => {
    const zone = design.zoneOf(network);
    if (zone === null || published.has(zone)) return [];
    return [
      {
        path: ['networks', network, 'dns'],
        message: `computers of \`${network}\` ask the zone \`${zone}\`, to which no host publishes`,
        help: zoneHelp(design, network, clients),
      },
    ];
  });
}

/** Zones set by hand to which no host publishes. */
function zonesByHandWithoutHost({ design }: Subject): Finding[] {
  const published = new Set(design.publications.map(({ zone }) => zone));
  return design.clients.flatMap(({ group, parameters: { host, kmsDomain } }) =>
    host !== null || kmsDomain === null || published.has(kmsDomain)
      ? []
      : [
          {
            path: ['machines', group, 'kmsDomain'],
            message: `\`${group}\` asks the zone \`${kmsDomain}\`, to which no host publishes`,
            help: `name a zone that has hosts, or let one publish there (\`hosts.NAME.publishTo: [${kmsDomain}]\`)`,
          },
        ],
  );
}

function zonesNotUpdatable({ design }: Subject): Finding[] {
  const asked = new Set(askedZones(design).map(({ zone }) => zone));
  return design.publications.flatMap(({ host, zone, obstacle }): Finding[] => {
    if (obstacle === null || !asked.has(zone)) return [];
    if (obstacle === 'server-out-of-reach') {
      const to = design.estate.zones.get(zone)?.network ?? zone;
      return [
        {
          path: ['hosts', host],
          message: `\`${host}\` cannot reach the DNS server of \`${zone}\`, so it cannot publish itself there`,
          help: linkHelp(design, design.host(host).network, to, ['dns']),
        },
      ];
    }
    if (obstacle === 'no-dynamic-update')
      return [
        {
          path: ['dns', zone, 'dynamicUpdate'],
          message: `\`${zone}\` takes no dynamic updates, so \`${host}\` is not found there`,
          help: `make its record by hand (\`dns.${zone}.records: [${host}]\`), or allow updates (\`dns.${zone}.dynamicUpdate: true\`)`,
        },
      ];
    return [
      {
        path: ['dns', zone, 'updateRights'],
        message: `only the first host that published may update \`${zone}\`, so \`${host}\` is not found there`,
        help: `give all hosts the right (\`dns.${zone}.updateRights: all\`), or make its record by hand`,
      },
    ];
  });
}

function dnsBlocked({ design }: Subject): Finding[] {
  return askedZones(design)
    .filter(({ network, zone }) => !design.asksZone(network, zone))
    .map(({ network, zone }) => {
      const to = design.estate.zones.get(zone)?.network ?? zone;
      return {
        path: ['networks', network, 'dns'],
        message: `computers of \`${network}\` cannot reach the DNS server of \`${zone}\`, which is on \`${to}\``,
        help: linkHelp(design, network, to, ['kms', 'dns']),
      };
    });
}

export const DISCOVERY_WARNINGS = {
  'network-without-zone': {
    check: networksWithoutZone,
    section: DNS_SECTION,
    explanation:
      'KMS clients find a host by asking their DNS zone for SRV records. Computers of a network without a zone find none, unless a host is set by hand: each tries every two hours until its grace period ends.',
  },
  'zone-without-host': {
    check: (subject) => [...zonesWithoutHost(subject), ...zonesByHandWithoutHost(subject)],
    section: DNS_SECTION,
    explanation:
      'KMS hosts publish themselves in the DNS zone of their own network and in those that `publishTo` names. In a zone to which no host publishes there is no SRV record, so clients that ask it find no host.',
  },
  'zone-not-updatable': {
    check: zonesNotUpdatable,
    section: DNS_SECTION,
    explanation:
      'A KMS host needs the right to update the SRV record `_vlmcs._tcp` of a zone, and a way to its server. By default the host that made the record owns it, and further hosts are refused: they log event 12293, and no client finds them. The guide recommends a security group of all KMS hosts with full control of the record.',
  },
  'dns-blocked': {
    check: dnsBlocked,
    section: 'Client Discovery of the KMS Service',
    explanation:
      'Clients can ask a DNS zone only if its server is on their own network or a link lets DNS through to it. Otherwise they find no host, even if they could reach one.',
  },
} as const satisfies Record<string, WarningKind>;
