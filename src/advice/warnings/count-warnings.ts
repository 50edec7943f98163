import { plural } from '../../text/plural.ts';
import { choiceChance, likelyHosts } from '../design/choice-chance.ts';
import type { KmsClients } from '../design/clients.ts';
import { recordsOf } from '../design/clients.ts';
import { contactGap } from '../design/contact-gap.ts';
import type { Design } from '../design/design.ts';
import { directoryDrains } from '../design/drains.ts';
import { type Choosers, chanceBelow } from '../design/share-chance.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { officeBelowThreshold } from './office-warnings.ts';
import { daysUp, inDays, listed, percent } from './wording.ts';

/** Hosts that answer, with the thresholds of the clients that they answer and those clients; lowest first. */
function thresholdsOf(design: Design): { host: string; threshold: number; clients: KmsClients[] }[] {
  return [...design.estate.hosts.keys()].flatMap((host) => {
    const answered = design.clientsOf(host).filter((clients) => design.refusal(host, clients) === null);
    const thresholds = [...new Set(answered.map(({ threshold }) => threshold))].sort((a, b) => a - b);
    return thresholds.map((threshold) => ({
      host,
      threshold,
      clients: answered.filter((clients) => clients.threshold === threshold),
    }));
  });
}

function thresholdOutOfReach({ design }: Subject): Finding[] {
  // What Active Directory takes away has a warning of its own.
  const drained = new Set(directoryDrains(design).map(({ host, threshold }) => `${host} ${threshold}`));
  return thresholdsOf(design).flatMap(({ host, threshold, clients }) => {
    const count = design.countWithin(host);
    if (count >= threshold || drained.has(`${host} ${threshold}`)) return [];
    const names = clients.map(({ group }) => group);
    return [
      {
        path: ['hosts', host],
        message: `at most ${plural(count, 'computer')} can count at \`${host}\`, and ${listed(names)} need ${threshold}`,
        help: `let them use a host that more computers ask, or MAK (\`machines.${names[0]}.method: mak\` with a key)`,
      },
    ];
  });
}

/** Expected hosts below their threshold from which on a zone has too many of them. */
const ACCEPTABLE_CHANCE = 0.05;

function countSpreadThin({ design }: Subject): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const clients of design.clients) {
    const hosts = likelyHosts(design, clients);
    const key = `${clients.threshold} ${hosts.join(' ')}`;
    if (hosts.length < 2 || seen.has(key)) continue;
    seen.add(key);
    const answering = hosts.filter((host) => design.canActivate(host, clients));
    const chances = answering.map((host) => chanceBelow(clients.threshold, choosersOf(design, host)));
    if (chances.reduce((sum, chance) => sum + chance, 0) <= ACCEPTABLE_CHANCE) continue;
    const worst = Math.max(...chances);
    const host = answering[chances.lastIndexOf(worst)];
    findings.push({
      path: ['hosts', host],
      message: `${plural(design.countWithin(host), 'countable computer')} choose among ${hosts.length} KMS hosts: \`${host}\` stays below ${clients.threshold} with a chance of ${percent(worst)}`,
      help: `take a host away (\`hosts.${host}: null\` in a patch, or \`--set hosts.${host}=null\`)`,
    });
  }
  return findings;
}

/** With what chance which computers that count take a host. */
function choosersOf(design: Design, host: string): Choosers[] {
  return design
    .clientsOf(host)
    .filter((clients) => design.refusal(host, clients) === null && design.isCounted(host, clients))
    .map((clients) => ({
      computers: recordsOf(clients),
      chance: choiceChance(design, clients, host),
    }))
    .filter(({ chance }) => chance > 0);
}

