import type { Minute } from '../../../engine/time.ts';
import { isEndState } from '../../../model/definitions/conditions.ts';
import type { MachineId } from '../../../model/definitions/ids.ts';
import { type Observer, SILENT_OBSERVER } from '../../../model/definitions/observer.ts';
import type { EstateParameters } from '../../../model/definitions/parameters.ts';
import { Simulation } from '../../../model/simulation.ts';

/** A time that a machine spends in Notification or Unlicensed. */
export interface EndStateStay {
  readonly machine: MachineId;
  /** The machine's name. */
  readonly name: string;
  readonly from: Minute;
  /** The minute in which it leaves, or the end of the run. */
  readonly to: Minute;
}

/** Lets others do something between two slices of a run, and may throw to end it. */
export type Pause = () => Promise<void>;

/** Between two pauses, so that whoever interrupts is answered at once. */
const SLICE_MILLISECONDS = 25;

/** What is told of the end states in a run; each may end it by returning true. */
export interface EndStateListener {
  /** A machine comes to its end state. */
  entered(stay: Omit<EndStateStay, 'to'>): boolean;
  /** It leaves it, or the run ends. */
  left(stay: EndStateStay): boolean;
  /** Something happened to a client or a host: numbers and texts that say what. */
  happened(minute: Minute, facts: readonly (number | string)[]): void;
}

/**
 * Runs an estate and tells of every machine that comes to its end state or leaves it, in order, until a listener ends the run.
 *
 * @returns the minute in which the run ended
 */
export async function watchEndStates(
  parameters: EstateParameters,
  listener: EndStateListener,
  pause: Pause,
): Promise<Minute> {
  const entered = new Map<MachineId, Minute>();
  // The minute, whatever else the last slice still does: how a run is sliced must decide nothing.
  let endedAt: Minute | null = null;
  const leave = (machine: MachineId, to: Minute) => {
    const from = entered.get(machine);
    entered.delete(machine);
    if (from === undefined || from === to || endedAt !== null) return;
    if (listener.left({ machine, name: machines.nameOf(machine), from, to })) endedAt = to;
  };
  const happened = (facts: readonly (number | string)[]) => {
    if (endedAt === null) listener.happened(simulation.now, facts);
  };
  const observer: Observer = {
    ...SILENT_OBSERVER,
    wantsContacts: true,
    contact: (outcome, machine, host, count, code) => happened([outcome, machine, host, count, code]),
    hostChanged: (event, host, previous, code) => happened([event, host, previous, code]),
    // A host that is back publishes every day: only what it cannot publish changes anything for others.
    hostPublished: (host, zone, code) => {
      if (code !== 0) happened([zone, host, code]);
    },
    machineChanged: (event, machine, previous, host, count, code, detail) => {
      if (endedAt !== null) return;
      happened([event, machine, previous, host, count, code, detail]);
      const isEnded = machines.inService(machine) && isEndState(history.conditionOf(machine));
      if (isEnded === entered.has(machine)) return;
      if (!isEnded) leave(machine, simulation.now);
      else {
        entered.set(machine, simulation.now);
        if (listener.entered({ machine, name: machines.nameOf(machine), from: simulation.now }))
          endedAt = simulation.now;
      }
    },
  };
  const simulation = new Simulation(parameters, () => observer);
  const { machines, history } = simulation.estate;
  const clock = () => performance.now();
  while (endedAt === null && !simulation.runFor(SLICE_MILLISECONDS, clock)) await pause();
  if (endedAt !== null) return endedAt;
  for (const machine of [...entered.keys()]) leave(machine, parameters.duration);
  return parameters.duration;
}
