import { EDITIONS, type Edition, type KeyGroup } from '../../model/definitions/editions.ts';
import type { EstateParameters, GroupParameters } from '../../model/definitions/parameters.ts';
import { thresholdOf } from '../../model/definitions/rules.ts';

/** A group of machines that are activated by KMS from the start. */
export interface KmsClients {
  readonly group: string;
  readonly parameters: GroupParameters;
  readonly edition: Edition;
  readonly keyGroup: KeyGroup;
  /** The count that each of them must be answered. */
  readonly threshold: number;
}

/** The groups that are activated by KMS, in the order of the file. */
export function kmsClientsOf({ groups, rules }: EstateParameters): KmsClients[] {
  return [...groups].flatMap(([group, parameters]) => {
    const edition: Edition = EDITIONS[parameters.os];
    if (parameters.method.type !== 'kms' || edition.group === null || parameters.count === 0) return [];
    return [{ group, parameters, edition, keyGroup: edition.group, threshold: thresholdOf(edition, rules) }];
  });
}

/** How many records a group's machines have at a host that counts them: clones share one CMID, so they are one. */
export function recordsOf({ parameters }: KmsClients): number {
  return parameters.image === 'cloned' ? 1 : parameters.count;
}
