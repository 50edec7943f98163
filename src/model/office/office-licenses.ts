import { type Calendar, NO_EVENT } from '../../engine/calendar.ts';
import { type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { CONDITION_COUNT, Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { OfficeEvent } from '../definitions/observer.ts';
import { OFFICE_RULES } from '../definitions/office.ts';
import type { Group } from '../estate/groups.ts';
import { OfficeMachines, officeOf } from './office-machines.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly officeLicenses: OfficeLicenses;
  }
}

type OfficeLicenseEstate = Pick<Estate, 'machines' | 'calendar' | 'observer' | 'rules'>;

/**
 * The licenses of Office, one for each machine that has it: OOBGrace from its installation, Licensed while a KMS host
 * renews it, OOTGrace, Notification. Office loses no functions in any of them. Its CMID is its own.
 */
export class OfficeLicenses {
  readonly installations: OfficeMachines;
  private readonly estate: OfficeLicenseEstate;
  private readonly calendar: Calendar;
  /** By row. */
  private readonly condition: Uint8Array;
  private readonly since: Int32Array;
  /** By condition: installations in it now. */
  private readonly inCondition = new Int32Array(CONDITION_COUNT);
  private readonly closedMinutes: readonly Int32Array[];
  private readonly deadline: Int32Array;
  private readonly event: Int32Array;
  private readonly eventAt: Int32Array;
  private readonly firstLicensedAt: Int32Array;
  private readonly activationsOf: Uint32Array;
  private readonly rearmsUsed: Uint16Array;
  private readonly clientId: Int32Array;
  private readonly installed: Uint8Array;
  /** By group: the CMID of its image, or `NONE`. */
  private readonly imageId: Int32Array;
  private made = 0;

  constructor(estate: OfficeLicenseEstate) {
    this.estate = estate;
    this.calendar = estate.calendar;
    this.installations = new OfficeMachines(estate);
    const { count } = this.installations;
    this.condition = new Uint8Array(count);
    this.since = new Int32Array(count);
    this.closedMinutes = Array.from({ length: CONDITION_COUNT }, () => new Int32Array(count));
    this.deadline = new Int32Array(count).fill(NEVER);
    this.event = new Int32Array(count).fill(NO_EVENT);
    this.eventAt = new Int32Array(count).fill(NEVER);
    this.firstLicensedAt = new Int32Array(count).fill(NEVER);
    this.activationsOf = new Uint32Array(count);
    this.rearmsUsed = new Uint16Array(count);
    this.clientId = new Int32Array(count).fill(NONE);
    this.installed = new Uint8Array(count);
    this.imageId = new Int32Array(estate.machines.groups.length).fill(NONE);
  }

  conditionOf(machine: MachineId): Condition {
    return this.condition[this.row(machine)] as Condition;
  }

  /** How many installations are in a condition now. */
  members(condition: Condition): number {
    return this.inCondition[condition];
  }

  /** Since when Office is in its condition. */
  sinceOf(machine: MachineId): Minute {
    return this.since[this.row(machine)];
  }

  /** Until when Office is Licensed; `NEVER` when it is not. */
  licensedUntil(machine: MachineId): Minute {
    const row = this.row(machine);
    return this.condition[row] === Condition.Licensed ? this.deadline[row] : NEVER;
  }

  /** The minute in which Office first became Licensed, or `NEVER`. */
  firstLicensed(machine: MachineId): Minute {
    return this.firstLicensedAt[this.row(machine)];
  }

  /** How often Office became Licensed. */
  activations(machine: MachineId): number {
    return this.activationsOf[this.row(machine)];
  }

  /** Whether Office is installed there now. */
  isInstalled(machine: MachineId): boolean {
    return this.installed[this.row(machine)] === 1;
  }

  /** Minutes in a condition up to a minute, which is not counted. */
  minutesIn(machine: MachineId, condition: Condition, until: Minute): Minutes {
    const row = this.row(machine);
    const open = this.installed[row] === 1 && this.condition[row] === condition;
    return this.closedMinutes[condition][row] + (open ? until - this.since[row] : 0);
  }

  /** The CMID with which Office asks. */
  clientIdOf(machine: MachineId): number {
    return this.clientId[this.row(machine)];
  }

  /** Office is installed, for the first time or with the machine again: OOBGrace, all rearms, a CMID. */
  install(machine: MachineId): void {
    const row = this.row(machine);
    const group = this.estate.machines.groupOf(machine);
    this.remove(row);
    this.rearmsUsed[row] = 0;
    this.clientId[row] = group.image.cmid === 'shared' ? this.idOfImage(group) : this.makeId();
    this.beginGrace(machine, row, 'office-installed');
  }

  /** Office leaves the estate with its machine. */
  retire(machine: MachineId): void {
    const row = this.row(machine);
    this.remove(row);
    this.endAt(machine, row, NEVER);
  }

