import { type Minute, NEVER } from '../../engine/time.ts';
import type { EstateParameters, HostParameters } from '../../model/definitions/parameters.ts';
import type { Reach } from './reach.ts';

/** Why a host gets no SRV record in a zone that it wants to publish to. */
export type PublicationObstacle =
  /** Its network cannot reach the zone's server. */
  | 'server-out-of-reach'
  /** Only the first host that published may update the record, and it is another. */
  | 'first-host-only'
  /** The zone takes no dynamic updates, and no record was made by hand. */
  | 'no-dynamic-update';

/** A host and a zone that it publishes to, or tries to. */
export interface Publication {
  readonly host: string;
  readonly zone: string;
  /** `null`: the zone names the host. */
  readonly obstacle: PublicationObstacle | null;
}

/** What every host publishes where, as the design has it: without outages, and before anything is granted. */
export function publicationsOf(estate: EstateParameters, reach: Reach): Publication[] {
  const byHand = [...estate.zones].flatMap(([zone, { records }]) =>
    records.map((host) => ({ host, zone, obstacle: null })),
  );
  const owners = new Map<string, string | null>(byHand.map(({ zone }) => [zone, null]));
  const grants = new Grants(estate);
  const isByHand = new Set(byHand.map(({ host, zone }) => `${host}\n${zone}`));
  const published = inOrderOfStart(estate).flatMap(([name, host]) =>
    zonesOf(host, estate)
      .filter((zone) => !isByHand.has(`${name}\n${zone}`))
      .map((zone) => ({
        host: name,
        zone,
        obstacle: obstacleOf(name, host, zone, estate, reach, owners, grants),
      })),
  );
  return [...byHand, ...published];
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
  owners: Map<string, string | null>,
  grants: Grants,
): PublicationObstacle | null {
  const parameters = estate.zones.get(zone);
  if (parameters?.dynamicUpdate === false) return 'no-dynamic-update';
  if (parameters === undefined || !reach.opens(host.network, parameters.network, 'dns'))
    return 'server-out-of-reach';
  if (!owners.has(zone)) owners.set(zone, name);
  if (parameters.updateRights === 'all' || owners.get(zone) === name) return null;
  return grants.isGranted(zone, name, host) ? null : 'first-host-only';
}

/** When which hosts are first given the rights to which zones. */
class Grants {
  private readonly toHosts = new Map<string, Minute>();
  private readonly toAll = new Map<string, Minute>();

  constructor({ timeline }: EstateParameters) {
    for (const entry of timeline) {
      if (entry.type !== 'grant') continue;
      const { zone, to, at } = entry;
      const grants = to === undefined ? this.toAll : this.toHosts;
      const granted = to === undefined ? zone : `${zone}\n${to}`;
      grants.set(granted, Math.min(at, grants.get(granted) ?? at));
    }
  }

  /** Whether a host is given the rights to a zone before it publishes for the first time. */
  isGranted(zone: string, name: string, { online }: HostParameters): boolean {
    const first = Math.min(this.toAll.get(zone) ?? NEVER, this.toHosts.get(`${zone}\n${name}`) ?? NEVER);
    return first <= online;
  }
}
