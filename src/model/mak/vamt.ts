import type { Minute } from '../../engine/time.ts';
import type { KeyId, MachineId, NetworkId, VamtId } from '../definitions/ids.ts';
import type { VamtParameters } from '../definitions/parameters.ts';
import type { Networks } from '../estate/networks.ts';

/** An installation ID that a VAMT has collected and not yet got a confirmation for. */
export interface Request {
  readonly machine: MachineId;
  readonly key: KeyId;
  readonly hardware: number;
}

/** A confirmation ID that a VAMT has. */
export interface Confirmation {
  readonly key: KeyId;
  readonly hardware: number;
  /** Whether it activated the machine already. */
  applied: boolean;
}

/** A computer with the Volume Activation Management Tool. */
export interface Vamt {
  readonly id: VamtId;
  readonly name: string;
  readonly parameters: VamtParameters;
  readonly network: NetworkId;
  /** Confirmations by machine. They belong to the VAMT that got them. */
  readonly confirmations: Map<MachineId, Confirmation>;
  /** Media on the way: what they carry, and when they can be back. */
  readonly underWay: { readonly requests: readonly Request[]; readonly back: Minute }[];
  /** Requests that wait for a telephone call, one each, in the order asked; and those that are called for. */
  readonly waiting: Map<MachineId, Request>;
  readonly calledFor: Request[];
  outages: number;
}

/** A VAMT that has collected nothing yet. */
export function makeVamt(id: VamtId, name: string, parameters: VamtParameters, networks: Networks): Vamt {
  return {
    id,
    name,
    parameters,
    network: networks.table.idOf(parameters.network),
    confirmations: new Map(),
    underWay: [],
    waiting: new Map(),
    calledFor: [],
    outages: 0,
  };
}

/** The request that waits longest for a telephone call. */
export function firstWaiting({ waiting }: Vamt): Request | undefined {
  for (const request of waiting.values()) return request;
  return undefined;
}
