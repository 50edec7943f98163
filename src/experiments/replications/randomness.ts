import type {
  EstateParameters,
  GroupParameters,
  HostParameters,
} from '../../model/definitions/parameters.ts';

/**
 * Whether chance may play a part in an estate: if not, all its replications are equal and one of them says everything. Where it is
 * not plain that no draw can matter, as with two hosts that clients may find, chance counts as playing a part.
 */
export function isRandom({ failures, groups, hosts, zones, networks }: EstateParameters): boolean {
  if (failures.size > 0) return true;
  if ([...groups.values()].some(drawsAnything)) return true;
  return hosts.size > 1 && [...zones.keys()].some((zone) => hostsIn(zone, { hosts, networks }) > 1);
}

/** How many hosts clients may find in a zone: they ask them in an order that is drawn. */
function hostsIn(zone: string, { hosts, networks }: Pick<EstateParameters, 'hosts' | 'networks'>): number {
  const publishes = ({ publish, publishTo, network }: HostParameters) =>
    publishTo.includes(zone) || (publish && networks.get(network)?.zone === zone);
  return [...hosts.values()].filter(publishes).length;
}

function drawsAnything({ install, uptime, connects, hardwareChange }: GroupParameters): boolean {
  return (
    (install.order === 'random' && install.over > 0) ||
    (uptime !== null && uptime.jitter > 0) ||
    connects?.first === 'random' ||
    (hardwareChange !== null && hardwareChange.chance > 0 && hardwareChange.chance < 1)
  );
}
