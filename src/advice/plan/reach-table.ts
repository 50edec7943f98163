import type { Design } from '../design/design.ts';
import { discoveryObstacle, refusalSentence } from './obstacle-sentences.ts';

/** Whether computers of a network can use a KMS host: the guide's second step, Evaluate Client Connectivity. */
export interface ReachRow {
  readonly network: string;
  readonly host: string;
  /** Whether they find it: by DNS, or because every KMS client of the network has it set by hand. */
  readonly discovers: boolean;
  /** Whether they can open a connection to it. */
  readonly reaches: boolean;
  /** Whether it answers them: found, reached, and activated with a key and a system that serve all KMS clients there. */
  readonly served: boolean;
  /** Why not; empty when they are served. */
  readonly reason: string;
}

/** One row for each network and host. */
export function reachTable(design: Design): ReachRow[] {
  const { networks, hosts } = design.estate;
  return [...networks.keys()].flatMap((network) =>
    [...hosts.keys()].map((host) => rowOf(design, network, host)),
  );
}

function rowOf(design: Design, network: string, host: string): ReachRow {
  const clients = design.clients.filter(({ parameters }) => parameters.network === network);
  const discovers =
    design.discovers(network, host) ||
    (clients.length > 0 && clients.every(({ parameters }) => parameters.host === host));
  const reaches = design.reaches(network, host);
  const reason = reasonOf(design, network, host, discovers, reaches);
  return { network, host, discovers, reaches, served: reason === '', reason };
}

function reasonOf(
  design: Design,
  network: string,
  host: string,
  discovers: boolean,
  reaches: boolean,
): string {
  const reasons: string[] = [];
  if (!discovers)
    reasons.push(discoveryObstacle(design, network) ?? `\`${design.zoneOf(network)}\` does not name it`);
  if (!reaches) reasons.push(`no link from \`${network}\` lets KMS through`);
  if (!design.isActivated(host)) reasons.push(`\`${host}\` cannot be activated with Microsoft`);
  if (design.isActivated(host)) reasons.push(...refusals(design, network, host));
  return reasons.join('; ');
}

/** Why a host refuses clients of a network: a sentence for each reason, which names them where others are served. */
function refusals(design: Design, network: string, host: string): string[] {
  const clients = design.clients.filter(({ parameters }) => parameters.network === network);
  const refused = clients.filter((one) => design.refusal(host, one) !== null);
  const reasons = new Map(refused.map((one) => [design.refusal(host, one), one]));
  const isAlike = reasons.size === 1 && refused.length === clients.length;
  return Array.from(reasons, ([reason, first]) => {
    const names = refused.filter((one) => design.refusal(host, one) === reason);
    const whom = isAlike ? 'them' : names.map(({ group }) => `\`${group}\``).join(', ');
    return refusalSentence(design, host, first, whom);
  });
}
