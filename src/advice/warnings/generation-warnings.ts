import { FAMILIES } from '../../model/definitions/families.ts';
import { keyGroupServing, systemOf } from '../../model/definitions/system-lookups.ts';
import type { KmsClients } from '../design/clients.ts';
import type { Design } from '../design/design.ts';
import { RolloutCounts } from '../design/rollout-counts.ts';
import { type ServingRepair, servingRepair } from '../design/serving-repair.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { refusedBy } from './refused-by.ts';
import { listed } from './wording.ts';

/** Where the rules of systems after Server 2008 are published. */
const PLANNING = {
  source: 'KMS activation planning (Windows Server)',
  section: 'KMS host required updates',
};

function hostTooOld({ design }: Subject): Finding[] {
  return refusedBy(design, 'host-too-old').map(([host, refused]) => {
    const { os, updates } = design.host(host);
    const repair = servingRepair(design.host(host), keyGroupsOf(design.clientsOf(host)));
    const without =
      repair === undefined || repair.added.length === 0 ? '' : ` without ${repair.added.join(' and ')}`;
    return {
      path: ['hosts', host, updates.length > 0 ? 'updates' : 'os'],
      message: `\`${host}\` runs ${systemOf(os).title}${without}, so it refuses ${refusedInWords(refused)}`,
      help: repairInWords(design, host, repair),
    };
  });
}

function hostTooNew({ design }: Subject): Finding[] {
  return refusedBy(design, 'host-too-new').map(([host, refused]) => ({
    path: ['hosts', host, 'os'],
    message: `\`${host}\` runs ${systemOf(design.host(host).os).title}, which no longer serves ${refusedInWords(refused)}`,
    help: `keep a host on an earlier system for them, such as \`os: server-2012-r2-standard\`, or use MAK (\`machines.${refused[0].group}.method: mak\` with a key)`,
  }));
}

function keyNotForHost({ design }: Subject): Finding[] {
  return refusedBy(design, 'key-not-for-host').map(([host, refused]) => {
    const { os, key } = design.host(host);
    const group = design.estate.keys.get(key)?.group;
    const needed = keyGroupServing(keyGroupsOf(design.clientsOf(host)), [os]);
    return {
      path: ['hosts', host, 'key'],
      message: `a key of group ${group} does not work on ${systemOf(os).title}, so \`${host}\` refuses ${listed(refused.map(({ group: name }) => name))}`,
      help:
        needed === undefined
          ? `put KMS on a system for which Microsoft lists the key (\`hosts.${host}.os\`)`
          : `order a key for it (\`keys.${key}.group: ${needed}\`)`,
    };
  });
}

/** No grace: from the day of their installation until the count is reached users see notifications. */
function noInitialGrace({ design }: Subject): Finding[] {
  const { rules, duration } = design.estate;
  const counts = new RolloutCounts(design);
  return design.clients.flatMap((clients) => {
    const { group, parameters, threshold } = clients;
    const { install, os } = parameters;
    if (rules[systemOf(os).initialGrace] > 0 || install.at >= duration) return [];
    const hosts = design.activatingHosts(clients);
    if (hosts.length === 0 || !startsTheCount(counts, hosts, clients)) return [];
    return [
      {
        path: ['machines', group],
        message: `\`${group}\` (${systemOf(os).title}) has no grace, and the count of ${listed(hosts)} is below ${threshold} when the first of them are installed: they begin in Notification`,
        help: `install computers first that have a grace or a lower threshold, or all of them at once (\`machines.${group}.install.over: 0 d\`)`,
      },
    ];
  });
}

/** Whether the first machines of a group ask when no others have asked enough. */
function startsTheCount(counts: RolloutCounts, hosts: readonly string[], clients: KmsClients): boolean {
  const { install, count } = clients.parameters;
  if (install.over === 0) return false;
  const atOnce = Math.ceil(count / Math.max(1, install.over));
  return hosts.some((host) => counts.installedBy(host, install.at) + atOnce < clients.threshold);
}

function keyGroupsOf(clients: readonly KmsClients[]) {
  return clients.map(({ keyGroup }) => keyGroup);
}

function refusedInWords(refused: readonly KmsClients[]): string {
  const named = refused.map(
    ({ group, parameters }) => `\`${group}\` (${FAMILIES[systemOf(parameters.os).family].title})`,
  );
  return named.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

function repairInWords(design: Design, host: string, repair: ServingRepair | undefined): string {
  if (repair === undefined) return 'no host serves all of them: split them among two hosts';
  const { os, updates, added, keyGroup } = repair;
  const place =
    added.length > 0
      ? `install it (\`hosts.${host}.updates: [${updates.join(', ')}]\`)`
      : `no update lets it: host KMS on a later system (\`hosts.${host}.os: ${os}\`)`;
  const { key } = design.host(host);
  const isKeyed = keyGroup === undefined || keyGroup === design.estate.keys.get(key)?.group;
  return isKeyed ? place : `${place}, with a key that serves them (\`keys.${key}.group: ${keyGroup}\`)`;
}

export const GENERATION_WARNINGS = {
  'host-too-old': {
    check: hostTooOld,
    ...PLANNING,
    explanation:
      'A KMS host serves its own generation of Windows and earlier ones. For some later ones it needs an update, for others there is none: Server 2008 R2 reaches Windows 10 with KB3079821 and never Server 2016. It also needs a KMS key that includes them. A host refuses other clients with 0xC004F042, and logs 0xC004F015 in its event 12290.',
  },
  'host-too-new': {
    check: hostTooNew,
    ...PLANNING,
    explanation:
      'The lists of what keys and hosts from Windows Server 2016 on serve have Windows Server 2008 and Windows 7, but not Windows Vista. That they refuse it is taken from there; Microsoft does not say it.',
  },
  'key-not-for-host': {
    check: keyNotForHost,
    source: PLANNING.source,
    section: 'Activation versions',
    explanation:
      'Microsoft lists the systems on which a KMS key can be installed: a Server 2016 key on Server 2012 to 2016, a Server 2025 key on Server 2019 to 2025, a client key not on servers. Here any host takes any key; with one that is not for its system it refuses every client.',
  },
  'no-initial-grace': {
    check: noInitialGrace,
    source: 'Microsoft support staff on GitHub',
    section: 'MicrosoftDocs/windowsserverdocs, pull request 7166',
    explanation:
      'From Windows 8 and Server 2012 on there is no grace after installation: a computer that the first contact does not activate is in Notification from day 0 and tries again every 2 hours. Before, a slow rollout had 30 days to reach the count.',
  },
} as const satisfies Record<string, WarningKind>;
