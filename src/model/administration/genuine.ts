import { type Minute, NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition, isEndState } from '../definitions/conditions.ts';
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
  | 'parameters'
  | 'machines'
  | 'presence'
  | 'microsoft'
  | 'history'
  | 'rearms'
  | 'licenses'
  | 'calendar'
  | 'observer'
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

  /** A validation is due. It needs a present machine that reaches Microsoft. */
  validate(machine: MachineId, result: GenuineResult): void {
    const { machines, presence, microsoft, calendar } = this.estate;
    if (!machines.inService(machine)) return;
    const present = presence.nextPresent(machine, calendar.now);
    if (present !== calendar.now) this.scheduleAt(machine, present, result);
    else if (!microsoft.answersInternet(machines.groupOf(machine).network))
      this.fail(machine, Code.MicrosoftUnreachable, result);
    else if (result === 'non-genuine') this.findNonGenuine(machine);
    else this.findGenuine(machine);
  }

  /** NonGenuineGrace, or OOBGrace after a rearm of a Non-Genuine machine, may be over. */
  onDeadline(machine: MachineId): void {
    const { machines, rearms, calendar } = this.estate;
    if (this.graceEnds[machine] !== calendar.now || !machines.inService(machine)) return;
    this.graceEnds[machine] = NEVER;
    if (rearms.consumeAtExpiry(machine)) this.rearmed(machine);
    else this.endGrace(machine);
  }

  /**
   * A Non-Genuine machine was rearmed: it is in OOBGrace, and no activation lifts it out. Any other machine is
   * rearmed as usual.
   */
  rearmed(machine: MachineId): void {
    const { history, licenses, calendar } = this.estate;
    const previous = history.conditionOf(machine);
    if (this.statusOf(machine) === GenuineStatus.NonGenuine) {
      licenses.forceCondition(machine, Condition.OOBGrace);
      this.graceEndsAt(machine, calendar.now + this.estate.machines.groupOf(machine).initialGrace);
    }
    licenses.rearm(machine, previous);
  }

  private endGrace(machine: MachineId): void {
    const { history, licenses, observer } = this.estate;
    const previous = history.conditionOf(machine);
    licenses.forceCondition(machine, licenses.endStateOf(machine));
    observer.machineChanged('condition', machine, previous, NONE, NONE, Code.NonGenuineGraceExpired, '');
  }

  /** Only an activated machine can become Genuine; it is lifted out to what its activation has earned. */
  private findGenuine(machine: MachineId): void {
    const { history, licenses, observer } = this.estate;
    if (licenses.needsActivation(machine)) {
      this.fail(machine, Code.Success, 'not activated');
      return;
    }
    const previous = history.conditionOf(machine);
    this.status[machine] = GenuineStatus.Genuine;
    this.graceEnds[machine] = NEVER;
    licenses.clearForced(machine);
    observer.machineChanged('validated', machine, previous, NONE, NONE, Code.Success, 'genuine');
  }

  /**
   * The machine goes into NonGenuineGrace. One that is not activated has no longer than its own grace, and one that
   * is in its end state stays there and is Non-Genuine besides.
   */
  private findNonGenuine(machine: MachineId): void {
    const { history, licenses, calendar, observer } = this.estate;
    const previous = history.conditionOf(machine);
    if (this.statusOf(machine) !== GenuineStatus.NonGenuine) {
      this.status[machine] = GenuineStatus.NonGenuine;
      if (isEndState(previous)) licenses.forceCondition(machine, previous);
      else {
        licenses.forceCondition(machine, Condition.NonGenuineGrace);
        const own = licenses.graceDeadline(machine);
        const full = calendar.now + this.nonGenuineGrace;
        this.graceEndsAt(machine, own === NEVER ? full : Math.min(own, full));
      }
    }
    observer.machineChanged('validated', machine, previous, NONE, NONE, Code.Success, 'non-genuine');
  }

  private fail(machine: MachineId, code: number, detail: string): void {
    const condition = this.estate.history.conditionOf(machine);
    this.estate.observer.machineChanged('not-validated', machine, condition, NONE, NONE, code, detail);
  }

  private graceEndsAt(machine: MachineId, minute: Minute): void {
    this.graceEnds[machine] = minute;
    this.estate.calendar.schedule(minute, Phase.Deadlines, EventKind.MachineNonGenuineDeadline, machine);
  }
}
