import type { Calendar } from '../../engine/calendar.ts';
import { type Minute, NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { EstateParameters, GenuineResult } from '../definitions/parameters.ts';
import type { Machines } from '../estate/machines.ts';
import type { Presence } from '../estate/presence.ts';
import type { ConditionHistory } from '../licensing/condition-history.ts';
import type { Licenses } from '../licensing/licenses.ts';

/** The Genuine status of a Vista machine (Planning Guide, Appendix 2). */
export const GenuineStatus = { LocalGenuine: 0, Genuine: 1, NonGenuine: 2 } as const;
export type GenuineStatus = (typeof GenuineStatus)[keyof typeof GenuineStatus];

/** The parts that validation stands on. */
export interface GenuineParts {
  readonly machines: Machines;
  readonly presence: Presence;
  readonly history: ConditionHistory;
  readonly licenses: Licenses;
  readonly calendar: Calendar;
  readonly observer: Observer;
}

/**
 * Online validation by Windows Genuine Advantage. Only it sets the status; being activated does not clear
 * Non-Genuine. A machine found so is in NonGenuineGrace and then in its end state, whatever its activation.
 */
export class GenuineValidation {
  private readonly parts: GenuineParts;
  private readonly nonGenuineGrace: number;
  private readonly status: Uint8Array;
  private readonly graceEnds: Int32Array;

  constructor(parameters: EstateParameters, parts: GenuineParts) {
    this.parts = parts;
    this.nonGenuineGrace = parameters.rules.nonGenuineGrace;
    const used =
      parts.machines.groups.some((group) => group.parameters.genuine !== null) ||
      parameters.timeline.some((entry) => entry.type === 'validate');
    this.status = new Uint8Array(used ? parts.machines.count : 0);
    this.graceEnds = new Int32Array(used ? parts.machines.count : 0).fill(NEVER);
  }

  /** The status that the latest validation left. */
  statusOf(machine: MachineId): GenuineStatus {
    return (this.status[machine] ?? GenuineStatus.LocalGenuine) as GenuineStatus;
  }

  /** Forgets what was found of a machine that is installed anew. */
  forget(machine: MachineId): void {
    this.status[machine] = GenuineStatus.LocalGenuine;
    this.graceEnds[machine] = NEVER;
  }

  /** Schedules the validation that a group's parameters name, for a machine that was installed. */
  schedule(machine: MachineId): void {
    const { genuine } = this.parts.machines.groupOf(machine).parameters;
    if (genuine === null) return;
    this.scheduleAt(machine, Math.max(genuine.validate, this.parts.calendar.now), genuine.result);
  }

  /** Schedules a validation; an absent machine makes it in the first minute of its next presence. */
  scheduleAt(machine: MachineId, minute: Minute, result: GenuineResult): void {
    const kind = result === 'genuine' ? EventKind.MachineFoundGenuine : EventKind.MachineFoundNonGenuine;
    this.parts.calendar.schedule(minute, Phase.Machines, kind, machine);
  }

  /** A validation is due. */
  validate(machine: MachineId, result: GenuineResult): void {
    const { machines, presence, history, licenses, calendar, observer } = this.parts;
    if (!machines.inService(machine)) return;
    const present = presence.nextPresent(machine, calendar.now);
    if (present !== calendar.now) {
      this.scheduleAt(machine, present, result);
      return;
    }
    const previous = history.conditionOf(machine);
    if (result === 'non-genuine') this.beginGrace(machine);
    else {
      this.graceEnds[machine] = NEVER;
      licenses.release(machine);
      // To be Genuine a system must be activated besides.
      const activated = !licenses.needsActivation(machine);
      this.status[machine] = activated ? GenuineStatus.Genuine : GenuineStatus.LocalGenuine;
    }
    observer.machineChanged('validated', machine, previous, NONE, NONE, Code.Success, result);
  }

  /** NonGenuineGrace may be over. */
  passDeadline(machine: MachineId): void {
    const { machines, history, licenses, calendar, observer } = this.parts;
    if (this.graceEnds[machine] !== calendar.now || !machines.inService(machine)) return;
    this.graceEnds[machine] = NEVER;
    const previous = history.conditionOf(machine);
    licenses.overrule(machine, licenses.endStateOf(machine));
    observer.machineChanged('condition', machine, previous, NONE, NONE, Code.NonGenuineGraceExpired, '');
  }

  private beginGrace(machine: MachineId): void {
    if (this.statusOf(machine) === GenuineStatus.NonGenuine) return;
    const { licenses, calendar } = this.parts;
    this.status[machine] = GenuineStatus.NonGenuine;
    licenses.overrule(machine, Condition.NonGenuineGrace);
    this.graceEnds[machine] = calendar.now + this.nonGenuineGrace;
    calendar.schedule(this.graceEnds[machine], Phase.Deadlines, EventKind.MachineNonGenuineDeadline, machine);
  }
}

/** A machine is validated and found genuine. */
export function machineFoundGenuine(validation: GenuineValidation, machine: MachineId): void {
  validation.validate(machine, 'genuine');
}

/** A machine is validated and found non-genuine. */
export function machineFoundNonGenuine(validation: GenuineValidation, machine: MachineId): void {
  validation.validate(machine, 'non-genuine');
}

/** The end of a machine's NonGenuineGrace. One that was lifted meanwhile is passed over. */
export function machineNonGenuineDeadline(validation: GenuineValidation, machine: MachineId): void {
  validation.passDeadline(machine);
}
