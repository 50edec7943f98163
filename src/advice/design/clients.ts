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
}

/** The groups that are activated by KMS, in the order of the file. */
export function kmsClientsOf({ groups, rules }: EstateParameters): KmsClients[] {
  return [...groups].flatMap(([group, parameters]) => {
    if (parameters.method.type !== 'kms' || parameters.count === 0) return [];
    const { keyGroup, threshold } = clientSideOf(parameters.os);
    return [{ group, parameters, keyGroup, threshold: rules[threshold] }];
  });
}

/** How many records a group's machines have at a host that counts them: clones share one CMID, so they are one. */
export function recordsOf({ parameters }: KmsClients): number {
  return parameters.image.cmid === 'shared' ? 1 : parameters.count;
}
