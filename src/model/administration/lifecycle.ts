import { NO_EVENT } from '../../engine/calendar.ts';
import { type Minute, NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { DrawPurpose } from '../definitions/draw-purposes.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { Group } from '../estate/groups.ts';
import { LIFE_BITS } from '../estate/life-rows.ts';
import { ROW_BITS } from '../estate/machine-rows.ts';
import { RareNumbers } from '../estate/rare-numbers.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly lifecycle: Lifecycle;
  }
}

type LifecycleEstate = Pick<
  Estate,
  | 'machines'
  | 'presence'
  | 'clientIds'
  | 'history'
  | 'licenses'
  | 'methods'
  | 'hardwareChanges'
  | 'validation'
  | 'officeClients'
  | 'calendar'
  | 'observer'
  | 'random'
>;

/** Installation, rebuilding and retirement of machines. */
export class Lifecycle {
  private readonly estate: LifecycleEstate;
  /** By machine: the event of its next rebuilding. */
  private readonly rebuildEvent: RareNumbers;

  constructor(estate: LifecycleEstate) {
    this.estate = estate;
    this.rebuildEvent = new RareNumbers(estate.machines.count);
  }

  /** Schedules the installation of every machine. */
  scheduleInstallations(): void {
    const { machines, calendar } = this.estate;
    const installations = calendar.addLight({
      kind: EventKind.MachineInstall,
      phase: Phase.Machines,
      reads: [
        { rows: machines.rows, rowBits: ROW_BITS },
        { rows: machines.lives, rowBits: LIFE_BITS },
      ],
    });
    for (const group of machines.groups) {
      for (let index = 0; index < group.count; index += 1)
        calendar.scheduleLight(installations, this.installMinute(group, index), group.first + index);
    }
  }

  private installMinute(group: Group, index: number): Minute {
    const { at, over, order } = group.parameters.install;
    if (order === 'even') return at + Math.floor((over * index) / group.count);
    const { machines, random } = this.estate;
    const key = machines.newDrawKey((group.first + index) as MachineId);
    return at + Math.floor(over * random.uniform(DrawPurpose.Install, key, 0));
  }

  /** Installs a machine, which tries to be activated in the same minute. */
  install(machine: MachineId): void {
    const { machines, presence, licenses, clientIds, methods, hardwareChanges, validation } = this.estate;
    const { observer, calendar } = this.estate;
    const group = machines.groupOf(machine);
    if (machines.retiredAt(machine) !== NEVER) return;
    machines.noteInstalled(machine, calendar.now);
    presence.noteInstalled(machine, calendar.now);
    clientIds.install(machine);
    licenses.install(machine);
    observer.machineChanged('installed', machine, NONE, NONE, NONE, licenses.initialCode(machine), '');
    this.scheduleRebuild(machine, group);
    hardwareChanges.schedule(machine);
    validation.schedule(machine);
    methods.startNow(machine);
    this.estate.officeClients.install(machine);
  }

  /** Has a machine rebuilt in this minute, or in the first of its next presence. */
  rebuildNow(machine: MachineId): void {
    if (!this.estate.machines.inService(machine)) return;
    this.estate.calendar.cancel(this.rebuildEvent.get(machine));
    this.rebuildAt(machine, this.estate.calendar.now);
  }

  /** A machine is due to be installed anew: new CMID unless cloned, OOBGrace, nothing cached. */
  rebuild(machine: MachineId): void {
    const { machines, presence, history, licenses, clientIds, methods, validation } = this.estate;
    const { observer, calendar } = this.estate;
    this.rebuildEvent.set(machine, NO_EVENT);
    const present = presence.nextPresent(machine, calendar.now);
    if (present !== calendar.now) {
      this.rebuildAt(machine, present);
      return;
    }
    const group = machines.groupOf(machine);
    const previous = history.conditionOf(machine);
    clientIds.reinstall(machine);
    licenses.reinstall(machine);
    validation.forget(machine);
    methods.forget(machine);
    observer.machineChanged('rebuilt', machine, previous, NONE, NONE, licenses.initialCode(machine), '');
    this.scheduleRebuild(machine, group);
    methods.startNow(machine);
    this.estate.officeClients.install(machine);
  }

  /** Takes a machine out of the estate for good. One that was not installed yet never will be. */
  retire(machine: MachineId): void {
    const { machines, history, licenses, methods, observer, calendar } = this.estate;
    if (machines.retiredAt(machine) !== NEVER) return;
    if (machines.inService(machine)) {
      const previous = history.conditionOf(machine);
      licenses.retire(machine);
      methods.stop(machine);
      this.estate.officeClients.retire(machine);
      calendar.cancel(this.rebuildEvent.get(machine));
      this.rebuildEvent.set(machine, NO_EVENT);
      machines.noteRetired(machine, calendar.now);
      observer.machineChanged('retired', machine, previous, NONE, NONE, Code.Success, '');
    } else {
      machines.noteRetired(machine, calendar.now);
    }
  }

  private scheduleRebuild(machine: MachineId, group: Group): void {
    const every = group.parameters.rebuildEvery;
    if (every !== null) this.rebuildAt(machine, this.estate.calendar.now + every);
  }

  private rebuildAt(machine: MachineId, minute: Minute): void {
    const event = this.estate.calendar.schedule(minute, Phase.Machines, EventKind.MachineRebuild, machine);
    this.rebuildEvent.set(machine, event);
  }
}
