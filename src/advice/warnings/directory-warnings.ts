import { avmaGuestsOf } from '../../model/definitions/avma.ts';
import { officeOfKey } from '../../model/definitions/office-lookups.ts';
import { clientSideOf, systemOf } from '../../model/definitions/system-lookups.ts';
import { plural } from '../../text/plural.ts';
import { type DirectoryMembers, isActivatedByDirectory } from '../design/directory-members.ts';
import { conversionDrains, type Drain, directoryDrains } from '../design/drains.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { linkHelp } from './remedies.ts';
import { listed } from './wording.ts';

const GUIDE = 'Activate using Active Directory-based activation';

function drainMessage({ host, threshold, left, after }: Drain, why: string): string {
  return `${why}, so only ${plural(after, 'computer')} are left to count at \`${host}\`, and ${listed(left)} need ${threshold}`;
}

function directoryDrainsCount({ design }: Subject): Finding[] {
  const gone = design.members.filter(isActivatedByDirectory);
  const why = `Active Directory activates ${listed(gone.map(({ group }) => group))}`;
  return directoryDrains(design).map((drain) => ({
    path: ['machines', gone[0].group, 'domain'],
    message: drainMessage(drain, why),
    help: `use MAK for those that are left (\`machines.${drain.left[0]}.method: mak\` with a key), or take them out of use`,
  }));
}

function conversionDrainsCount({ design }: Subject): Finding[] {
  const clients = new Set(design.clients.map(({ group }) => group));
  const index = design.estate.timeline.findIndex(
    (entry) => entry.type === 'convert' && entry.method.type !== 'kms' && clients.has(entry.group),
  );
  const entry = design.estate.timeline[index];
  const group = entry?.type === 'convert' ? entry.group : '';
  return conversionDrains(design).map((drain) => ({
    path: ['timeline', index],
    message: drainMessage(drain, `\`${group}\` does not ask a KMS host any more`),
    help: `convert those that are left as well (\`machines.${drain.left[0]}.method: mak\` with a key), or leave enough of them on KMS`,
  }));
}

function domainOutOfReach({ design }: Subject): Finding[] {
  return design.members
    .filter(({ isCapable, reaches, domain }) => isCapable && !reaches && hasObjects(design, domain))
    .map(({ group, parameters, domain }) => {
      const [to] = design.estate.domains.get(domain)?.controllers ?? [parameters.network];
      return {
        path: ['machines', group, 'domain'],
        message: `\`${group}\` on \`${parameters.network}\` reaches no domain controller of \`${domain}\`, so Active Directory never activates it`,
        help: linkHelp(design, parameters.network, to, ['ldap']),
      };
    });
}

function hasObjects({ estate }: Subject['design'], domain: string): boolean {
  const objects = [...(estate.domains.get(domain)?.objects.values() ?? [])];
  // An object for Office says nothing of Windows.
  return objects.some(({ key }) => officeOfKey(estate.keys.get(key)?.group ?? 'client') === null);
}

/** Members that Active Directory can activate, but none of its activation objects. */
function objectServesNot({ design }: Subject): Finding[] {
  return design.members
    .filter(
      ({ isCapable, domain, objects }) => isCapable && objects.length === 0 && hasObjects(design, domain),
    )
    .map((members) => {
      const [object, key] = firstObject(design, members);
      return {
        path: ['domains', members.domain, 'objects', object, 'key'],
        message: `no activation object of \`${members.domain}\` serves \`${members.group}\`, so a KMS host has to`,
        help: `make one with a key that does (\`keys.${key}.group: ${clientSideOf(members.parameters.os).keyGroup}\`)`,
      };
    });
}

function firstObject({ estate }: Subject['design'], { domain }: DirectoryMembers): [string, string] {
  const [[name, { key }]] = [...(estate.domains.get(domain)?.objects ?? [])];
  return [name, key];
}

