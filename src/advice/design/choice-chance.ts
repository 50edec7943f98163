import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import type { KmsClients } from './clients.ts';
import type { Design } from './design.ts';

/**
 * The chance with which a group's machines take a host that they find and reach: the same for all such hosts, but for
 * clients that heed priority and weight of SRV records only those of the lowest priority, each by its weight.
 */
export function choiceChance(design: Design, clients: KmsClients, host: string): number {
  if (!heedsRanks(design, clients)) return 1 / design.hostsAskedBy(clients).length;
  const likely = likelyHosts(design, clients);
  if (!likely.includes(host)) return 0;
  const weights = likely.reduce((sum, name) => sum + design.host(name).weight, 0);
  return weights === 0 ? 1 / likely.length : design.host(host).weight / weights;
}

/** The hosts among which a group's machines choose while all answer. */
export function likelyHosts(design: Design, clients: KmsClients): readonly string[] {
  const asked = design.hostsAskedBy(clients);
  if (!heedsRanks(design, clients)) return asked;
  const first = Math.min(...asked.map((name) => design.host(name).priority));
  const ranked = asked.filter((name) => design.host(name).priority === first);
  const weighted = ranked.filter((name) => design.host(name).weight > 0);
  return weighted.length > 0 ? weighted : ranked;
}

function heedsRanks(design: Design, { parameters }: KmsClients): boolean {
  return design.ranksHosts && clientSideOf(parameters.os).heedsPriority === true;
}
