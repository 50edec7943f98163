import { type Calendar, NO_EVENT } from '../engine/calendar.ts';
import { type Minute, type Minutes, NEVER } from '../engine/time.ts';
import { Code } from './codes.ts';
import { CONDITION_COUNT, Condition, isEndState } from './conditions.ts';
import { EventKind, Phase } from './events.ts';
import { type MachineId, NONE } from './ids.ts';
import type { Group, Machines } from './machines.ts';
import type { Observer } from './observer.ts';
import type { Rules } from './rules.ts';

/**
 * The license of each machine: its condition, the deadline at which that ends, and the minutes spent in each.
 *
 * A machine has one pending deadline event. A deadline that moves later is noticed when the event comes, not
 * rescheduled at every renewal.
 */
export class Licenses {
  readonly #machines: Machines;
  readonly #calendar: Calendar;
  readonly #observer: Observer;
  readonly #rules: Rules;
  readonly #condition: Uint8Array;
  readonly #since: Int32Array;
  readonly #deadline: Int32Array;
  readonly #event: Int32Array;
  readonly #eventAt: Int32Array;
  readonly #minutesIn: readonly Int32Array[];
  readonly #firstLicensed: Int32Array;
  readonly #activations: Uint32Array;
  readonly #everEnded: Uint8Array;
  /** By group and condition: machines in service. */
  readonly #members: Int32Array;
  readonly #ended: Int32Array;
  readonly #peakEnded: Int32Array;

  constructor(machines: Machines, calendar: Calendar, observer: Observer, rules: Rules) {
    this.#machines = machines;
    this.#calendar = calendar;
    this.#observer = observer;
    this.#rules = rules;
    const { count } = machines;
    const groups = machines.groups.length;
    this.#condition = new Uint8Array(count);
    this.#since = new Int32Array(count);
    this.#deadline = new Int32Array(count).fill(NEVER);
    this.#event = new Int32Array(count).fill(NO_EVENT);
    this.#eventAt = new Int32Array(count).fill(NEVER);
    this.#minutesIn = Array.from({ length: CONDITION_COUNT }, () => new Int32Array(count));
    this.#firstLicensed = new Int32Array(count).fill(NEVER);
    this.#activations = new Uint32Array(count);
    this.#everEnded = new Uint8Array(count);
    this.#members = new Int32Array(groups * CONDITION_COUNT);
    // One row a group, and one for the whole estate behind them.
    this.#ended = new Int32Array(groups + 1);
    this.#peakEnded = new Int32Array(groups + 1);
  }

  conditionOf(machine: MachineId): Condition {
    return this.#condition[machine] as Condition;
  }

  /** Since when the machine is in its condition. */
  conditionSince(machine: MachineId): Minute {
    return this.#since[machine];
  }

  /** Until when the machine is licensed; `NEVER` when it is not, or without limit. */
  licensedUntil(machine: MachineId): Minute {
    return this.conditionOf(machine) === Condition.Licensed ? this.#deadline[machine] : NEVER;
  }

  /** The minute of the first passage into Licensed, or `NEVER`. */
  firstLicensed(machine: MachineId): Minute {
    return this.#firstLicensed[machine];
  }

  /** Whether the machine was ever Licensed. */
  wasLicensed(machine: MachineId): boolean {
    return this.#firstLicensed[machine] !== NEVER;
  }

  /** Passages into Licensed. */
  activations(machine: MachineId): number {
    return this.#activations[machine];
  }

  /** Whether the machine was ever in Notification or Unlicensed. */
  everEnded(machine: MachineId): boolean {
    return this.#everEnded[machine] === 1;
  }

  /** Minutes that the machine spent in a condition up to a minute, which is not counted. */
  minutesIn(machine: MachineId, condition: Condition, until: Minute): Minutes {
    const closed = this.#minutesIn[condition][machine];
    const open = this.conditionOf(machine) === condition && this.#machines.inService(machine);
    return open ? closed + until - this.#since[machine] : closed;
  }

  /** How many machines of a group are in a condition. */
  members(group: Group, condition: Condition): number {
    return this.#members[group.id * CONDITION_COUNT + condition];
  }

  /** The most machines that were in Notification or Unlicensed at once: of a group, or of the estate. */
  peakEnded(group?: Group): number {
    return this.#peakEnded[group?.id ?? this.#machines.groups.length];
  }

  /** Begins the license of a machine that was installed for the first time. */
  install(machine: MachineId): void {
    this.#since[machine] = this.#calendar.now;
    this.#condition[machine] = Condition.OOBGrace;
    this.#countIn(this.#machines.groupOf(machine), Condition.OOBGrace);
    this.#endAt(machine, this.#calendar.now + this.#machines.groupOf(machine).initialGrace);
  }

