import type { Calendar } from '../../engine/calendar.ts';
import type { KeyedRandom } from '../../engine/random.ts';
import type { Minute } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { DrawPurpose } from '../definitions/draw-purposes.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { HardwarePart } from '../definitions/parameters.ts';
import type { Rules } from '../definitions/rules.ts';
import type { Machines } from '../estate/machines.ts';
import type { Presence } from '../estate/presence.ts';
import type { Licenses } from '../licensing/licenses.ts';
import type { ActivationMethods } from './activation-methods.ts';

/** By machine: how often its hardware changed so that an installation ID of before is good no longer. */
export class Hardware {
  private readonly version: Uint16Array;

  constructor(machines: Machines) {
    const any = machines.groups.some((group) => group.parameters.hardwareChange !== null);
    this.version = new Uint16Array(any ? machines.count : 0);
  }

  /** Numbers the states of a machine's hardware, from 0. */
  versionOf(machine: MachineId): number {
    return this.version[machine] ?? 0;
  }

  noteChange(machine: MachineId): void {
    this.version[machine] += 1;
  }
}

/** The parts that hardware changes stand on. */
export interface HardwareChangeParts {
  readonly machines: Machines;
  readonly presence: Presence;
  readonly hardware: Hardware;
  readonly licenses: Licenses;
  readonly methods: ActivationMethods;
  readonly calendar: Calendar;
  readonly observer: Observer;
  readonly random: KeyedRandom;
  readonly rules: Rules;
}

/** Hardware that is replaced, and what it does to the license. */
export class HardwareChanges {
  private readonly parts: HardwareChangeParts;
  /** By machine: changes that were due, the occurrence of the next draw. */
  private readonly due: Uint16Array;

  constructor(parts: HardwareChangeParts) {
    this.parts = parts;
    const chancy = parts.machines.groups.some(
      ({ parameters }) => (parameters.hardwareChange?.chance ?? 1) < 1,
    );
    this.due = new Uint16Array(chancy ? parts.machines.count : 0);
  }

  /** Schedules the next change of a machine's hardware, if its group has any. */
  schedule(machine: MachineId): void {
    const { machines, calendar } = this.parts;
    const change = machines.groupOf(machine).parameters.hardwareChange;
    if (change === null) return;
    const installed = machines.installedAt(machine);
    const changes = Math.floor((calendar.now - installed) / change.every) + 1;
    this.scheduleAt(machine, installed + changes * change.every);
  }

  /** A change is due. The machine is restarted with it, so it tries at once to be activated again. */
  change(machine: MachineId): void {
    const { machines, presence, hardware, licenses, methods, calendar, observer } = this.parts;
    const { hardwareChange } = machines.groupOf(machine).parameters;
    if (hardwareChange === null || !machines.inService(machine)) return;
    const present = presence.nextPresent(machine, calendar.now);
    if (present !== calendar.now) {
      this.scheduleAt(machine, present);
      return;
    }
    this.schedule(machine);
    if (!this.happens(machine, hardwareChange.chance)) return;
    const { part } = hardwareChange;
    if (this.isMajor(part)) hardware.noteChange(machine);
    observer.machineChanged('hardware-changed', machine, NONE, NONE, NONE, Code.Success, part);
    if (!this.trips(machine, part) || licenses.needsActivation(machine)) return;
    licenses.putOutOfTolerance(machine);
    methods.startNow(machine);
  }

  private happens(machine: MachineId, chance: number): boolean {
    if (chance >= 1) return true;
    const { machines, random } = this.parts;
    const occurrence = this.due[machine];
    this.due[machine] += 1;
    return random.uniform(DrawPurpose.HardwareChange, machines.drawKey(machine), occurrence) < chance;
  }

  /** Whether a change of a part puts the machine out of tolerance (KB 925582: a KMS client's disk). */
  private trips(machine: MachineId, part: HardwarePart): boolean {
    const { type } = this.parts.machines.groupOf(machine).method;
    return type === 'kms' ? part === 'disk' : this.isMajor(part);
  }

  /** Whether a part is "a major hardware component" to a MAK, so that an installation ID of before is good no longer. */
  private isMajor(part: HardwarePart): boolean {
    if (part === 'disk') return this.parts.rules.makDiskOutOfTolerance;
    return part === 'motherboard';
  }

  private scheduleAt(machine: MachineId, minute: Minute): void {
    this.parts.calendar.schedule(minute, Phase.Machines, EventKind.MachineHardware, machine);
  }
}

/** A machine's hardware changes. */
export function machineHardware(changes: HardwareChanges, machine: MachineId): void {
  changes.change(machine);
}
