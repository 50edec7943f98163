import type { EstateParameters } from '../../model/parameters.ts';
import { World } from '../../model/world.ts';
import type { Figures } from '../../recording/figures.ts';
import { summarize } from '../../recording/summary.ts';
import { type Bands, DaysWatch } from './days-watch.ts';

/** What one replication of a design gave. */
export interface ReplicationResult {
  /** Those of `summary.json`. */
  readonly figures: Figures;
  readonly bands: Bands;
}

/**
 * Runs one replication of a design to its end. Designs that share a seed share the random draws of each
 * replication wherever they do not differ (common random numbers).
 *
 * @param replication from 0; 0 is what `vasim run` simulates
 */
export function replicate(parameters: EstateParameters, replication: number): ReplicationResult {
  const watch = new DaysWatch();
  const world = new World({ ...parameters, replication }, watch.observer);
  watch.attach(world);
  world.run();
  return { figures: summarize(world, watch.lowestCounts), bands: watch.bands };
}