function countWillSink({ design }: Subject): Finding[] {
  const { recordLife } = design.estate.rules;
  return thresholdsOf(design).flatMap(({ host, threshold, clients }) => {
    const steady = design.steadyCountWithin(host);
    if (steady >= threshold || design.countWithin(host) < threshold) return [];
    const { renewalInterval } = design.host(host);
    const names = listed(clients.map(({ group }) => group));
    const message = `a record lives ${inDays(recordLife)}, and only ${plural(steady, 'computer')} ask \`${host}\` so often: the count sinks below the ${threshold} that ${names} need`;
    if (renewalInterval >= recordLife) {
      return [
        {
          path: ['hosts', host, 'renewalInterval'],
          message,
          help: `let clients renew more often (\`hosts.${host}.renewalInterval: 7 d\`)`,
        },
      ];
    }
    const rare = design
      .clientsOf(host)
      .find(
        (group) =>
          design.isCounted(host, group) && contactGap(group.parameters, renewalInterval) >= recordLife,
      );
    return [
      {
        path: rare === undefined ? ['hosts', host] : ['machines', rare.group, 'connects'],
        message,
        help: `add computers that are always connected, or use MAK (\`machines.${rare?.group ?? clients[0].group}.method: mak\` with a key)`,
      },
    ];
  });
}

function renewalTooRare({ design }: Subject): Finding[] {
  const { activationValidity, renewalInterval } = design.estate.rules;
  return design.clients.flatMap((clients) => {
    const intervals = design.hostsAskedBy(clients).map((host) => design.host(host).renewalInterval);
    const gap = contactGap(clients.parameters, Math.min(...intervals, renewalInterval));
    if (gap <= activationValidity || clients.parameters.connects === null) return [];
    return [
      {
        path: ['machines', clients.group, 'connects'],
        message: `\`${clients.group}\` can renew every ${inDays(gap)}, and an activation lasts ${inDays(activationValidity)}`,
        help: `connect them more often (\`machines.${clients.group}.connects.every: ${daysUp(activationValidity)}\`), or use MAK (\`machines.${clients.group}.method: mak\` with a key)`,
      },
    ];
  });
}

function clonesCountOnce({ design }: Subject): Finding[] {
  return design.clients
    .filter(({ parameters, sharesCmid }) => sharesCmid && parameters.count > 1)
    .filter(
      (clients) =>
        !clients.parameters.virtual ||
        design.hostsAskedBy(clients).some((host) => design.isCounted(host, clients)),
    )
    .map(({ group, parameters }) => ({
      path: ['machines', group, 'image'],
      message: `the ${plural(parameters.count, 'computer')} of \`${group}\` share one CMID, so a KMS host counts them as one`,
      help: `generalize the image with sysprep (\`machines.${group}.image: generalized\`), or rearm each clone`,
    }));
}

export const COUNT_WARNINGS = {
  'threshold-out-of-reach': {
    check: (subject) => [...thresholdOutOfReach(subject), ...officeBelowThreshold(subject)],
    section: 'KMS Activation Thresholds',
    explanation:
      'A KMS host counts the physical computers that ask it within 30 days. Windows Vista and later clients are activated from a count of 25 on, servers from 5 on, Office from 5 of its own. Virtual computers are activated but not counted by hosts before Windows 7, clones of one image count as one, and refused clients not at all. Where fewer can reach the host than its clients need, they are never activated.',
  },
  'count-spread-thin': {
    check: countSpreadThin,
    section: 'Table 1',
    explanation:
      'KMS hosts do not share their counts. A client takes one of the hosts in DNS at random and stays with it, so several hosts divide the computers by chance, and each host needs the threshold for itself. The guide: minimize the number of KMS hosts; each must consistently keep its count above the threshold.',
  },
  'count-will-sink': {
    check: countWillSink,
    section: 'Activation Count Cache',
    explanation:
      'The record of a client lives 30 days from its latest request. Computers that ask less often, because they are rarely connected or the renewal interval is that long, drop out of the count in between. When it is below the threshold, nobody is activated or renewed.',
  },
  'renewal-too-rare': {
    check: renewalTooRare,
    section: 'Individual Disconnected Computers',
    explanation:
      'A KMS activation lasts 180 days. A computer that connects less often lapses: 30 days of OOTGrace, then Notification, until it connects again. The guide advises MAK for computers that rarely or never connect.',
  },
  'clones-count-once': {
    check: clonesCountOnce,
    section: 'Activation Count Cache',
    explanation:
      'A host tells computers apart by their CMID. Clones of an image that was not generalized (or was, with SkipRearm=1) have the same one, so all of them are one record (KB 929829). They are activated if others make the threshold.',
  },
} as const satisfies Record<string, WarningKind>;
