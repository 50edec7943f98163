import type { EstateComputer } from '../computers/estate-computer.ts';

/** No CMID. */
const EMPTY = /^[0-]*$/;

/**
 * The CMIDs that several computers have asked with: an image that was not generalized.
 *
 * @returns the shared CMID of each computer that has one
 */
export function sharedIds(computers: readonly EstateComputer[]): ReadonlyMap<EstateComputer, string> {
  const users = new Map<string, Set<EstateComputer>>();
  for (const computer of computers) {
    for (const { clientMachineId } of computer.requests) {
      if (EMPTY.test(clientMachineId)) continue;
      const found = users.get(clientMachineId) ?? new Set();
      users.set(clientMachineId, found.add(computer));
    }
  }
  const shared = new Map<EstateComputer, string>();
  for (const [id, own] of users)
    if (own.size > 1) for (const computer of own) if (!shared.has(computer)) shared.set(computer, id);
  return shared;
}

/** How many computers have asked with several CMIDs: they were rebuilt or rearmed. */
export function renewedIds(computers: readonly EstateComputer[]): number {
  return computers.filter(
    ({ requests }) => new Set(requests.map(({ clientMachineId }) => clientMachineId)).size > 1,
  ).length;
}
