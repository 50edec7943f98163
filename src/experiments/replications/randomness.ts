import type { EstateParameters, GroupParameters } from '../../model/definitions/parameters.ts';

/**
 * Whether chance may play a part in an estate: if not, all its replications are equal and one of them says everything. Where it is
 * not plain that no draw can matter, as with two hosts that clients may find, chance counts as playing a part.
 */
export function isRandom({ failures, groups, hosts }: EstateParameters): boolean {
  if (failures.size > 0) return true;
  if ([...groups.values()].some(drawsAnything)) return true;
  const published = [...hosts.values()].filter(({ publish, publishTo }) => publish || publishTo.length > 0);
  return published.length > 1 && [...groups.values()].some(({ host }) => host === null);
}

function drawsAnything({ install, uptime, connects, hardwareChange }: GroupParameters): boolean {
  return (
    (install.order === 'random' && install.over > 0) ||
    (uptime !== null && uptime.jitter > 0) ||
    connects?.first === 'random' ||
    (hardwareChange !== null && hardwareChange.chance > 0 && hardwareChange.chance < 1)
  );
}
