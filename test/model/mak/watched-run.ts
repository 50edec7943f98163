import { type MicrosoftMessage, type Observer, SILENT_OBSERVER } from '../../../src/model/observer.ts';
import type { EstateParameters } from '../../../src/model/parameters.ts';
import { World } from '../../../src/model/world.ts';

/** Looks at a run while it goes on. */
export interface Watch {
  /** After each thing that happened to a machine. */
  readonly onChange?: (world: World) => void;
  readonly onMessage?: (world: World, message: MicrosoftMessage) => void;
  readonly onDayEnd?: (world: World) => void;
}

/** Runs an estate to its end under watch. */
export function watchedRun(parameters: EstateParameters, watch: Watch): World {
  const observer: Observer = {
    ...SILENT_OBSERVER,
    wantsContacts: true,
    machineChanged: () => watch.onChange?.(world),
    contact: () => watch.onChange?.(world),
    messageSent: (message) => watch.onMessage?.(world, message),
    dayEnded: () => watch.onDayEnd?.(world),
  };
  const world = new World(parameters, observer);
  world.run();
  return world;
}
