import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { hostDemand } from '../design/host-demand.ts';
import { makDemand } from '../design/mak-demand.ts';

/** What a design takes at least, whatever happens in a run: known without simulating. */
export interface Floor {
  /** KMS hosts that come online before the end. */
  readonly hosts: number;
  /** Activations with Microsoft, of hosts and with MAKs. */
  readonly activations: number;
  /** What is to be as low as possible. */
  readonly measure: number;
}

/** Far more activations than there can be: a host more always weighs more where nothing is priced. */
const HOST_WEIGHT = 1e9;

/** What is to be as low as possible without prices: hosts first, then activations. */
export function unpricedMeasure(hosts: number, activations: number): number {
  return hosts * HOST_WEIGHT + activations;
}

/** The hosts and activations that an unpriced measure stands for. */
export function hostsAndActivations(measure: number): { hosts: number; activations: number } {
  const hosts = Math.floor((measure + HOST_WEIGHT / 2) / HOST_WEIGHT);
  return { hosts, activations: measure - hosts * HOST_WEIGHT };
}

/** What a design takes at least. The days that machines are not licensed, if they are priced, come on top. */
export function floorOf(estate: EstateParameters): Floor {
  const online = [...estate.hosts].filter(([, host]) => host.online < estate.duration);
  const ofHosts = online.map(([name]) => hostDemand(estate, name)).reduce((sum, count) => sum + count, 0);
  const demands = [...estate.keys].map(([name, { type }]) =>
    type === 'mak' ? makDemand(estate, name, estate.duration) : 0,
  );
  const ofMaks = demands.reduce((sum, count) => sum + count, 0);
  const activations = ofHosts + ofMaks;
  const { prices } = estate;
  if (prices === null)
    return { hosts: online.length, activations, measure: unpricedMeasure(online.length, activations) };
  const measure = online.length * prices.host + ofMaks * prices.makActivation + callsOf(estate) * prices.call;
  return { hosts: online.length, activations, measure };
}

/** Calls that hosts and MAK machines make for certain; those of a VAMT depend on its rounds. */
function callsOf(estate: EstateParameters): number {
  let calls = 0;
  for (const [name, host] of estate.hosts)
    if (host.activateBy === 'telephone') calls += Math.min(1, hostDemand(estate, name));
  for (const [name, group] of estate.groups) {
    const { method } = group;
    if (method.type !== 'mak' || method.by !== 'telephone') continue;
    calls += makDemand({ ...estate, groups: new Map([[name, group]]) }, method.key, estate.duration);
  }
  return calls;
}
