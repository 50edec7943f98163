import { keyGroupServing, systemOf } from '../../model/definitions/system-lookups.ts';
import { plural } from '../../text/plural.ts';
import type { KmsClients } from '../design/clients.ts';
import type { Design } from '../design/design.ts';
import { activationObstacles } from '../design/host-activation.ts';
import { servingRepair } from '../design/serving-repair.ts';
import { chanceBelow } from '../design/share-chance.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { refusedBy } from './refused-by.ts';
import { linkHelp } from './remedies.ts';
import { listed } from './wording.ts';

function kmsBlocked({ design }: Subject): Finding[] {
  return design.clients.flatMap((clients) => {
    const { network, host } = clients.parameters;
    const zone = design.zoneAskedBy(clients.parameters);
    const known = host !== null ? [host] : zone === null ? [] : design.hostsOfZone(zone);
    if (known.length === 0 || known.some((name) => design.reaches(network, name))) return [];
    const to = design.host(known[0]).network;
    return [
      {
        path: host !== null ? ['machines', clients.group, 'host'] : ['machines', clients.group],
        message: `no link lets KMS (TCP 1688) through from \`${network}\` to ${listed(known)}, so \`${clients.group}\` reaches no host`,
        help: linkHelp(design, network, to, ['kms', ...(host === null ? (['dns'] as const) : [])]),
      },
    ];
  });
}

function keyGroupTooLow({ design }: Subject): Finding[] {
  return refusedBy(design, 'key-group-too-low').map(([host, refused]) => {
    const { key, os } = design.host(host);
    const groups = refused.map(({ keyGroup }) => keyGroup);
    const needed = keyGroupServing(groups, [os]) ?? keyGroupServing(groups, []);
    return {
      path: ['keys', key, 'group'],
      message: `\`${host}\` has a key of group ${design.estate.keys.get(key)?.group}, so it refuses ${listed(refused.map(({ group }) => group))}`,
      help: `order a key that includes them (\`keys.${key}.group: ${needed}\`)`,
    };
  });
}

function vistaHostForServers({ design }: Subject): Finding[] {
  return refusedBy(design, 'host-system').map(([host, refused]) => {
    const groups = design.clientsOf(host).map(({ keyGroup }) => keyGroup);
    return {
      path: ['hosts', host, 'os'],
      message: `\`${host}\` runs ${systemOf(design.host(host).os).title}, so it refuses ${listed(refused.map(({ group }) => group))}`,
      help: `host KMS on a server (\`hosts.${host}.os: ${servingRepair(design.host(host), groups)?.os ?? 'server-2008-standard'}\`)`,
    };
  });
}

function hostCannotActivate({ design }: Subject): Finding[] {
  return [...activationObstacles(design.estate)]
    .filter(([, obstacle]) => obstacle === 'no-internet')
    .map(([host]) => ({
      path: ['hosts', host],
      message: `\`${host}\` is activated over the Internet, which \`${design.host(host).network}\` does not reach, so it refuses every client`,
      help: `activate it by telephone (\`hosts.${host}.activateBy: telephone\`)`,
    }));
}

/** From so many computers on the guide no longer calls a network small, for which one host is enough (Table 1). */
const MEDIUM = 100;

function singleHost({ design }: Subject): Finding[] {
  return [...design.estate.hosts.keys()].flatMap((host) => {
    const dependent = design.clientsOf(host).filter((clients) => design.hostsAskedBy(clients).length === 1);
    const computers = dependent.reduce((sum, { parameters }) => sum + parameters.count, 0);
    if (computers < MEDIUM || !isEnoughForTwo(design, host, dependent)) return [];
    const { network, os, key } = design.host(host);
    return [
      {
        path: ['hosts', host],
        message: `\`${host}\` is the only KMS host of ${plural(computers, 'computer')}`,
        help: `add a second one for failover (\`hosts.${host}-2: { network: ${network}, os: ${os}, key: ${key} }\`)`,
      },
    ];
  });
}

/** Chance by which one of two hosts may miss a threshold before a second host is no advice. */
const ACCEPTABLE_CHANCE = 0.05;

function isEnoughForTwo(design: Design, host: string, clients: readonly KmsClients[]): boolean {
  const threshold = Math.max(...clients.map((client) => client.threshold));
  const half = [{ computers: design.countWithin(host), chance: 0.5 }];
  return 2 * chanceBelow(threshold, half) <= ACCEPTABLE_CHANCE;
}

function virtualHostMoves({ design }: Subject): Finding[] {
  const moves = [...design.estate.timeline.entries()].filter(([, entry]) => entry.type === 'move');
  const firstMoves = new Map(
    moves.reverse().map(([index, entry]) => [entry.type === 'move' ? entry.host : '', index]),
  );
  return [...design.estate.hosts].flatMap(([name, { virtual }]) => {
    const first = firstMoves.get(name);
    if (!virtual || first === undefined) return [];
    return [
      {
        path: ['timeline', first],
        message: `the virtual host \`${name}\` is moved to other hardware, and has to be activated with Microsoft again each time`,
        help: `keep it on its hardware, or use a physical computer (\`hosts.${name}.virtual: false\`)`,
      },
    ];
  });
}

export const HOST_WARNINGS = {
  'kms-blocked': {
    check: kmsBlocked,
    section: 'High Security Zone',
    explanation:
      'KMS clients open a connection to TCP port 1688 of the host. Computers of one network reach each other; to a host on another network a link must let KMS through. Links lead one way, from the clients to the host, and nothing is forwarded over a second one.',
  },
  'key-group-too-low': {
    check: keyGroupTooLow,
    section: 'Determine Product Key Needs',
    explanation:
      'A KMS key serves the systems of its own product key group and of the less inclusive ones: client, then server-a, server-b and server-c; a later key serves the earlier generations. A host refuses other clients (0xC004F042). A client that was refused has found a host and goes on asking it.',
  },
  'vista-host-for-servers': {
    check: vistaHostForServers,
    section: 'Planning a KMS Deployment',
    explanation:
      'A KMS host that runs on Windows Vista activates Windows Vista only, whatever its key, and one on a later client system only client systems. It refuses servers (0xC004F042), which go on asking it, since it has answered.',
  },
  'host-cannot-activate': {
    check: hostCannotActivate,
    section: 'Activating the First KMS Host',
    explanation:
      'A KMS host is activated with Microsoft once, over the Internet or by telephone. One that is not refuses its clients (0xC004F041), and those that found it go on asking it.',
  },
  'single-host': {
    check: singleHost,
    section: 'Planning a KMS Deployment',
    explanation:
      'For failover the guide recommends two KMS hosts at least; one is enough for a small network of fewer than 100 computers (Table 1). It is warned of where the computers are enough for two hosts: each of them must keep its own count above the threshold.',
  },
  'virtual-host-moves': {
    check: virtualHostMoves,
    section: 'Core Network',
    explanation:
      'A KMS host may be virtual. When it is moved to another physical computer, it detects the change of hardware and has to be activated with Microsoft again within 30 days. A KMS key activates the same host ten times.',
  },
} as const satisfies Record<string, WarningKind>;
