import type { Calendar } from '../../engine/calendar.ts';
import { type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import { CONDITION_COUNT, Condition, isEndState } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';
import type { Rules } from '../definitions/rules.ts';
import type { Group } from '../estate/groups.ts';
import { CONDITION, FIRST_LICENSED, lifeOf, SINCE } from '../estate/life-rows.ts';
import type { Machines } from '../estate/machines.ts';
import { RareNumbers } from '../estate/rare-numbers.ts';
import { remindersWithin } from './reminders.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly history: ConditionHistory;
  }
}

/**
 * The books of the license conditions: which each machine is in, since when, how long it was in each, and how
 * many machines of a group are in each. Why a condition changes is decided elsewhere.
 */
export class ConditionHistory {
  /** Activations of all machines: how often one became Licensed. */
  totalActivations = 0;
  private readonly machines: Machines;
  private readonly calendar: Calendar;
  private readonly rules: Rules;
  private readonly lives: Int32Array;
  private readonly closedMinutes: readonly RareNumbers[];
  /** By machine: activations behind the first. */
  private readonly laterActivations: RareNumbers;
  private readonly endedOnce: RareNumbers;
  /** By group and condition: machines in service. */
  private readonly memberCounts: Int32Array;
  /** Machines in an end state, now and at most: a row for each group, and one for the estate behind them. */
  private readonly ended: Int32Array;
  private readonly endedAtMost: Int32Array;
  /** By group: reminders of the grace periods that have ended. */
  private readonly closedReminders: Float64Array;

  constructor({ machines, calendar, rules }: Pick<Estate, 'machines' | 'calendar' | 'rules'>) {
    this.machines = machines;
    this.calendar = calendar;
    this.rules = rules;
    this.closedReminders = new Float64Array(machines.groups.length);
    const { count } = machines;
    const groups = machines.groups.length;
    this.lives = machines.lives;
    this.closedMinutes = Array.from({ length: CONDITION_COUNT }, () => new RareNumbers(count));
    this.laterActivations = new RareNumbers(count);
    this.endedOnce = new RareNumbers(count);
    this.memberCounts = new Int32Array(groups * CONDITION_COUNT);
    this.ended = new Int32Array(groups + 1);
    this.endedAtMost = new Int32Array(groups + 1);
  }

  conditionOf(machine: MachineId): Condition {
    return this.lives[lifeOf(machine) + CONDITION] as Condition;
  }

  /** Since when the machine is in its condition. */
  since(machine: MachineId): Minute {
    return this.lives[lifeOf(machine) + SINCE];
  }

  /** The minute in which it first became Licensed, or `NEVER`. */
  firstLicensed(machine: MachineId): Minute {
    const stored = this.lives[lifeOf(machine) + FIRST_LICENSED];
    return stored === 0 ? NEVER : stored - 1;
  }

  /** Whether the machine was ever Licensed. */
  wasLicensed(machine: MachineId): boolean {
    return this.lives[lifeOf(machine) + FIRST_LICENSED] !== 0;
  }

  /** How often the machine became Licensed. */
  activations(machine: MachineId): number {
    return this.wasLicensed(machine) ? 1 + this.laterActivations.get(machine) : 0;
  }

  /** Whether the machine was ever in Notification or Unlicensed. */
  everEnded(machine: MachineId): boolean {
    const isEnded = this.machines.inService(machine) && isEndState(this.conditionOf(machine));
    return isEnded || this.endedOnce.get(machine) === 1;
  }

  /** Minutes that the machine spent in a condition up to a minute, which is not counted. */
  minutesIn(machine: MachineId, condition: Condition, until: Minute): Minutes {
    const closed = this.closedMinutes[condition].get(machine);
    const open = this.conditionOf(machine) === condition && this.machines.inService(machine);
    return open ? closed + until - this.since(machine) : closed;
  }

