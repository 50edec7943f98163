import { systemOf } from '../../model/definitions/system-lookups.ts';
import type { KmsClients } from '../design/clients.ts';
import type { Design } from '../design/design.ts';
import type { Refusal } from '../design/refusals.ts';

/** Why no host can activate a group's machines: the first obstacle on the way to one. A sentence without full stop. */
export function obstacleSentence(design: Design, clients: KmsClients): string {
  const { network, host } = clients.parameters;
  const asked = design.hostsAskedBy(clients);
  if (asked.length > 0) return refusedOrTooLow(design, clients, asked);
  if (host !== null) return `cannot reach \`${host}\`, the KMS host set by hand`;
  return (
    discoveryObstacle(design, network, design.zoneAskedBy(clients.parameters)) ??
    'cannot reach any KMS host that its DNS zone names'
  );
}

/** Why computers of a network find no host by DNS, or `null` when their zone names one. */
export function discoveryObstacle(
  design: Design,
  network: string,
  zone = design.zoneOf(network),
): string | null {
  if (zone === null) return `\`${network}\` has no DNS zone to ask`;
  if (!design.asksZone(network, zone)) return `cannot reach the DNS server of \`${zone}\``;
  return design.hostsOfZone(zone).length === 0 ? `\`${zone}\` names no KMS host` : null;
}

function refusedOrTooLow(design: Design, clients: KmsClients, asked: readonly string[]): string {
  const answering = asked.filter((host) => design.refusal(host, clients) === null);
  if (answering.length === 0) return refusalSentence(design, asked[0], clients);
  const count = Math.max(...answering.map((host) => design.countWithin(host)));
  return `too few computers that count: at most ${count}, and ${clients.threshold} are needed`;
}

/**
 * Why a host refuses a group's machines.
 *
 * @param whom names them, where others are served
 */
export function refusalSentence(design: Design, host: string, clients: KmsClients, whom = 'them'): string {
  const refusal = design.refusal(host, clients);
  return refusal === null ? '' : REFUSALS[refusal](design, host, whom);
}

const REFUSALS: Readonly<Record<Refusal, (design: Design, host: string, whom: string) => string>> = {
  'not-activated': (_design, host) => `\`${host}\` cannot be activated with Microsoft`,
  'key-group-too-low': (design, host, whom) =>
    `the key of \`${host}\`, \`${design.host(host).key}\`, does not serve ${whom}`,
  'key-not-for-host': (design, host) =>
    `the key of \`${host}\`, \`${design.host(host).key}\`, is not for hosts on ${systemTitle(design, host)}`,
  'host-too-old': (design, host, whom) =>
    `\`${host}\`, on ${systemTitle(design, host)}, does not serve ${whom} yet`,
  'host-too-new': (design, host, whom) =>
    `\`${host}\`, on ${systemTitle(design, host)}, no longer serves ${whom}`,
  'host-system': (design, host) =>
    `\`${host}\` is a host on ${systemTitle(design, host)}, which serves no servers`,
};

function systemTitle(design: Design, host: string): string {
  return systemOf(design.host(host).os).title;
}
