import { OFFICE, OFFICE_RULES, type OfficeVersion } from '../../model/definitions/office.ts';
import { systemOf } from '../../model/definitions/system-lookups.ts';
import { plural } from '../../text/plural.ts';
import {
  hasOfficeKey,
  type OfficeGroup,
  officeAskers,
  officeCountWithin,
  officeGroups,
  servesOffice,
} from '../design/office-groups.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { listed } from './wording.ts';

const SOURCE = 'Activate volume licensed versions of Office by using KMS';

function officeWithoutHost({ design }: Subject): Finding[] {
  return officeGroups(design).flatMap((one) => {
    const { group, version, asked } = one;
    if (asked.some((host) => servesOffice(design, host, one))) return [];
    const { title, keyGroup } = OFFICE[version];
    const keyed = asked.find((host) => hasOfficeKey(design, host, version));
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

/** Hosts without a version that Office may choose although another one has it: Office asks on where it is refused. */
function officeKeyMissing({ design }: Subject): Finding[] {
  const serving = new Map(
    officeGroups(design).map((one) => [one, one.asked.find((host) => servesOffice(design, host, one))]),
  );
  return [...design.estate.hosts.keys()].flatMap((host) => {
    const refused = officeAskers(design, host).filter(
      (one) => !servesOffice(design, host, one) && serving.get(one) !== undefined,
    );
    if (refused.length === 0) return [];
    const [first] = refused;
    const other = serving.get(first);
    return [
      {
        path: ['hosts', host],
        message: `\`${host}\` does not activate ${titlesOf(refused)}, so it refuses the Office of ${listed(refused.map((one) => one.group))} where that chooses it, although \`${other}\` would not`,
        help: `give it the keys too (\`hosts.${host}.officeKeys\`), or set a host for Office by hand (\`machines.${first.group}.officeHost: ${other}\`)`,
      },
    ];
  });
}

function titlesOf(groups: readonly OfficeGroup[]): string {
  return [...new Set(groups.map(({ version }) => OFFICE[version].title))].join(', ');
}

function hostHelp(version: OfficeVersion, host: string): string {
  if (version === 2013)
    return `install KB2757817 (\`hosts.${host}.updates: [KB2757817]\`), or use a later system`;
  return `host KMS on a later system (\`hosts.${host}.os: server-2022-standard\`)`;
}

/** Hosts at which fewer installations of Office can count than it needs. */
export function officeBelowThreshold({ design }: Subject): Finding[] {
  const threshold = design.estate.rules[OFFICE_RULES.threshold];
  return [...design.estate.hosts.keys()].flatMap((host) => {
    const served = officeAskers(design, host).filter((group) => servesOffice(design, host, group));
    const count = officeCountWithin(design, host);
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
  'office-key-missing': {
    check: officeKeyMissing,
    source: SOURCE,
    section: 'Configure a KMS host computer for Office',
    explanation:
      'Office looks for KMS hosts by DNS like Windows, and DNS does not say which of them has the key and the pack of its version. Where it chooses one without them it is refused (0xC004F042), keeps that host and goes on asking it until its grace is over. Install the pack and the key on every host of the zone, or give Office a host by hand (`ospp.vbs /sethst`).',
  },
} as const satisfies Record<string, WarningKind>;
