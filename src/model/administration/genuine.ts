import { type Minute, NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { GenuineResult } from '../definitions/parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly validation: GenuineValidation;
  }
}

type GenuineEstate = Pick<
  Estate,
  'parameters' | 'machines' | 'presence' | 'history' | 'licenses' | 'calendar' | 'observer'
>;

/** The Genuine status of a Vista machine (Planning Guide, Appendix 2). */
export const GenuineStatus = { LocalGenuine: 0, Genuine: 1, NonGenuine: 2 } as const;
export type GenuineStatus = (typeof GenuineStatus)[keyof typeof GenuineStatus];

/**
 * Online validation by Windows Genuine Advantage. Only it sets the status; being activated does not clear
 * Non-Genuine. A machine found so is in NonGenuineGrace and then in its end state, whatever its activation.
 */
export class GenuineValidation {
  private readonly estate: GenuineEstate;
  private readonly nonGenuineGrace: number;
  private readonly status: Uint8Array;
  private readonly graceEnds: Int32Array;

  constructor(estate: GenuineEstate) {
    const { parameters } = estate;
    this.estate = estate;
    this.nonGenuineGrace = parameters.rules.nonGenuineGrace;
    const used =
      estate.machines.groups.some((group) => group.parameters.genuine !== null) ||
      parameters.timeline.some((entry) => entry.type === 'validate');
    this.status = new Uint8Array(used ? estate.machines.count : 0);
    this.graceEnds = new Int32Array(used ? estate.machines.count : 0).fill(NEVER);
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
    const { genuine } = this.estate.machines.groupOf(machine).parameters;
    if (genuine === null) return;
    this.scheduleAt(machine, Math.max(genuine.validate, this.estate.calendar.now), genuine.result);
  }

  /** Schedules a validation; an absent machine makes it in the first minute of its next presence. */
  scheduleAt(machine: MachineId, minute: Minute, result: GenuineResult): void {
    const kind = result === 'genuine' ? EventKind.MachineFoundGenuine : EventKind.MachineFoundNonGenuine;
    this.estate.calendar.schedule(minute, Phase.Machines, kind, machine);
  }

  /** A validation is due. */
  validate(machine: MachineId, result: GenuineResult): void {
    const { machines, presence, history, licenses, calendar, observer } = this.estate;
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
      licenses.clearForced(machine);
      // To be Genuine a system must be activated besides.
      const activated = !licenses.needsActivation(machine);
      this.status[machine] = activated ? GenuineStatus.Genuine : GenuineStatus.LocalGenuine;
    }
    observer.machineChanged('validated', machine, previous, NONE, NONE, Code.Success, result);
  }

  /** NonGenuineGrace may be over. */
  onDeadline(machine: MachineId): void {
    const { machines, history, licenses, calendar, observer } = this.estate;
    if (this.graceEnds[machine] !== calendar.now || !machines.inService(machine)) return;
    this.graceEnds[machine] = NEVER;
    const previous = history.conditionOf(machine);
    licenses.forceCondition(machine, licenses.endStateOf(machine));
    observer.machineChanged('condition', machine, previous, NONE, NONE, Code.NonGenuineGraceExpired, '');
  }

  private beginGrace(machine: MachineId): void {
    if (this.statusOf(machine) === GenuineStatus.NonGenuine) return;
    const { licenses, calendar } = this.estate;
    this.status[machine] = GenuineStatus.NonGenuine;
    licenses.forceCondition(machine, Condition.NonGenuineGrace);
    this.graceEnds[machine] = calendar.now + this.nonGenuineGrace;
    calendar.schedule(this.graceEnds[machine], Phase.Deadlines, EventKind.MachineNonGenuineDeadline, machine);
  }
}
