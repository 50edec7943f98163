import type { Calendar } from '../../engine/calendar.ts';
import type { LightEvents } from '../../engine/light-events.ts';
import { type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import { DEADLINE_EVENT, DEADLINE_EVENT_AT, LIFE_BITS, lifeOf } from '../estate/life-rows.ts';
import {
  DEADLINE,
  earnedIn,
  FORCED,
  isLicensedIn,
  ROW_BITS,
  rowOf,
  STATE,
  withEarned,
} from '../estate/machine-rows.ts';
import type { Machines } from '../estate/machines.ts';
import type { ClientIds } from './client-ids.ts';
import type { ConditionHistory } from './condition-history.ts';
import type { Rearms } from './rearms.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly licenses: Licenses;
  }
}

type LicenseEstate = Pick<Estate, 'machines' | 'history' | 'rearms' | 'clientIds' | 'calendar' | 'observer'>;

/**
 * What the activation of each machine has earned it, and the deadline at which that ends. The condition that
 * the machine is in is the one earned, unless it was forced: found Non-Genuine.
 *
 * A machine has one pending deadline event. A deadline that moves later is noticed when the event comes, not
 * rescheduled at every renewal.
 */
export class Licenses {
  private readonly machines: Machines;
  private readonly history: ConditionHistory;
  private readonly rearms: Rearms;
  private readonly clientIds: ClientIds;
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly rows: Int32Array;
  private readonly lives: Int32Array;
  /** The deadlines that are to come. */
  private readonly due: LightEvents;

  constructor(estate: LicenseEstate) {
    this.machines = estate.machines;
    this.history = estate.history;
    this.rearms = estate.rearms;
    this.clientIds = estate.clientIds;
    this.calendar = estate.calendar;
    this.observer = estate.observer;
    this.rows = estate.machines.rows;
    this.lives = estate.machines.lives;
    const lives = { rows: this.lives, rowBits: LIFE_BITS };
    this.due = this.calendar.addLight({
      kind: EventKind.MachineDeadline,
      phase: Phase.Deadlines,
      places: { ...lives, column: DEADLINE_EVENT },
      reads: [lives, { rows: this.rows, rowBits: ROW_BITS }],
    });
  }

  /** Whether the machine's activation is missing or has lapsed. */
  needsActivation(machine: MachineId): boolean {
    return this.earned(machine) !== Condition.Licensed;
  }

  /** Whether the machine is activated, and not forced into another condition: whether it is in Licensed. */
  isLicensed(machine: MachineId): boolean {
    return isLicensedIn(this.rows[rowOf(machine) + STATE]);
  }

  /** Whether the machine is activated for good, as by a MAK. */
  isUnlimited(machine: MachineId): boolean {
    return !this.needsActivation(machine) && this.rows[rowOf(machine) + DEADLINE] === NEVER;
  }

  /** When what the machine has earned ends; `NEVER` when nothing ends. */
  deadline(machine: MachineId): Minute {
    return this.rows[rowOf(machine) + DEADLINE];
  }

  /** Until when the machine is Licensed; `NEVER` when it is not, or without limit. */
  licensedUntil(machine: MachineId): Minute {
    const licensed = this.history.conditionOf(machine) === Condition.Licensed;
    return licensed ? this.rows[rowOf(machine) + DEADLINE] : NEVER;
  }

  /** The reason that Windows logs for the condition in which an installation begins. */
  initialCode(machine: MachineId): number {
    return this.hasInitialGrace(machine) ? Code.InitialGrace : Code.GraceExpired;
  }

  /** Begins the license of a machine that is installed for the first time. */
  install(machine: MachineId): void {
    const condition = this.initialCondition(machine);
    this.setEarned(machine, condition);
    this.history.open(machine, condition);
    this.rearms.restore(machine);
    this.endAt(machine, this.endOfInitialGrace(machine, this.graceUsedInImage(machine)));
  }

  /** Returns a machine that is installed again to where its license began: nothing of before is left. */
  reinstall(machine: MachineId): void {
    this.rows[rowOf(machine) + STATE] &= ~FORCED;
    this.rearms.restore(machine);
    this.earn(machine, this.initialCondition(machine));
    this.endAt(machine, this.endOfInitialGrace(machine, this.graceUsedInImage(machine)));
  }

  /** Returns a machine to the whole of its OOBGrace, or to its end state where its system has none. */
  restart(machine: MachineId): void {
    this.earn(machine, this.initialCondition(machine));
    this.endAt(machine, this.endOfInitialGrace(machine, 0));
  }

  /** Prolongs the license of an activated machine; its deadline can only move later, so its event stands. */
  prolongUntil(machine: MachineId, minute: Minute): void {
    this.rows[rowOf(machine) + DEADLINE] = minute;
  }

  /** Licenses a machine until a minute; that of one that is activated may end earlier or later than before. */
  grantUntil(machine: MachineId, minute: Minute): void {
    if (this.needsActivation(machine)) this.earn(machine, Condition.Licensed);
    this.endAt(machine, minute);
  }

  /** Puts an activated machine out of tolerance: it must be activated again before OOTGrace ends. */
  putOutOfTolerance(machine: MachineId): void {
    if (this.needsActivation(machine)) return;
    this.earnAndAnnounce(machine, Condition.OOTGrace, Code.HardwareOutOfTolerance);
    this.endAt(machine, this.calendar.now + this.machines.groupOf(machine).graceAfterExpiry);
  }

