import type { MethodParameters } from '../../model/definitions/parameters.ts';
import { plural } from '../../text/plural.ts';
import type { Design } from '../design/design.ts';
import { groupBy } from '../design/group-by.ts';
import { activationObstacles } from '../design/host-activation.ts';
import { firstActivationTooMany } from '../design/host-demand.ts';
import { makDemand, makShortage } from '../design/mak-demand.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { linkHelp } from './remedies.ts';
import { listed } from './wording.ts';

function tooManyHostsOnKey({ design }: Subject): Finding[] {
  const surplus = [...activationObstacles(design.estate)]
    .filter(([, obstacle]) => obstacle === 'key-used-up')
    .map(([host]) => host);
  const byKey = groupBy(surplus, (host) => design.host(host).key);
  return [...design.estate.keys].flatMap(([name, key]) => {
    const refused = byKey.get(name) ?? [];
    if (key.type !== 'kms' || refused.length === 0) return [];
    return [
      {
        path: ['keys', name],
        message: `\`${name}\` activates ${plural(key.hosts, 'KMS host')}, so Microsoft refuses ${listed(refused)}`,
        help: `ask Microsoft for more (\`keys.${name}.hosts: ${key.hosts + refused.length}\`), or use fewer hosts`,
      },
    ];
  });
}

function tooManyActivations({ design }: Subject): Finding[] {
  return [...design.estate.hosts.keys()].flatMap((host) => {
    const entry = firstActivationTooMany(design.estate, host);
    if (entry === null) return [];
    const { key } = design.host(host);
    const parameters = design.estate.keys.get(key);
    const allowed = parameters?.type === 'kms' ? parameters.activationsPerHost : 0;
    return [
      {
        path: ['timeline', entry],
        message: `\`${key}\` activates one host ${plural(allowed, 'time')}, so \`${host}\` is refused here`,
        help: `ask Microsoft for more before (\`{ at: 0 d, raise: ${key}, activations: 10 }\` in the timeline)`,
      },
    ];
  });
}

function makPoolTooSmall({ design }: Subject): Finding[] {
  const { estate } = design;
  return [...estate.keys].flatMap(([name, key]) => {
    const shortage = makShortage(estate, name);
    if (key.type !== 'mak' || shortage <= 0) return [];
    const needed = Math.ceil(makDemand(estate, name, estate.duration));
    return [
      {
        path: ['keys', name, 'activations'],
        message: `\`${name}\` has ${plural(key.activations, 'activation')}, and the run needs ${needed}: it is ${shortage} short`,
        help: `order a larger pool (\`keys.${name}.activations: ${key.activations + shortage}\`)`,
      },
    ];
  });
}

/** Methods that groups have from the start or are converted to, with where each is written. */
function methodsOf({
  estate,
}: Design): { group: string; method: MethodParameters; path: (string | number)[] }[] {
  const converted = estate.timeline.flatMap((entry, index) =>
    entry.type === 'convert' ? [{ group: entry.group, method: entry.method, path: ['timeline', index] }] : [],
  );
  const first = [...estate.groups].map(([group, { method }]) => ({
    group,
    method,
    path: ['machines', group],
  }));
  return [...first, ...converted];
}

function makOutOfReach({ design }: Subject): Finding[] {
  return methodsOf(design).flatMap(({ group, method, path }) => {
    const network = design.estate.groups.get(group)?.network ?? '';
    const internet = design.estate.networks.get(network)?.internet === true;
    if (method.type !== 'mak' || method.by !== 'internet' || internet) return [];
    return [
      {
        path,
        message: `\`${group}\` activates over the Internet, which \`${network}\` does not reach`,
        help: `activate by telephone (\`machines.${group}.by: telephone\`), or let a VAMT do it (\`method: mak-proxy\`)`,
      },
    ];
  });
}

function proxyOutOfReach({ design }: Subject): Finding[] {
  const { estate, reach } = design;
  const findings = methodsOf(design).flatMap(({ group, method, path }): Finding[] => {
    const network = estate.groups.get(group)?.network ?? '';
    const vamt = method.type === 'mak-proxy' ? estate.vamts.get(method.vamt) : undefined;
    if (method.type !== 'mak-proxy' || vamt === undefined || reach.opens(vamt.network, network, 'wmi'))
      return [];
    return [
      {
        path,
        message: `the VAMT \`${method.vamt}\` on \`${vamt.network}\` cannot reach \`${network}\` by WMI, so it never activates \`${group}\``,
        help: `${linkHelp(design, vamt.network, network, ['wmi'])}, or place the VAMT there (\`vamt.${method.vamt}.network: ${network}\`)`,
      },
    ];
  });
  const used = new Set(
    methodsOf(design).flatMap(({ method }) => (method.type === 'mak-proxy' ? [method.vamt] : [])),
  );
  for (const [name, { via, network }] of estate.vamts) {
    if (!used.has(name) || via !== 'internet' || estate.networks.get(network)?.internet === true) continue;
    findings.push({
      path: ['vamt', name],
      message: `the VAMT \`${name}\` asks Microsoft over the Internet, which \`${network}\` does not reach`,
      help: `carry its requests out (\`vamt.${name}.via: removable-media\`), or telephone (\`via: telephone\`)`,
    });
  }
  return findings;
}

export const KEY_WARNINGS = {
  'too-many-hosts-on-key': {
    check: tooManyHostsOnKey,
    section: 'Activating Subsequent KMS Hosts',
    explanation:
      'One KMS key activates six hosts. Microsoft refuses the seventh (0xC004C008) until the Activation Call Center has granted more. A host that is not activated refuses its clients, and those that found it go on asking it.',
  },
  'too-many-activations': {
    check: tooManyActivations,
    section: 'Activating Subsequent KMS Hosts',
    explanation:
      'A KMS host can be activated ten times with its key: once, and nine times again after moves to other hardware. The eleventh is refused (0xC004C008), and after 30 days of grace the host is in Notification and serves nobody.',
  },
  'mak-pool-too-small': {
    check: makPoolTooSmall,
    section: 'Multiple Activation Key (MAK)',
    explanation:
      'Each activation with Microsoft takes one from the pool of a MAK, and so does each repeated one: after a rebuild, unless a VAMT kept the confirmation, and after a change of hardware. When the pool is empty machines are refused (0xC004C020) and stay in their grace period.',
  },
  'mak-out-of-reach': {
    check: makOutOfReach,
    section: 'Multiple Activation Key (MAK)',
    explanation:
      'MAK Independent activation needs the Internet, or a telephone. Computers of a network without Internet that are to activate over it try once a day until their grace period ends.',
  },
  'proxy-out-of-reach': {
    check: proxyOutOfReach,
    section: 'High Security Zone',
    explanation:
      'VAMT uses WMI to install keys and confirmations on its computers, and needs a way to Microsoft: the Internet, the telephone, or removable media to another VAMT. Where a firewall stops WMI, a VAMT must be inside.',
  },
} as const satisfies Record<string, WarningKind>;
