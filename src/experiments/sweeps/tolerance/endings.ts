import type { Minute } from '../../../engine/time.ts';
import { Condition, isEndState } from '../../../model/definitions/conditions.ts';
import type { MachineId } from '../../../model/definitions/ids.ts';
import { type Observer, SILENT_OBSERVER } from '../../../model/definitions/observer.ts';
import type { EstateParameters } from '../../../model/definitions/parameters.ts';
import { Simulation } from '../../../model/simulation.ts';

/** A machine reached Notification or Unlicensed. */
export interface Ending {
  readonly machine: MachineId;
  /** The machine's name. */
  readonly name: string;
  readonly minute: Minute;
}

/** Lets others do something between two slices of a run, and may throw to end it. */
export type Pause = () => Promise<void>;

/** Events between two pauses: well under half a second's work. */
const EVENTS_PER_SLICE = 20_000;

/**
 * Runs an estate and tells of every machine that reaches its end state.
 *
 * @param wanted is told of each, in order; the run ends with the first that it wants
 * @returns that one; `null` when the run came to its end
 */
export async function runUntilEnding(
  parameters: EstateParameters,
  wanted: (ending: Ending) => boolean,
  pause: Pause,
): Promise<Ending | null> {
  const found: Ending[] = [];
  const observer: Observer = {
    ...SILENT_OBSERVER,
    machineChanged: (_event, machine, previous) => {
      const condition = simulation.estate.history.conditionOf(machine);
      if (!isEndState(condition) || isEndState(previous === -1 ? Condition.OOBGrace : previous)) return;
      const ending = { machine, name: simulation.estate.machines.nameOf(machine), minute: simulation.now };
      if (found.length === 0 && wanted(ending)) found.push(ending);
    },
  };
  const simulation = new Simulation(parameters, () => observer);
  while (found.length === 0 && !simulation.run(EVENTS_PER_SLICE)) await pause();
  return found[0] ?? null;
}