  /** Puts a machine into a condition whatever it has earned. */
  forceCondition(machine: MachineId, condition: Condition): void {
    this.rows[rowOf(machine) + STATE] |= FORCED;
    this.become(machine, condition);
  }

  /** Lets a machine that was forced into what it has earned. */
  clearForced(machine: MachineId): void {
    if (!this.isForced(machine)) return;
    this.rows[rowOf(machine) + STATE] &= ~FORCED;
    this.become(machine, this.earned(machine));
  }

  /** Ends the license of a machine that leaves the estate. */
  retire(machine: MachineId): void {
    this.history.close(machine);
    this.endAt(machine, NEVER);
  }

  /** Moves a machine whose deadline has come to what follows. */
  onDeadline(machine: MachineId): void {
    this.lives[lifeOf(machine) + DEADLINE_EVENT_AT] = 0;
    const deadline = this.rows[rowOf(machine) + DEADLINE];
    if (deadline > this.calendar.now) this.endAt(machine, deadline);
    else if (this.earned(machine) === Condition.Licensed) this.lapse(machine);
    else if (!this.isForced(machine) && this.rearms.consumeAtExpiry(machine)) this.rearm(machine);
    else this.endGrace(machine);
  }

  /** The grace of a machine that is in one of its own, not forced into another; `NEVER` when none runs. */
  graceDeadline(machine: MachineId): Minute {
    return this.needsActivation(machine) ? this.rows[rowOf(machine) + DEADLINE] : NEVER;
  }

  /** Moves a machine that is in the end state of the system that it had to that of its system now. */
  changeEndState(machine: MachineId, before: Condition): void {
    const after = this.endStateOf(machine);
    if (before === after) return;
    const previous = this.history.conditionOf(machine);
    if (this.earned(machine) === before) this.setEarned(machine, after);
    if (previous !== before) return;
    this.history.change(machine, after);
    this.observer.machineChanged('condition', machine, previous, NONE, NONE, Code.GraceExpired, '');
  }

  /** The condition of the machine's system after its grace. */
  endStateOf(machine: MachineId): Condition {
    return this.machines.groupOf(machine).system.endState;
  }

  private earned(machine: MachineId): Condition {
    return earnedIn(this.rows[rowOf(machine) + STATE]);
  }

  private setEarned(machine: MachineId, condition: Condition): void {
    const at = rowOf(machine) + STATE;
    this.rows[at] = withEarned(this.rows[at], condition);
  }

  private isForced(machine: MachineId): boolean {
    return (this.rows[rowOf(machine) + STATE] & FORCED) !== 0;
  }

  private lapse(machine: MachineId): void {
    this.earnAndAnnounce(machine, Condition.OOTGrace, Code.OutOfToleranceGrace);
    this.endAt(machine, this.calendar.now + this.machines.groupOf(machine).graceAfterExpiry);
  }

  /**
   * Begins the license of a machine again after one of its rearms was spent: OOBGrace anew, a CMID of its own.
   *
   * @param previous the condition that it was in
   */
  rearm(machine: MachineId, previous = this.history.conditionOf(machine)): void {
    this.clientIds.renew(machine);
    this.restart(machine);
    this.observer.machineChanged('rearmed', machine, previous, NONE, NONE, this.initialCode(machine), '');
  }

  private endGrace(machine: MachineId): void {
    this.rows[rowOf(machine) + DEADLINE] = NEVER;
    this.earnAndAnnounce(machine, this.endStateOf(machine), Code.GraceExpired);
  }

  private endOfInitialGrace(machine: MachineId, used: Minutes): Minute {
    const { initialGrace } = this.machines.groupOf(machine);
    return initialGrace > 0 ? this.calendar.now + Math.max(0, initialGrace - used) : NEVER;
  }

  private graceUsedInImage(machine: MachineId): Minutes {
    return this.machines.groupOf(machine).image.graceUsed;
  }

  private hasInitialGrace(machine: MachineId): boolean {
    return this.machines.groupOf(machine).initialGrace > 0;
  }

  private initialCondition(machine: MachineId): Condition {
    return this.hasInitialGrace(machine) ? Condition.OOBGrace : this.endStateOf(machine);
  }

  /** Changes the condition, if it is another: one that stays the same does not begin again. */
  private become(machine: MachineId, condition: Condition): void {
    if (this.history.conditionOf(machine) !== condition) this.history.change(machine, condition);
  }

  private earn(machine: MachineId, condition: Condition): void {
    this.setEarned(machine, condition);
    if (!this.isForced(machine)) this.history.change(machine, condition);
  }

  private earnAndAnnounce(machine: MachineId, condition: Condition, code: number): void {
    const previous = this.history.conditionOf(machine);
    this.earn(machine, condition);
    if (!this.isForced(machine))
      this.observer.machineChanged('condition', machine, previous, NONE, NONE, code, '');
  }

  private endAt(machine: MachineId, minute: Minute): void {
    this.rows[rowOf(machine) + DEADLINE] = minute;
    const at = lifeOf(machine) + DEADLINE_EVENT_AT;
    const pending = this.lives[at];
    if (pending !== 0) {
      if (pending - 1 <= minute) return;
      this.calendar.cancelLight(this.due, machine);
    }
    const isReached = this.calendar.scheduleLight(this.due, minute, machine);
    this.lives[at] = isReached ? minute + 1 : 0;
  }
}
