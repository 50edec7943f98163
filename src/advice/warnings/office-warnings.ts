import { OFFICE, OFFICE_RULES, type OfficeVersion } from '../../model/definitions/office.ts';
import { officeKeyWorks } from '../../model/definitions/office-lookups.ts';
import type { GroupParameters } from '../../model/definitions/parameters.ts';
import {
  canUseDirectory,
  clientSideOf,
  directoryServes,
  systemOf,
} from '../../model/definitions/system-lookups.ts';
import { plural } from '../../text/plural.ts';
import type { Design } from '../design/design.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { listed } from './wording.ts';

const SOURCE = 'Activate volume licensed versions of Office by using KMS';

/** A group with Office that a KMS host is to activate, and the hosts that its Office finds and reaches. */
interface OfficeGroup {
  readonly group: string;
  readonly parameters: GroupParameters;
  readonly version: OfficeVersion;
  readonly asked: readonly string[];
}

function officeGroups(design: Design): OfficeGroup[] {
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
function hasKey(design: Design, host: string, version: OfficeVersion): boolean {
  const { key, officeKeys } = design.host(host);
  return [key, ...officeKeys].some(
    (name) => design.estate.keys.get(name)?.group === OFFICE[version].keyGroup,
  );
}

function serves(design: Design, host: string, version: OfficeVersion): boolean {
  return hasKey(design, host, version) && officeKeyWorks(version, design.host(host));
}

function officeWithoutHost({ design }: Subject): Finding[] {
  return officeGroups(design).flatMap(({ group, version, asked }) => {
    if (asked.some((host) => serves(design, host, version))) return [];
    const { title, keyGroup } = OFFICE[version];
    const keyed = asked.find((host) => hasKey(design, host, version));
    const path = ['machines', group, 'office'];
    if (keyed !== undefined)
      return [
        {
          path: ['hosts', keyed, 'os'],
          message: `the volume license pack of ${title} cannot be installed on ${systemOf(design.host(keyed).os).title}, so \`${keyed}\` refuses the Office of \`${group}\``,
          help: hostHelp(version, keyed),
        },
      ];
    const host = asked[0];
    return [
      host === undefined
        ? {
            path,
            message: `${title} of \`${group}\` finds and reaches no KMS host`,
            help: 'give its network a zone with a KMS host and a link to it, or name one (`officeHost`)',
          }
        : {
            path,
            message: `no KMS host that \`${group}\` asks has a key of ${title} (${listed(asked)})`,
            help: `give one a key of group ${keyGroup} besides its own (\`hosts.${host}.officeKeys: [NAME]\`)`,
          },
    ];
  });
}

function hostHelp(version: OfficeVersion, host: string): string {
  if (version === 2013)
    return `install KB2757817 (\`hosts.${host}.updates: [KB2757817]\`), or use a later system`;
  return `host KMS on a later system (\`hosts.${host}.os: server-2022-standard\`)`;
}

/** Hosts at which fewer installations of Office can count than it needs. */
export function officeBelowThreshold({ design }: Subject): Finding[] {
  const threshold = design.estate.rules[OFFICE_RULES.threshold];
  const groups = officeGroups(design);
  return [...design.estate.hosts.keys()].flatMap((host) => {
    const served = groups.filter(
      ({ version, asked }) => asked.includes(host) && serves(design, host, version),
    );
    const count = served
      .filter(({ parameters }) => design.isCounted(host, { parameters }))
      .reduce((sum, { parameters }) => sum + (parameters.image.cmid === 'shared' ? 1 : parameters.count), 0);
    if (served.length === 0 || count >= threshold) return [];
    return [
      {
        path: ['hosts', host],
        message: `Office of at most ${plural(count, 'computer')} can count at \`${host}\`, and that of ${listed(served.map(({ group }) => group))} needs ${threshold}; computers without Office do not count`,
        help: 'let more computers with Office ask this host',
      },
    ];
  });
}

export const OFFICE_WARNINGS = {
  'office-without-host': {
    check: officeWithoutHost,
    source: SOURCE,
    section: 'Configure a KMS host computer for Office',
    explanation:
      'A volume edition of Office is activated for itself. The KMS host needs the volume license pack of that version and its key, besides the key of Windows or without one; without them it refuses Office (0xC004F042). The pack of a version has a minimum system: Server 2012 for Office 2019, Server 2016 for LTSC 2021, Server 2022 for LTSC 2024.',
  },
} as const satisfies Record<string, WarningKind>;
