import type { KeyedRandom } from '../../engine/random.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK, type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import { DrawPurpose } from '../definitions/draw-purposes.ts';
import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';
import type { ClosedTime } from '../definitions/presence-parameters.ts';
import type { Group } from './groups.ts';
import type { Machines } from './machines.ts';
import { NEVER_ON, WeeklyHours } from './weekly-hours.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly presence: Presence;
  }
}

/**
 * When machines are present, that is on and connected. Both are functions of time alone: hours of the day kept
 * later by the machine's own draw, and windows of connection counted from its installation. So presence costs
 * no events; whoever finds a machine absent asks when it will be present next.
 */
export class Presence {
  private readonly machines: Machines;
  private readonly random: KeyedRandom;
  /** Minutes from Monday, 00:00, to minute 0. */
  private readonly weekOffset: number;
  /** By group: its hours, `null` where its machines are always on. */
  private readonly hours: readonly (WeeklyHours | null)[];
  private readonly end: Minute;
  /** A minute that was asked for, and which of the week it is. */
  private askedMinute: Minute = NEVER;
  private askedOfWeek = 0;
  /** The minute of each machine's first connection; `NEVER` before its installation. Empty when none roams. */
  private readonly firstConnection: Int32Array;

  constructor({ machines, random, parameters }: Pick<Estate, 'machines' | 'random' | 'parameters'>) {
    const { firstWeekday, duration } = parameters;
    this.machines = machines;
    this.weekOffset = firstWeekday * MINUTES_PER_DAY;
    this.hours = machines.groups.map(({ parameters: { uptime } }) => uptime && new WeeklyHours(uptime));
    this.end = duration;
    const anyRoams = machines.groups.some((group) => group.parameters.connects !== null);
    this.firstConnection = new Int32Array(anyRoams ? machines.count : 0).fill(NEVER);
    this.random = random;
    for (const group of machines.groups) this.drawLateness(group);
  }

  private drawLateness(group: Group): void {
    const { uptime } = group.parameters;
    if (uptime === null || uptime.jitter === 0) return;
    for (let index = 0; index < group.count; index += 1) {
      const machine = (group.first + index) as MachineId;
      const key = this.machines.newDrawKey(machine);
      this.machines.noteLateness(machine, this.random.below(uptime.jitter + 1, DrawPurpose.Hours, key, 0));
    }
  }

  /** A machine is installed for the first time: its connections are counted from now. */
  noteInstalled(machine: MachineId, now: Minute): void {
    const { connects } = this.machines.groupOf(machine).parameters;
    if (connects === null) return;
    const wait =
      connects.first === 'random'
        ? this.random.below(connects.every, DrawPurpose.FirstConnection, this.machines.newDrawKey(machine), 0)
        : connects.first;
    this.firstConnection[machine] = now + wait;
  }

  isPresent(machine: MachineId, minute: Minute): boolean {
    return this.nextPresent(machine, minute) === minute;
  }

  /** The first minute from the given one on in which the machine is present; `NEVER` if not before the end. */
  nextPresent(machine: MachineId, from: Minute): Minute {
    return this.nextPresentOf(this.machines.groupOf(machine), machine, from);
  }

  /** {@link nextPresent} of a machine whose group is at hand. */
  nextPresentOf(group: Group, machine: MachineId, from: Minute): Minute {
    const hours = this.hours[group.id];
    const { connects, uptime } = group.parameters;
    const closed = uptime?.closed;
    let minute = from;
    while (minute < this.end) {
      let present = minute;
      if (hours !== null) present = this.nextOn(hours, this.machines.lateness(machine), present);
      if (closed !== undefined) present = nextOpen(closed, present);
      if (connects !== null) present = this.nextConnected(machine, connects.every, connects.for, present);
      if (present === minute) return minute;
      minute = present;
    }
    return NEVER;
  }

  private nextOn(hours: WeeklyHours, lateness: Minutes, from: Minute): Minute {
    const wait = hours.waitFrom(this.minuteOfWeek(from), lateness);
    return wait === NEVER_ON ? NEVER : from + wait;
  }

  /** The hours of a group whose machines are absent for no other reason; `null` where they have another, or none. */
  hoursAlone({ id, parameters: { connects, uptime } }: Group): WeeklyHours | null {
    return connects === null && uptime?.closed === undefined ? this.hours[id] : null;
  }

  /** Minutes since Monday, 00:00. One minute is asked for many times. */
  minuteOfWeek(minute: Minute): number {
    if (minute !== this.askedMinute) {
      this.askedMinute = minute;
      this.askedOfWeek = (minute + this.weekOffset) % MINUTES_PER_WEEK;
    }
    return this.askedOfWeek;
  }

  private nextConnected(machine: MachineId, every: number, length: number, from: Minute): Minute {
    const first = this.firstConnection[machine];
    if (from <= first) return first;
    const sinceWindow = (from - first) % every;
    return sinceWindow < length ? from : from + every - sinceWindow;
  }
}

/** The first minute from the given one on that no closed time covers. */
function nextOpen(closed: readonly ClosedTime[], from: Minute): Minute {
  for (const { from: begin, for: length } of closed) {
    if (from >= begin && from < begin + length) return begin + length;
  }
  return from;
}
