import type { SystemName } from './systems.ts';

/**
 * Automatic Virtual Machine Activation, after "Automatic Virtual Machine Activation in Windows Server": Hyper-V hosts
 * oldest first, each with the guests that it adds to those of the hosts before it. Server 2025 is not in that list; that
 * it goes on like the others is an assumption.
 */
const HYPER_V_HOSTS = [
  { host: 'server-2012-r2-datacenter', adds: ['server-2012-r2-standard', 'server-2012-r2-datacenter'] },
  { host: 'server-2016-datacenter', adds: ['server-2016-standard', 'server-2016-datacenter'] },
  { host: 'server-2019-datacenter', adds: ['server-2019-standard', 'server-2019-datacenter'] },
  { host: 'server-2022-datacenter', adds: ['server-2022-standard', 'server-2022-datacenter'] },
  { host: 'server-2025-datacenter', adds: ['server-2025-standard', 'server-2025-datacenter'] },
] as const satisfies readonly { readonly host: SystemName; readonly adds: readonly SystemName[] }[];

/** The systems whose Hyper-V hosts activate their guests. */
export const AVMA_HOSTS: readonly SystemName[] = HYPER_V_HOSTS.map(({ host }) => host);

/** Guests that a Hyper-V host can activate: of Server 2012 R2 and later, no newer than the host; none on other hosts. */
export function avmaGuestsOf(host: SystemName): readonly SystemName[] {
  const newest = AVMA_HOSTS.indexOf(host);
  return HYPER_V_HOSTS.slice(0, newest + 1).flatMap(({ adds }) => adds);
}
