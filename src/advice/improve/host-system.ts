import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import { HOST_SYSTEMS, hostSideOf } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';

/** The system of a host where the design does not suggest another one. */
const USUAL: SystemName = 'server-2008-standard';

/**
 * A system whose KMS hosts can serve clients of all the given groups.
 *
 * @param known systems that are preferred: those of hosts that the design has
 * @returns `undefined` when there is none
 */
export function systemServing(
  groups: readonly KeyGroup[],
  known: readonly SystemName[],
): SystemName | undefined {
  return [...known, USUAL, ...HOST_SYSTEMS].find((os) =>
    groups.every((group) => hostSideOf(os).serves.includes(group)),
  );
}
