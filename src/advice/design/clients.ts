import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import type { EstateParameters, GroupParameters } from '../../model/definitions/parameters.ts';
import { clientSideOf } from '../../model/definitions/system-lookups.ts';

/** A group of machines that are activated by KMS from the start. */
export interface KmsClients {
  readonly group: string;
  readonly parameters: GroupParameters;
  readonly keyGroup: KeyGroup;
  /** The count that each of them must be answered. */
  readonly threshold: number;
  /** Whether all have the CMID of one image, and nothing in the timeline gives each its own. */
  readonly sharesCmid: boolean;
}

/** The groups that are activated by KMS, in the order of the file. */
export function kmsClientsOf({ groups, rules, timeline }: EstateParameters): KmsClients[] {
  const separated = new Set(
    timeline.flatMap((entry) =>
      entry.type === 'rearm' || (entry.type === 'rebuild' && entry.image?.cmid === 'own')
        ? [entry.group]
        : [],
    ),
  );
  return [...groups].flatMap(([group, parameters]) => {
    if (parameters.method.type !== 'kms' || parameters.count === 0) return [];
    const { keyGroup, threshold } = clientSideOf(parameters.os);
    const sharesCmid = parameters.image.cmid === 'shared' && !separated.has(group);
    return [{ group, parameters, keyGroup, threshold: rules[threshold], sharesCmid }];
  });
}

/** How many records a group's machines have at a host that counts them: clones share one CMID, so they are one. */
export function recordsOf({ parameters, sharesCmid }: KmsClients): number {
  return sharesCmid ? 1 : parameters.count;
}
