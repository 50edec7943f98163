import { OFFICE, OFFICE_RULES, type OfficeVersion } from '../../model/definitions/office.ts';
import { officeKeyWorks } from '../../model/definitions/office-lookups.ts';
import {
  canUseDirectory,
  clientSideOf,
  HOST_SYSTEMS,
  keyFitsHost,
} from '../../model/definitions/system-lookups.ts';
import type { Design } from '../design/design.ts';
import {
  hasOfficeKey,
  type OfficeGroup,
  officeCountWithin,
  officeGroups,
  servesOffice,
} from '../design/office-groups.ts';
import { hostNumberProposals, wayProposals } from './network-proposals.ts';
import { type Proposal, unusedName, withoutDuplicates } from './proposals.ts';
import { activationProposals, presenceProposals, zoneRepairs } from './remedies.ts';

/** Groups, hosts and the like for which remedies are looked for. */
const MAX_OF_EACH = 3;

/**
 * What may help the Office of some groups; each to be simulated.
 *
 * @param isCountTooLow whether Office was answered too low a count, so that more of it may help
 */
export function officeProposals(
  design: Design,
  groups: readonly string[],
  isCountTooLow: boolean,
): Proposal[] {
  const those = officeGroups(design).filter(({ group }) => groups.includes(group));
  return withoutDuplicates(
    those
      .slice(0, MAX_OF_EACH)
      .flatMap((group) => [
        ...group.asked.slice(0, MAX_OF_EACH).flatMap((host) => hostRepairs(design, host, group)),
        ...(isCountTooLow ? moreOffice(design, group) : []),
        ...zoneRepairs(design, group.parameters.network),
        ...presenceProposals(design, group.group, group.parameters),
        ...byHand(design, group),
        ...wayProposals(design, group.parameters.network),
        ...(group.asked.length > 1 ? hostNumberProposals(design, group.asked) : []),
        ...directoryObjects(design, group),
      ]),
  );
}

/** A key of the version for a host, on a system that takes it, and activated. */
function hostRepairs(design: Design, name: string, group: OfficeGroup): Proposal[] {
  const { version } = group;
  const { title } = OFFICE[version];
  if (servesOffice(design, name, group))
    return [...activationProposals(design, name), ...moreKeyHosts(design, name, version)];
  const system = systemRepair(design, name, version);
  if (system === null) return [];
  const key = hasOfficeKey(design, name, version) ? [] : keySettings(design, name, version);
  const what = [
    ...(system.length > 0 ? [`what ${title} needs on ${name}`] : []),
    ...(key.length > 0 ? [`a key of ${title} on ${name}`] : []),
  ];
  return [{ what: what.join(' and '), set: [...system, ...key] }];
}

/** Settings with which a version's pack can be installed on a host: none, an update, a later system; `null`: nothing does. */
function systemRepair(design: Design, name: string, version: OfficeVersion): string[] | null {
  const { os, updates, key } = design.host(name);
  if (officeKeyWorks(version, { os, updates })) return [];
  const more = [...updates, 'KB2757817'] as const;
  if (officeKeyWorks(version, { os, updates: more })) return [`hosts.${name}.updates=[${more.join(', ')}]`];
  const group = design.estate.keys.get(key)?.group;
  const later = HOST_SYSTEMS.find(
    (system) =>
      system.endsWith('-standard') &&
      officeKeyWorks(version, { os: system, updates }) &&
      (group === undefined || keyFitsHost(group, system)),
  );
  return later === undefined ? null : [`hosts.${name}.os=${later}`];
}

/** Settings that give a host a key of a version besides its own: one that is there, or a new one. */
function keySettings(design: Design, name: string, version: OfficeVersion): string[] {
  const { keyGroup } = OFFICE[version];
  const { estate } = design;
  const known = [...estate.keys].find(([, key]) => key.type === 'kms' && key.group === keyGroup)?.[0];
  const key = known ?? unusedName(design, `${keyGroup}-kms`);
  const order = known === undefined ? [`keys.${key}={ type: kms, group: ${keyGroup} }`] : [];
  return [...order, `hosts.${name}.officeKeys=[${[...design.host(name).officeKeys, key].join(', ')}]`];
}

/** As many hosts on a version's key as have it, where Microsoft activates fewer. */
function moreKeyHosts({ estate }: Design, name: string, version: OfficeVersion): Proposal[] {
  const key = estate.hosts
    .get(name)
    ?.officeKeys.find((one) => estate.keys.get(one)?.group === OFFICE[version].keyGroup);
  const parameters = key === undefined ? undefined : estate.keys.get(key);
  if (key === undefined || parameters?.type !== 'kms') return [];
  const users = [...estate.hosts.values()].filter((host) => [host.key, ...host.officeKeys].includes(key));
  if (users.length <= parameters.hosts) return [];
  return [{ what: 'more hosts on the key of Office', set: [`keys.${key}.hosts=${users.length}`] }];
}

/** As much Office as the threshold needs: on more computers, or on others that ask the same host. */
function moreOffice(design: Design, { group, parameters, version, asked }: OfficeGroup): Proposal[] {
  const [host] = asked;
  if (host === undefined) return [];
  const threshold = design.estate.rules[OFFICE_RULES.threshold];
  const counted = (name: string) => (design.isCounted(name, { parameters }) ? asked.includes(name) : false);
  if (!counted(host)) return [];
  const present = officeCountWithin(design, host);
  const missing = Math.max(1, threshold - present);
  const computers: Proposal[] =
    parameters.names === null
      ? [
          {
            what: 'Office on enough computers',
            set: [`machines.${group}.count=${parameters.count + missing}`],
          },
        ]
      : [];
  const others = [...design.estate.groups].filter(
    ([name, other]) =>
      name !== group &&
      other.office === null &&
      other.count >= missing &&
      design.isCounted(host, { parameters: other }) &&
      design.hostsAskedBy({ parameters: { ...other, host: other.officeHost } }).includes(host),
  );
  return [
    ...computers,
    ...others.slice(0, 1).map(([name]) => ({
      what: `Office on ${name} as well`,
      set: [`machines.${name}.office=${version}`],
    })),
  ];
}

/** A host that serves the version and can be reached, named by hand. */
function byHand(design: Design, one: OfficeGroup): Proposal[] {
  const { group, parameters, asked } = one;
  return [...design.estate.hosts.keys()]
    .filter(
      (host) =>
        host !== parameters.officeHost &&
        (asked.length !== 1 || asked[0] !== host) &&
        design.reaches(parameters.network, host) &&
        servesOffice(design, host, one),
    )
    .slice(0, MAX_OF_EACH)
    .map((host) => ({
      what: `${host} set by hand for Office`,
      set: [`machines.${group}.officeHost=${host}`],
    }));
}

/** An activation object of the version in the domain of its machines. */
function directoryObjects(design: Design, { parameters: { domain, os }, version }: OfficeGroup): Proposal[] {
  const { estate } = design;
  if (domain === null || version === 2010 || !canUseDirectory(clientSideOf(os).keyGroup)) return [];
  const { keyGroup } = OFFICE[version];
  const known = [...estate.keys].find(([, key]) => key.type === 'kms' && key.group === keyGroup)?.[0];
  const key = known ?? unusedName(design, `${keyGroup}-kms`);
  const order = known === undefined ? [`keys.${key}={ type: kms, group: ${keyGroup} }`] : [];
  const object = unusedName(design, keyGroup);
  return [
    {
      what: `an activation object of ${OFFICE[version].title} in ${domain}`,
      set: [...order, `domains.${domain}.objects.${object}={ key: ${key} }`],
    },
  ];
}
