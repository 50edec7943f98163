import type { KmsClients } from '../design/clients.ts';
import type { Design } from '../design/design.ts';
import type { Refusal } from '../design/refusals.ts';

/** Hosts with the groups that ask them and are refused for a reason that no activation cures. */
export function refusedBy(design: Design, reason: Refusal): [string, KmsClients[]][] {
  return [...design.estate.hosts.keys()].flatMap((host): [string, KmsClients[]][] => {
    const refused = design.clientsOf(host).filter((clients) => design.refusalFor(host, clients) === reason);
    return refused.length === 0 ? [] : [[host, refused]];
  });
}