function objectCannotBeActivated({ design }: Subject): Finding[] {
  const { domains, networks } = design.estate;
  return [...domains].flatMap(([domain, { controllers, objects }]) =>
    controllers.some((network) => networks.get(network)?.internet === true)
      ? []
      : [...objects]
          .filter(([, { activateBy }]) => activateBy === 'internet')
          .map(([object]) => ({
            path: ['domains', domain, 'objects', object],
            message: `the activation object \`${object}\` is activated over the Internet, which no network with a controller of \`${domain}\` reaches`,
            help: `activate it by telephone (\`domains.${domain}.objects.${object}.activateBy: telephone\`)`,
          })),
  );
}

/** Guests whose Hyper-V hosts cannot activate them by their system, or are never activated themselves. */
function avmaWithoutHost({ design }: Subject): Finding[] {
  const { groups } = design.estate;
  return [...groups].flatMap(([group, { method, os }]): Finding[] => {
    const servers = method.type === 'avma' ? groups.get(method.on) : undefined;
    if (method.type !== 'avma' || servers === undefined) return [];
    const kms = `let them be KMS clients (\`machines.${group}.method: kms\`)`;
    if (!avmaGuestsOf(servers.os).includes(os))
      return [
        {
          path: ['machines', group, 'on'],
          message: `\`${method.on}\` runs ${systemOf(servers.os).title}, which does not activate guests on ${systemOf(os).title}`,
          help: `use Hyper-V hosts on a Datacenter edition of Server 2012 R2 or later, no older than the guests, or ${kms}`,
        },
      ];
    if (servers.method.type !== 'none') return [];
    return [
      {
        path: ['machines', method.on, 'method'],
        message: `\`${method.on}\` is not activated, so it activates none of its guests \`${group}\``,
        help: `activate the Hyper-V hosts (\`machines.${method.on}.method: kms\` or \`mak\`), or ${kms}`,
      },
    ];
  });
}

export const DIRECTORY_WARNINGS = {
  'adba-drains-count': {
    check: directoryDrainsCount,
    section: GUIDE,
    source: 'Microsoft, Volume Activation',
    explanation:
      'A member of a domain asks Active Directory first, and a KMS host only when that fails. Once there is an activation object, Windows 8, Server 2012 and later members do not ask the KMS host any more, and after 30 days it has forgotten them. Windows 7 and Server 2008 R2 cannot use Active Directory: what is left of them may be fewer than their threshold, and then they are not renewed either.',
  },
  'conversion-drains-count': {
    check: conversionDrainsCount,
    section: 'Activation Count Cache',
    explanation:
      'Machines that are converted to another method, or leave volume activation for a subscription (`convert` with `method: none`), do not ask the KMS host any more, and after 30 days it has forgotten them. What is left may be fewer than the threshold; then nobody is activated or renewed.',
  },
  'domain-out-of-reach': {
    check: domainOutOfReach,
    section: GUIDE,
    source: 'Microsoft, Volume Activation',
    explanation:
      'A member of a domain fetches the activation object from a domain controller: one on its own network, or one that it reaches through a link that allows `ldap`. Where it reaches none it asks a KMS host, and 180 days after its latest contact with the domain its activation ends.',
  },
  'object-serves-not': {
    check: objectServesNot,
    section: GUIDE,
    source: 'Microsoft, Volume Activation',
    explanation:
      'An activation object serves the systems that the KMS key it was made with serves, from Windows 8 and Server 2012 on. A key of an older generation serves no newer system. Several objects may be there at once, one for each key.',
  },
  'avma-without-host': {
    check: avmaWithoutHost,
    section: 'Automatic Virtual Machine Activation in Windows Server',
    source: 'Microsoft, Windows Server',
    explanation:
      'A Hyper-V host activates its guests when it runs a Datacenter edition of Server 2012 R2 or later and is activated itself. Guests must be Server 2012 R2 or later and no newer than the host (0xC004FD01); in a cluster every host must be activated (0xC004FD02).',
  },
  'object-cannot-activate': {
    check: objectCannotBeActivated,
    section: GUIDE,
    source: 'Microsoft, Volume Activation',
    explanation:
      'An activation object is made when Microsoft has activated its KMS key, over the Internet from a network with a domain controller, or by telephone. Before that Active Directory activates nobody.',
  },
} as const satisfies Record<string, WarningKind>;
