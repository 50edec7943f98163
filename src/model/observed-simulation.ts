import type { Observer } from './definitions/observer.ts';
import type { EstateParameters } from './definitions/parameters.ts';
import { Simulation } from './simulation.ts';

/** A simulation that has not run yet, and its observer. */
export interface ObservedSimulation<Kind extends Observer> {
  readonly simulation: Simulation;
  readonly observer: Kind;
}

/**
 * Makes a simulation and the observer that is asked afterwards what it noted.
 *
 * @param observe makes the observer of the simulation
 */
export function observedSimulation<Kind extends Observer>(
  parameters: EstateParameters,
  observe: (simulation: Simulation) => Kind,
): ObservedSimulation<Kind> {
  const made: Kind[] = [];
  const simulation = new Simulation(parameters, (unobserved) => {
    const observer = observe(unobserved);
    made.push(observer);
    return observer;
  });
  return { simulation, observer: made[0] };
}
