import type { KeyId } from '../../model/definitions/ids.ts';
import { NONE } from '../../model/definitions/ids.ts';
import type { Prices } from '../../model/definitions/parameters.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Figures } from './figures.ts';

/** Figures of hosts, keys and calls of the whole estate. */
export interface EstateTotals {
  /** KMS hosts that came online. */
  readonly kmsHosts: number;
  /** Activations of KMS hosts with Microsoft. */
  readonly kmsActivations: number;
  /** Activations taken from the pools of MAKs. */
  readonly makActivations: number;
  /** Telephone calls to Microsoft that began. */
  readonly calls: number;
}

/** Adds up what an estate used. */
export function totalsOf({ estate: { hosts, keys, telephone } }: Simulation): EstateTotals {
  let kmsActivations = 0;
  let makActivations = 0;
  for (const id of keys.table.names.keys()) {
    const key = id as KeyId;
    if (keys.typeOf(key) === 'kms') kmsActivations += keys.used(key);
    else makActivations += keys.used(key);
  }
  const kmsHosts = hosts.all.filter((host) => host.online).length;
  return { kmsHosts, kmsActivations, makActivations, calls: telephone.calls };
}

/** Machine-days that are priced. */
export interface PricedDays {
  readonly unlicensedDays: number;
  readonly notificationDays: number;
}

const CENTS = 2;

/** What a run cost at the scenario's prices: the figures `cost.*`. */
export function costOf(prices: Prices, totals: EstateTotals, days: PricedDays): Figures {
  const hosts = rounded(totals.kmsHosts * prices.host);
  const makActivations = rounded(totals.makActivations * prices.makActivation);
  const calls = rounded(totals.calls * prices.call);
  const unlicensedDays = rounded(days.unlicensedDays * prices.unlicensedDay);
  const notificationDays = rounded(days.notificationDays * prices.notificationDay);
  const total = rounded(hosts + makActivations + calls + unlicensedDays + notificationDays);
  return { hosts, makActivations, calls, unlicensedDays, notificationDays, total };
}

function rounded(amount: number): number {
  return Number(amount.toFixed(CENTS));
}

/** The figures of each KMS host; `lowestCounts` has `null` for one that was never asked. */
export function hostFigures(
  { estate: { hosts } }: Simulation,
  lowestCounts: readonly (number | null)[],
): Figures {
  const figures = hosts.all.map(({ id, name, requests, activations, renewals, refusals, maxCount }) => [
    name,
    {
      requests,
      activations,
      renewals,
      refusals,
      minCount: lowestCounts[id],
      maxCount: maxCount === NONE ? null : maxCount,
    },
  ]);
  return Object.fromEntries(figures);
}

/** The figures of each key. */
export function keyFigures({ estate: { keys } }: Simulation): Figures {
  const figures = keys.table.names.map((name, id) => [
    name,
    { used: keys.used(id as KeyId), remaining: keys.remaining(id as KeyId) },
  ]);
  return Object.fromEntries(figures);
}
