import { choiceChance } from './choice-chance.ts';
import { recordsOf } from './clients.ts';
import type { Design } from './design.ts';

/**
 * Records that a host has on average: of the machines that find several hosts each gets its part, since a client takes
 * one at random and stays with it (Planning Guide, Client Discovery of the KMS Service).
 */
export function expectedShare(design: Design, host: string): number {
  let share = 0;
  for (const clients of design.clientsOf(host)) {
    if (design.refusal(host, clients) !== null || !design.isCounted(host, clients)) continue;
    share += recordsOf(clients) * choiceChance(design, clients, host);
  }
  return share;
}
