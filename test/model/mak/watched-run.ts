import {
  type MicrosoftMessage,
  type Observer,
  SILENT_OBSERVER,
} from '../../../src/model/definitions/observer.ts';
import type { EstateParameters } from '../../../src/model/definitions/parameters.ts';
import { Simulation } from '../../../src/model/simulation.ts';

/** Looks at a run while it goes on. */
export interface Watch {
  /** After each thing that happened to a machine. */
  readonly onChange?: (simulation: Simulation) => void;
  readonly onMessage?: (simulation: Simulation, message: MicrosoftMessage) => void;
  readonly onDayEnd?: (simulation: Simulation) => void;
}

/** Runs an estate to its end under watch. */
export function watchedRun(parameters: EstateParameters, watch: Watch): Simulation {
  const observer: Observer = {
    ...SILENT_OBSERVER,
    wantsContacts: true,
    machineChanged: () => watch.onChange?.(simulation),
    contact: () => watch.onChange?.(simulation),
    messageSent: (message) => watch.onMessage?.(simulation, message),
    dayEnded: () => watch.onDayEnd?.(simulation),
  };
  const simulation = new Simulation(parameters, () => observer);
  simulation.run();
  return simulation;
}
