import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { observedSimulation } from '../../model/observed-simulation.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import { summarize } from '../../recording/figures/summary.ts';
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
  const { simulation, observer } = observedSimulation(
    { ...parameters, replication },
    ({ estate }) => new DaysWatch(estate),
  );
  simulation.run();
  return { figures: summarize(simulation.estate, observer.figures), bands: observer.bands };
}
