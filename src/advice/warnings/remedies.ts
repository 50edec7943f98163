import type { Service } from '../../model/definitions/parameters.ts';
import type { KmsClients } from '../design/clients.ts';
import { coreNetwork } from '../design/core-network.ts';
import type { Design } from '../design/design.ts';

/** Help for computers that have no zone, or one that names no host: a zone with a host that can activate them. */
export function zoneHelp(design: Design, network: string, clients: readonly KmsClients[]): string {
  const zone = usefulZone(design, network);
  const own = `a host of its own, or MAK (\`machines.${clients[0].group}.method: mak\` with a key)`;
  if (zone !== null)
    return `give \`${network}\` the zone of a reachable host (\`networks.${network}.dns: ${zone}\`), or ${own}`;
  const core = coreNetwork(design);
  const coreZone = core === null ? null : design.zoneOf(core);
  if (core === null || coreZone === null || core === network) return `give \`${network}\` ${own}`;
  return `${linkHelp(design, network, core, ['kms', 'dns'])} with \`networks.${network}.dns: ${coreZone}\`, or give it ${own}`;
}

/** A zone that computers of a network can ask and that names a host in their reach; the first of the file. */
function usefulZone(design: Design, network: string): string | null {
  const asked = design.reach.reached(network, 'dns').flatMap((to) => design.zonesOn(to));
  const useful = asked.filter(({ zone }) =>
    design.hostsOfZone(zone).some((host) => design.reaches(network, host)),
  );
  return useful.sort((left, right) => left.place - right.place)[0]?.zone ?? null;
}

/** Help that opens a way for services: through a link that is there, or a new one. */
export function linkHelp({ reach }: Design, from: string, to: string, services: readonly Service[]): string {
  const known = reach.link(from, to);
  if (known === undefined)
    return `open a link (\`links.${from}-${to}: { from: ${from}, to: ${to}, allow: [${services.join(', ')}] }\`)`;
  const [name, link] = known;
  const allow = [...new Set([...link.allow, ...services])];
  return `let the link through (\`links.${name}.allow: [${allow.join(', ')}]\`)`;
}
