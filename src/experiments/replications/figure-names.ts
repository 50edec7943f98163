import { SILENT_OBSERVER } from '../../model/definitions/observer.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { Simulation } from '../../model/simulation.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import { summarize } from '../../recording/figures/summary.ts';

/** The paths of all figures that a run of an estate gives, told without running it. */
export function figureNames(parameters: EstateParameters): string[] {
  const simulation = new Simulation(parameters, () => SILENT_OBSERVER);
  return pathsOf(
    summarize(
      simulation,
      simulation.estate.hosts.all.map(() => null),
    ),
    '',
  );
}

function pathsOf(figures: Figures, prefix: string): string[] {
  return Object.entries(figures).flatMap(([name, value]) =>
    value === null || typeof value === 'number' ? [`${prefix}${name}`] : pathsOf(value, `${prefix}${name}.`),
  );
}