  /**
   * Licenses Office until a minute.
   *
   * @returns whether it was not Licensed before
   */
  grantUntil(machine: MachineId, minute: Minute): boolean {
    const row = this.row(machine);
    if (this.condition[row] === Condition.Licensed) {
      this.deadline[row] = minute;
      return false;
    }
    this.become(row, Condition.Licensed);
    this.activationsOf[row] += 1;
    if (this.firstLicensedAt[row] === NEVER) this.firstLicensedAt[row] = this.calendar.now;
    this.endAt(machine, row, minute);
    return true;
  }

  /** The deadline of Office's license has come, if it was not put off meanwhile. */
  onDeadline(machine: MachineId): void {
    const row = this.row(machine);
    this.event[row] = NO_EVENT;
    this.eventAt[row] = NEVER;
    const deadline = this.deadline[row];
    if (deadline > this.calendar.now) this.endAt(machine, row, deadline);
    else if (this.condition[row] === Condition.Licensed) this.lapse(machine, row);
    else if (this.canRearm(machine, row)) this.rearm(machine, row);
    else this.enter(machine, row, Condition.Notification, Code.GraceExpired);
  }

  private lapse(machine: MachineId, row: number): void {
    const grace = this.estate.rules[OFFICE_RULES.graceAfterExpiry];
    if (grace === 0) {
      this.enter(machine, row, Condition.Notification, Code.GraceExpired);
      return;
    }
    this.enter(machine, row, Condition.OOTGrace, Code.OutOfToleranceGrace);
    this.endAt(machine, row, this.calendar.now + grace);
  }

  /** One more is granted by a KMS activation ("Rearm an Office installation"). */
  private canRearm(machine: MachineId, row: number): boolean {
    const most = this.estate.rules[OFFICE_RULES.rearms] + (this.activationsOf[row] > 0 ? 1 : 0);
    return (
      this.estate.machines.groupOf(machine).parameters.rearm === 'at-expiry' && this.rearmsUsed[row] < most
    );
  }

  private rearm(machine: MachineId, row: number): void {
    this.rearmsUsed[row] += 1;
    this.clientId[row] = this.makeId();
    this.beginGrace(machine, row, 'office-rearmed');
  }

  private beginGrace(machine: MachineId, row: number, event: OfficeEvent): void {
    const grace = this.estate.rules[OFFICE_RULES.initialGrace];
    const previous = event === 'office-installed' ? NONE : (this.condition[row] as Condition);
    this.become(row, grace > 0 ? Condition.OOBGrace : Condition.Notification);
    this.endAt(machine, row, grace > 0 ? this.calendar.now + grace : NEVER);
    this.announce(event, machine, row, previous, grace > 0 ? Code.InitialGrace : Code.GraceExpired);
  }

  private enter(machine: MachineId, row: number, condition: Condition, code: number): void {
    const previous = this.condition[row] as Condition;
    this.become(row, condition);
    this.deadline[row] = NEVER;
    this.announce('office-condition', machine, row, previous, code);
  }

  private announce(
    event: OfficeEvent,
    machine: MachineId,
    row: number,
    previous: Condition | -1,
    code: number,
  ): void {
    const { observer, machines } = this.estate;
    const condition = this.condition[row] as Condition;
    const detail = String(officeOf(machines.groupOf(machine)));
    observer.officeChanged?.({
      ...{ event, machine, condition, previous, code, detail },
      host: NONE,
      count: NONE,
    });
  }

  /** Office is in a condition from now on, and installed. */
  private become(row: number, condition: Condition): void {
    this.remove(row);
    this.installed[row] = 1;
    this.condition[row] = condition;
    this.inCondition[condition] += 1;
  }

  /** Office is in its condition no more, if it is installed. */
  private remove(row: number): void {
    const { now } = this.calendar;
    if (this.installed[row] === 1) {
      this.closedMinutes[this.condition[row]][row] += now - this.since[row];
      this.inCondition[this.condition[row]] -= 1;
    }
    this.since[row] = now;
    this.installed[row] = 0;
  }

  private endAt(machine: MachineId, row: number, minute: Minute): void {
    this.deadline[row] = minute;
    if (this.event[row] !== NO_EVENT) {
      if (this.eventAt[row] <= minute) return;
      this.calendar.cancel(this.event[row]);
    }
    const event = this.calendar.schedule(minute, Phase.Deadlines, EventKind.OfficeDeadline, machine);
    this.event[row] = event;
    this.eventAt[row] = event === NO_EVENT ? NEVER : minute;
  }

  private idOfImage({ id }: Group): number {
    if (this.imageId[id] === NONE) this.imageId[id] = this.makeId();
    return this.imageId[id];
  }

  private makeId(): number {
    this.made += 1;
    return this.made - 1;
  }

  private row(machine: MachineId): number {
    return this.installations.rowOf(machine);
  }
}