  /** Reminders that the users of a group saw in the grace periods of its machines, up to a minute. */
  reminders(group: Group, until: Minute): number {
    let open = 0;
    for (let index = 0; index < group.count; index += 1) {
      const machine = (group.first + index) as MachineId;
      if (this.machines.inService(machine)) open += this.remindersOf(machine, group, until);
    }
    return this.closedReminders[group.id] + open;
  }

  /** How many machines of a group are in a condition. */
  members(group: Group, condition: Condition): number {
    return this.memberCounts[group.id * CONDITION_COUNT + condition];
  }

  /** The most machines that were in Notification or Unlicensed at once: of a group, or of the estate. */
  peakInEndState(group?: Group): number {
    const row = group?.id ?? this.machines.groups.length;
    this.noteEndedAtMost(row);
    return this.endedAtMost[row];
  }

  /** Opens the books of a machine that is installed for the first time. */
  open(machine: MachineId, condition: Condition): void {
    this.begin(machine, condition);
    this.countIn(this.machines.groupOf(machine), condition);
  }

  /** Enters a change; one to the same condition begins it anew. */
  change(machine: MachineId, to: Condition): void {
    const group = this.machines.groupOf(machine);
    this.close(machine);
    this.begin(machine, to);
    this.countIn(group, to);
    if (to === Condition.Licensed) {
      this.totalActivations += 1;
      if (this.wasLicensed(machine)) this.laterActivations.add(machine, 1);
      else this.lives[lifeOf(machine) + FIRST_LICENSED] = this.calendar.now + 1;
    }
  }

  private begin(machine: MachineId, condition: Condition): void {
    const life = lifeOf(machine);
    this.lives[life + CONDITION] = condition;
    this.lives[life + SINCE] = this.calendar.now;
  }

  /** Closes the books of a machine: it is counted no longer. */
  close(machine: MachineId): void {
    const condition = this.conditionOf(machine);
    const group = this.machines.groupOf(machine);
    const { now } = this.calendar;
    this.closedReminders[group.id] += this.remindersOf(machine, group, now);
    const since = this.since(machine);
    if (now > since) this.closedMinutes[condition].add(machine, now - since);
    if (isEndState(condition)) this.closeEnd(machine, group);
    this.lives[lifeOf(machine) + SINCE] = now;
    this.memberCounts[group.id * CONDITION_COUNT + condition] -= 1;
  }

  /** Reminders of the grace period that the machine is in. */
  private remindersOf(machine: MachineId, group: Group, until: Minute): number {
    const length = this.graceLength(this.conditionOf(machine), group);
    return length === 0 ? 0 : remindersWithin(until - this.since(machine), length, this.rules);
  }

  private graceLength(condition: Condition, group: Group): Minutes {
    if (condition === Condition.OOBGrace) return group.initialGrace;
    if (condition === Condition.OOTGrace) return group.graceAfterExpiry;
    return condition === Condition.NonGenuineGrace ? this.rules.nonGenuineGrace : 0;
  }

  private countIn(group: Group, condition: Condition): void {
    this.memberCounts[group.id * CONDITION_COUNT + condition] += 1;
    if (!isEndState(condition)) return;
    this.ended[group.id] += 1;
    this.ended[this.machines.groups.length] += 1;
  }

  /**
   * A machine leaves an end state. One that is activated in the minute of its installation was in it for no time, as a
   * system without a grace is, and does not count.
   */
  private closeEnd(machine: MachineId, group: Group): void {
    const estate = this.machines.groups.length;
    if (this.since(machine) < this.calendar.now) {
      this.endedOnce.set(machine, 1);
      this.noteEndedAtMost(group.id);
      this.noteEndedAtMost(estate);
    }
    this.ended[group.id] -= 1;
    this.ended[estate] -= 1;
  }

  private noteEndedAtMost(row: number): void {
    this.endedAtMost[row] = Math.max(this.endedAtMost[row], this.ended[row]);
  }
}
