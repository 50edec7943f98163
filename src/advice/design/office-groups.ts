import { OFFICE, type OfficeVersion } from '../../model/definitions/office.ts';
import { officeKeyWorks } from '../../model/definitions/office-lookups.ts';
import type { GroupParameters } from '../../model/definitions/parameters.ts';
import { canUseDirectory, clientSideOf, directoryServes } from '../../model/definitions/system-lookups.ts';
import type { Design } from './design.ts';

/** A group with Office that a KMS host is to activate, and the hosts that its Office finds and reaches. */
export interface OfficeGroup {
  readonly group: string;
  readonly parameters: GroupParameters;
  readonly version: OfficeVersion;
  readonly asked: readonly string[];
}

/** The groups with Office that Active Directory does not activate. */
export function officeGroups(design: Design): OfficeGroup[] {
  return [...design.estate.groups].flatMap(([group, parameters]) => {
    if (parameters.office === null || parameters.count === 0) return [];
    if (isByDirectory(design, parameters, parameters.office)) return [];
    const asked = design.hostsAskedBy({ parameters: { ...parameters, host: parameters.officeHost } });
    return [{ group, parameters, version: parameters.office, asked }];
  });
}

/** Whether Active Directory activates the Office of a group, so that it asks no KMS host. */
function isByDirectory(
  { estate, reach }: Design,
  { domain: name, network, os }: GroupParameters,
  version: OfficeVersion,
): boolean {
  const domain = estate.domains.get(name ?? '');
  if (domain === undefined || !canUseDirectory(clientSideOf(os).keyGroup)) return false;
  const { keyGroup } = OFFICE[version];
  const isServed = [...domain.objects.values()].some(({ key: keyName }) => {
    const key = estate.keys.get(keyName);
    return key !== undefined && directoryServes(key.group, keyGroup);
  });
  return isServed && domain.controllers.some((to) => reach.opens(network, to, 'ldap'));
}

/** Whether a host has a key of a version. */
export function hasOfficeKey(design: Design, host: string, version: OfficeVersion): boolean {
  const { key, officeKeys } = design.host(host);
  return [key, ...officeKeys].some(
    (name) => design.estate.keys.get(name)?.group === OFFICE[version].keyGroup,
  );
}

/** Whether a host has a key of a group's version on a system that takes it, as it is when the group is installed. */
export function servesOffice(
  design: Design,
  host: string,
  { version, parameters }: Pick<OfficeGroup, 'version' | 'parameters'>,
): boolean {
  const level = design.levels.at(host, parameters.install.at);
  return hasOfficeKey(design, host, version) && officeKeyWorks(version, level);
}

/** The installations of Office that a host answers, activates and counts, however many it keeps. */
export function officeCountWithin(design: Design, host: string, groups: readonly OfficeGroup[]): number {
  return groups
    .filter((group) => group.asked.includes(host) && servesOffice(design, host, group))
    .filter(({ parameters }) => design.isCounted(host, { parameters }))
    .reduce((sum, { parameters }) => sum + (parameters.image.cmid === 'shared' ? 1 : parameters.count), 0);
}
