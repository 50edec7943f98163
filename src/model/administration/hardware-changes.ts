import type { Minute } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { DrawPurpose } from '../definitions/draw-purposes.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { HardwarePart } from '../definitions/parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly hardwareChanges: HardwareChanges;
  }
}

type HardwareChangeEstate = Pick<
  Estate,
  'machines' | 'presence' | 'hardware' | 'licenses' | 'methods' | 'calendar' | 'observer' | 'random' | 'rules'
>;

/** Hardware that is replaced, and what it does to the license. */
export class HardwareChanges {
  private readonly estate: HardwareChangeEstate;
  /** By machine: changes that were due, the occurrence of the next draw. */
  private readonly due: Uint16Array;

  constructor(estate: HardwareChangeEstate) {
    this.estate = estate;
    const chancy = estate.machines.groups.some(
      ({ parameters }) => (parameters.hardwareChange?.chance ?? 1) < 1,
    );
    this.due = new Uint16Array(chancy ? estate.machines.count : 0);
  }

  /** Schedules the next change of a machine's hardware, if its group has any. */
  schedule(machine: MachineId): void {
    const { machines, calendar } = this.estate;
    const change = machines.groupOf(machine).parameters.hardwareChange;
    if (change === null) return;
    const installed = machines.installedAt(machine);
    const changes = Math.floor((calendar.now - installed) / change.every) + 1;
    this.scheduleAt(machine, installed + changes * change.every);
  }

  /** A change is due. The machine is restarted with it, so it tries at once to be activated again. */
  change(machine: MachineId): void {
    const { machines, presence, hardware, licenses, methods, calendar, observer } = this.estate;
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
    const isMajor = this.isMajor(part);
    if (isMajor) hardware.noteChange(machine);
    observer.machineChanged('hardware-changed', machine, NONE, NONE, NONE, Code.Success, part);
    if (licenses.needsActivation(machine)) {
      if (isMajor) methods.askAnew(machine);
      return;
    }
    if (!this.trips(machine, part)) return;
    licenses.putOutOfTolerance(machine);
    methods.startNow(machine);
  }

  private happens(machine: MachineId, chance: number): boolean {
    if (chance >= 1) return true;
    const { machines, random } = this.estate;
    const occurrence = this.due[machine];
    this.due[machine] += 1;
    return random.uniform(DrawPurpose.HardwareChange, machines.drawKey(machine), occurrence) < chance;
  }

  /** Whether a change of a part puts the machine out of tolerance (KB 925582: a KMS client's disk). */
  private trips(machine: MachineId, part: HardwarePart): boolean {
    const { type } = this.estate.machines.groupOf(machine).method;
    return type === 'kms' ? part === 'disk' : this.isMajor(part);
  }

  /** Whether a part is "a major hardware component" to a MAK, so that an installation ID of before is good no longer. */
  private isMajor(part: HardwarePart): boolean {
    if (part === 'disk') return this.estate.rules.makDiskOutOfTolerance;
    return part === 'motherboard';
  }

  private scheduleAt(machine: MachineId, minute: Minute): void {
    this.estate.calendar.schedule(minute, Phase.Machines, EventKind.MachineHardware, machine);
  }
}
