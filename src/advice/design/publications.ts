import type { EstateParameters, HostParameters } from '../../model/definitions/parameters.ts';
import type { Reach } from './reach.ts';

/** Why a host gets no SRV record in a zone that it wants to publish to. */
export type PublicationObstacle =
  /** Its network cannot reach the zone's server. */
  | 'server-out-of-reach'
  /** Only the first host that published may update the record, and it is another. */
  | 'first-host-only';

/** A host and a zone that it publishes to, or tries to. */
export interface Publication {
  readonly host: string;
  readonly zone: string;
  /** `null`: the zone names the host. */
  readonly obstacle: PublicationObstacle | null;
}

/** What every host publishes where, as the design has it: without outages, and before anything is granted. */
export function publicationsOf(estate: EstateParameters, reach: Reach): Publication[] {
  const owners = new Map<string, string>();
  return inOrderOfStart(estate).flatMap(([name, host]) =>
    zonesOf(host, estate).map((zone) => ({
      host: name,
      zone,
      obstacle: obstacleOf(name, host, zone, estate, reach, owners),
    })),
  );
}

/** Hosts in the order in which they come online; those of one minute in that of the file. */
function inOrderOfStart({ hosts }: EstateParameters): [string, HostParameters][] {
  return [...hosts].sort(([, left], [, right]) => left.online - right.online);
}

/** The zones that a host publishes to: its network's own, and those named for it. */
export function zonesOf({ network, publish, publishTo }: HostParameters, estate: EstateParameters): string[] {
  const own = publish ? (estate.networks.get(network)?.zone ?? null) : null;
  return [...new Set([...publishTo, ...(own === null ? [] : [own])])];
}

function obstacleOf(
  name: string,
  host: HostParameters,
  zone: string,
  estate: EstateParameters,
  reach: Reach,
  owners: Map<string, string>,
): PublicationObstacle | null {
  const parameters = estate.zones.get(zone);
  if (parameters === undefined || !reach.opens(host.network, parameters.network, 'dns'))
    return 'server-out-of-reach';
  if (!owners.has(zone)) owners.set(zone, name);
  if (parameters.updateRights === 'all' || owners.get(zone) === name) return null;
  return isGranted(estate, zone, host) ? null : 'first-host-only';
}

/** Whether hosts are given the rights to a zone before a host publishes for the first time. */
function isGranted({ timeline }: EstateParameters, zone: string, { online }: HostParameters): boolean {
  return timeline.some((entry) => entry.type === 'grant' && entry.zone === zone && entry.at <= online);
}
