import type { Minute, Minutes } from '../../engine/time.ts';
import { Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';

/**
 * How long each machine was not Licensed, or in an end state, while it was unmanaged (`method: none`): minutes that
 * nobody answers for. Groups may be converted to `none` and from it.
 */
export class UnmanagedTime {
  private readonly estate: Estate;
  private readonly unlicensed: Stopwatch;
  private readonly endState: Stopwatch;
  /** By machine: whether it is unmanaged now. */
  private readonly unmanaged: Uint8Array;

  constructor(estate: Estate) {
    this.estate = estate;
    const count = hasUnmanaged(estate.parameters) ? estate.machines.count : 0;
    this.unlicensed = new Stopwatch(estate, count, unlicensedMinutes);
    this.endState = new Stopwatch(estate, count, endStateMinutes);
    this.unmanaged = new Uint8Array(count);
    if (count === 0) return;
    for (const { first, count: size, method } of estate.machines.groups) {
      if (method.type === 'none') this.unmanaged.fill(1, first, first + size);
    }
  }

  /** A machine was converted. */
  converted(machine: MachineId): void {
    if (this.unmanaged.length === 0) return;
    const isUnmanaged = this.estate.machines.groupOf(machine).method.type === 'none';
    if (isUnmanaged === (this.unmanaged[machine] === 1)) return;
    this.unmanaged[machine] = Number(isUnmanaged);
    for (const watch of [this.unlicensed, this.endState]) {
      if (isUnmanaged) watch.start(machine);
      else watch.stop(machine);
    }
  }

  /** Minutes in service but not Licensed while unmanaged, of a run that is over. */
  unlicensedMinutes(machine: MachineId): Minutes {
    return this.unlicensed.total(machine, this.isUnmanaged(machine));
  }

  /** Minutes in Notification or Unlicensed while unmanaged, of a run that is over. */
  endStateMinutes(machine: MachineId): Minutes {
    return this.endState.total(machine, this.isUnmanaged(machine));
  }

  /** A machine that was installed after a conversion of its group was told of none. */
  private isUnmanaged(machine: MachineId): boolean {
    return this.unmanaged.length > 0 && this.estate.machines.groupOf(machine).method.type === 'none';
  }
}

/** Minutes of a kind that a machine had up to a minute. */
type Reading = (estate: Estate, machine: MachineId, until: Minute) => Minutes;

/** Adds up, by machine, how far a reading that never falls rises between starts and stops. It runs from the first. */
class Stopwatch {
  private readonly estate: Estate;
  private readonly read: Reading;
  private readonly begun: Float64Array;
  private readonly closed: Float64Array;

  constructor(estate: Estate, machines: number, read: Reading) {
    this.estate = estate;
    this.read = read;
    this.begun = new Float64Array(machines);
    this.closed = new Float64Array(machines);
  }

  start(machine: MachineId): void {
    this.begun[machine] = this.read(this.estate, machine, this.estate.calendar.now);
  }

  stop(machine: MachineId): void {
    this.closed[machine] += this.read(this.estate, machine, this.estate.calendar.now) - this.begun[machine];
  }

  /** The sum of a run that is over. */
  total(machine: MachineId, isRunning: boolean): Minutes {
    const closed = this.closed[machine] ?? 0;
    if (!isRunning) return closed;
    const { estate } = this;
    return closed + this.read(estate, machine, estate.parameters.duration) - this.begun[machine];
  }
}

function unlicensedMinutes({ machines, history }: Estate, machine: MachineId, until: Minute): Minutes {
  if (!machines.wasInstalled(machine)) return 0;
  const service = Math.min(until, machines.retiredAt(machine)) - machines.installedAt(machine);
  return service - history.minutesIn(machine, Condition.Licensed, until);
}

function endStateMinutes({ history }: Estate, machine: MachineId, until: Minute): Minutes {
  return (
    history.minutesIn(machine, Condition.Notification, until) +
    history.minutesIn(machine, Condition.Unlicensed, until)
  );
}

function hasUnmanaged({ groups, timeline }: EstateParameters): boolean {
  return (
    [...groups.values()].some(({ method }) => method.type === 'none') ||
    timeline.some((entry) => entry.type === 'convert' && entry.method.type === 'none')
  );
}
