import type { EstateParameters, GroupParameters } from '../../model/definitions/parameters.ts';
import { canUseDirectory, clientSideOf, directoryServes } from '../../model/definitions/system-lookups.ts';
import type { Reach } from './reach.ts';

/** A group of volume clients that are members of an Active Directory domain when the timeline is over. */
export interface DirectoryMembers {
  readonly group: string;
  readonly parameters: GroupParameters;
  readonly domain: string;
  /** Whether Active Directory can activate their system. */
  readonly isCapable: boolean;
  /** Whether they reach a domain controller. */
  readonly reaches: boolean;
  /** The activation objects that serve them. */
  readonly objects: readonly string[];
}

/** The groups that are members of a domain, in the order of the file. */
export function directoryMembersOf(estate: EstateParameters, reach: Reach): DirectoryMembers[] {
  if (estate.domains.size === 0) return [];
  const moved = domainsAfterMoves(estate);
  return [...estate.groups].flatMap(([group, parameters]): DirectoryMembers[] => {
    const name = moved.has(group) ? (moved.get(group) ?? null) : parameters.domain;
    const domain = name === null ? undefined : estate.domains.get(name);
    if (name === null || domain === undefined || parameters.method.type !== 'kms' || parameters.count === 0)
      return [];
    const { keyGroup } = clientSideOf(parameters.os);
    const objects = [...domain.objects].flatMap(([object, { key: keyName }]) => {
      const key = estate.keys.get(keyName);
      return key !== undefined && directoryServes(key.group, keyGroup) ? [object] : [];
    });
    const { network } = parameters;
    const reaches = domain.controllers.some((to) => reach.opens(network, to, 'ldap'));
    return [{ group, parameters, domain: name, isCapable: canUseDirectory(keyGroup), reaches, objects }];
  });
}

/** Whether Active Directory activates the machines of a group, so that none of them asks a KMS host. */
export function isActivatedByDirectory({ reaches, objects }: DirectoryMembers): boolean {
  return reaches && objects.length > 0;
}

/** The domains of the groups that join or leave one, after all entries of the timeline that are within the run; `null`: of none. */
function domainsAfterMoves({ timeline, duration }: EstateParameters): Map<string, string | null> {
  const moved = new Map<string, string | null>();
  for (const entry of timeline.toSorted((left, right) => left.at - right.at)) {
    if (entry.at >= duration) continue;
    if (entry.type === 'join') moved.set(entry.group, entry.domain);
    if (entry.type === 'leave') moved.set(entry.group, null);
  }
  return moved;
}
