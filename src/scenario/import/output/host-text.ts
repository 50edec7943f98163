import { SYSTEMS } from '../../../model/definitions/systems.ts';
import { COMPLETE } from './comments.ts';
import type { PlannedHost } from './plan-hosts.ts';

/** The port that hosts listen on unless they say otherwise. */
const USUAL_PORT = 1688;

/** A host's entry in the scenario. */
export function declareHost(host: PlannedHost): object {
  const { network, edition, key, officeKeys, virtual, port, publishes, updates } = host;
  const { activationInterval, renewalInterval } = host;
  return {
    network,
    os: edition,
    key,
    ...(officeKeys.length === 0 ? {} : { officeKeys: [...officeKeys] }),
    ...(updates.length === 0 ? {} : { updates: [...updates] }),
    ...(virtual ? { virtual } : {}),
    ...(port === null || (port === USUAL_PORT && host.invented) ? {} : { port }),
    ...(publishes === null ? {} : { publish: publishes }),
    ...(activationInterval === null ? {} : { activationInterval: `${activationInterval} min` }),
    ...(renewalInterval === null ? {} : { renewalInterval: `${renewalInterval} min` }),
  };
}

/** What stands above a host: what is known of it, and what is not. */
export function hostComment({ invented, known, assumed, edition, remarks }: PlannedHost): string[] {
  if (invented) return [...remarks];
  const unknown = known
    ? []
    : [
        `UNKNOWN: it is published in DNS, but no list of computers has it. A rogue host, or an old record? ${COMPLETE} find out.`,
      ];
  const system = assumed
    ? [`${COMPLETE} no file says its system; ${SYSTEMS[edition].title} is assumed.`]
    : [];
  return [...unknown, ...remarks, ...system];
}
