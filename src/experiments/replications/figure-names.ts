import { SILENT_OBSERVER } from '../../model/observer.ts';
import type { EstateParameters } from '../../model/parameters.ts';
import { World } from '../../model/world.ts';
import type { Figures } from '../../recording/figures.ts';
import { summarize } from '../../recording/summary.ts';

/** The paths of all figures that a run of an estate gives, told without running it. */
export function figureNames(parameters: EstateParameters): string[] {
  const world = new World(parameters, SILENT_OBSERVER);
  return pathsOf(
    summarize(
      world,
      world.hosts.all.map(() => null),
    ),
    '',
  );
}

function pathsOf(figures: Figures, prefix: string): string[] {
  return Object.entries(figures).flatMap(([name, value]) =>
    value === null || typeof value === 'number' ? [`${prefix}${name}`] : pathsOf(value, `${prefix}${name}.`),
  );
}
