import { OFFICE, type OfficeVersion } from '../../model/definitions/office.ts';
import { officeKeyWorks } from '../../model/definitions/office-lookups.ts';
import type { GroupParameters } from '../../model/definitions/parameters.ts';
import { canUseDirectory, clientSideOf, directoryServes } from '../../model/definitions/system-lookups.ts';
import type { Design } from './design.ts';
import { groupBy } from './group-by.ts';

/** A group with Office that a KMS host is to activate, and the hosts that its Office finds and reaches. */
export interface OfficeGroup {
  readonly group: string;
  readonly parameters: GroupParameters;
  readonly version: OfficeVersion;
  readonly asked: readonly string[];
}

/** Groups with Office, and by host those that find and reach it. */
interface OfficeOfDesign {
  readonly groups: readonly OfficeGroup[];
  readonly askers: ReadonlyMap<string, readonly OfficeGroup[]>;
}

/** Of designs that were asked about: several warnings ask of every host. */
const OFFICES = new WeakMap<Design, OfficeOfDesign>();

function officeOf(design: Design): OfficeOfDesign {
  const known = OFFICES.get(design);
  if (known !== undefined) return known;
  const groups = findOffice(design);
  const asking = groups.flatMap((group) => group.asked.map((host) => ({ host, group })));
  const askers = new Map(
    [...groupBy(asking, ({ host }) => host)].map(([host, those]) => [host, those.map(({ group }) => group)]),
  );
  const office = { groups, askers };
  OFFICES.set(design, office);
  return office;
}

/** The groups with Office that Active Directory does not activate. */
export function officeGroups(design: Design): readonly OfficeGroup[] {
  return officeOf(design).groups;
}

/** The groups whose Office finds and reaches a host, of those that Active Directory does not activate. */
export function officeAskers(design: Design, host: string): readonly OfficeGroup[] {
  return officeOf(design).askers.get(host) ?? [];
}

function findOffice(design: Design): OfficeGroup[] {
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
export function officeCountWithin(design: Design, host: string): number {
  return officeAskers(design, host)
    .filter((group) => servesOffice(design, host, group))
    .filter(({ parameters }) => design.isCounted(host, { parameters }))
    .reduce((sum, { parameters }) => sum + (parameters.image.cmid === 'shared' ? 1 : parameters.count), 0);
}