  /** Returns a machine to OOBGrace in full, as an installation anew or a rearm does. */
  restart(machine: MachineId): void {
    this.#change(machine, Condition.OOBGrace);
    this.#endAt(machine, this.#calendar.now + this.#machines.groupOf(machine).initialGrace);
  }

  /**
   * Licenses a machine until a minute, or prolongs its license.
   *
   * @returns true when it was not Licensed before
   */
  grantUntil(machine: MachineId, minute: Minute): boolean {
    if (this.#condition[machine] === Condition.Licensed) {
      // The pending event comes no later than the old deadline: it will look at the new one.
      this.#deadline[machine] = minute;
      return false;
    }
    this.#change(machine, Condition.Licensed);
    this.#endAt(machine, minute);
    this.#activations[machine] += 1;
    if (this.#firstLicensed[machine] === NEVER) this.#firstLicensed[machine] = this.#calendar.now;
    return true;
  }

  /** Ends the license of a machine that leaves the estate. */
  retire(machine: MachineId): void {
    const condition = this.conditionOf(machine);
    this.#closeMinutes(machine);
    this.#countOut(this.#machines.groupOf(machine), condition);
    this.#endAt(machine, NEVER);
  }

  /** Moves a machine whose deadline has come into the condition that follows. */
  passDeadline(machine: MachineId): void {
    this.#event[machine] = NO_EVENT;
    const deadline = this.#deadline[machine];
    if (deadline > this.#calendar.now) {
      this.#endAt(machine, deadline);
      return;
    }
    const previous = this.conditionOf(machine);
    if (previous === Condition.Licensed) {
      this.#change(machine, Condition.OOTGrace);
      this.#endAt(machine, this.#calendar.now + this.#rules.outOfToleranceGrace);
      this.#announce(machine, previous, Code.OutOfToleranceGrace);
    } else {
      this.#change(machine, this.endStateOf(machine));
      this.#deadline[machine] = NEVER;
      this.#announce(machine, previous, Code.GraceExpired);
    }
  }

  /** The condition of the machine's edition after its grace: Unlicensed before Vista SP1, else Notification. */
  endStateOf(machine: MachineId): Condition {
    const { edition } = this.#machines.groupOf(machine);
    return edition.reducedFunctionality ? Condition.Unlicensed : Condition.Notification;
  }

  #announce(machine: MachineId, previous: Condition, code: number): void {
    this.#observer.machineChanged('condition', machine, previous, NONE, NONE, code);
  }

  #endAt(machine: MachineId, minute: Minute): void {
    this.#deadline[machine] = minute;
    const pending = this.#event[machine];
    if (pending !== NO_EVENT) {
      if (this.#eventAt[machine] <= minute) return;
      this.#calendar.cancel(pending);
    }
    this.#event[machine] = this.#calendar.schedule(
      minute,
      Phase.Deadlines,
      EventKind.MachineDeadline,
      machine,
    );
    this.#eventAt[machine] = minute;
  }

  #change(machine: MachineId, to: Condition): void {
    const from = this.conditionOf(machine);
    if (from === to && to !== Condition.OOBGrace) return;
    const group = this.#machines.groupOf(machine);
    this.#closeMinutes(machine);
    this.#countOut(group, from);
    this.#condition[machine] = to;
    this.#countIn(group, to);
    if (isEndState(to)) this.#everEnded[machine] = 1;
  }

  #closeMinutes(machine: MachineId): void {
    const now = this.#calendar.now;
    this.#minutesIn[this.#condition[machine]][machine] += now - this.#since[machine];
    this.#since[machine] = now;
  }

  #countIn(group: Group, condition: Condition): void {
    this.#members[group.id * CONDITION_COUNT + condition] += 1;
    if (!isEndState(condition)) return;
    const estate = this.#machines.groups.length;
    for (const row of [group.id, estate]) {
      this.#ended[row] += 1;
      this.#peakEnded[row] = Math.max(this.#peakEnded[row], this.#ended[row]);
    }
  }

  #countOut(group: Group, condition: Condition): void {
    this.#members[group.id * CONDITION_COUNT + condition] -= 1;
    if (!isEndState(condition)) return;
    this.#ended[group.id] -= 1;
    this.#ended[this.#machines.groups.length] -= 1;
  }
}

/** A machine's deadline event. */
export function machineDeadline(licenses: Licenses, machine: MachineId): void {
  licenses.passDeadline(machine);
}
