import type { Design } from './design.ts';

/** What networks people mean when they give one this name. */
const CORE = 'core';

/**
 * The core network: the one named `core`, else the one whose hosts the most KMS clients can reach, the first of them
 * where several are equal. `null` when no network is named so and there is no host.
 */
export function coreNetwork(design: Design): string | null {
  const { estate } = design;
  if (estate.networks.has(CORE)) return CORE;
  const networks = new Set([...estate.hosts.values()].map(({ network }) => network));
  let core: string | null = null;
  let most = -1;
  for (const network of estate.networks.keys()) {
    if (!networks.has(network)) continue;
    const clients = clientsReaching(design, network);
    if (clients > most) {
      core = network;
      most = clients;
    }
  }
  return core;
}

/** KMS clients that can reach hosts of a network. */
function clientsReaching({ clients, reach }: Design, network: string): number {
  return clients
    .filter(({ parameters }) => reach.opens(parameters.network, network, 'kms'))
    .reduce((sum, { parameters }) => sum + parameters.count, 0);
}

/** The networks other than the core from which no KMS host of the core can be reached. */
export function isolatedNetworks(design: Design): ReadonlySet<string> {
  const { estate, reach } = design;
  const core = coreNetwork(design);
  const hasHost = [...estate.hosts.values()].some(({ network }) => network === core);
  return new Set(
    [...estate.networks.keys()].filter(
      (network) => network !== core && (core === null || !hasHost || !reach.opens(network, core, 'kms')),
    ),
  );
}
