import type { Design } from './design.ts';
import { groupBy } from './group-by.ts';

/** What networks people mean when they give one this name. */
const CORE = 'core';

/**
 * The core network: the one named `core`, else the one whose hosts the most KMS clients can reach, the first of them
 * where several are equal. `null` when no network is named so and there is no host.
 */
export function coreNetwork(design: Design): string | null {
  const known = CORES.get(design);
  if (known !== undefined) return known;
  const core = findCore(design);
  CORES.set(design, core);
  return core;
}

/** Of designs that were asked about: the help of thousands of warnings names the core. */
const CORES = new WeakMap<Design, string | null>();

function findCore(design: Design): string | null {
  const { estate } = design;
  if (estate.networks.has(CORE)) return CORE;
  const networks = new Set([...estate.hosts.values()].map(({ network }) => network));
  const reaching = clientsReaching(design);
  let core: string | null = null;
  let most = -1;
  for (const network of estate.networks.keys()) {
    if (!networks.has(network)) continue;
    const clients = reaching.get(network) ?? 0;
    if (clients > most) {
      core = network;
      most = clients;
    }
  }
  return core;
}

/** By network, the KMS clients that can reach hosts there. */
function clientsReaching({ clients, reach }: Design): Map<string, number> {
  const reaching = new Map<string, number>();
  for (const [from, groups] of groupBy(clients, ({ parameters }) => parameters.network)) {
    const computers = groups.reduce((sum, { parameters }) => sum + parameters.count, 0);
    for (const to of reach.reached(from, 'kms')) reaching.set(to, (reaching.get(to) ?? 0) + computers);
  }
  return reaching;
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
