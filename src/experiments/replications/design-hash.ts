import { createHash } from 'node:crypto';
import type { EstateParameters } from '../../model/definitions/parameters.ts';

/** What simulates: results of another one are not mixed with its own. */
export interface Program {
  readonly version: string;
  /** A hash of its code: of two builds of one version under development the results may differ. */
  readonly code: string;
}

/**
 * A hash of everything that the results of a design depend on but the number of the replication: the program and
 * the resolved scenario as the model is given it, with seed and duration. The order of names counts, as it does in
 * a run; titles and expectations do not.
 */
export function designHash(parameters: EstateParameters, { version, code }: Program): string {
  const { replication: _, ...shared } = parameters;
  const content = JSON.stringify({ version, code, parameters: shared }, (_key, value) =>
    value instanceof Map ? [...value] : value,
  );
  return createHash('sha256').update(content).digest('hex');
}
