import { Code } from '../definitions/codes.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly rearming: Rearming;
  }
}

type RearmingEstate = Pick<
  Estate,
  'machines' | 'presence' | 'history' | 'rearms' | 'validation' | 'methods' | 'calendar' | 'observer'
>;

/**
 * `slmgr /rearm` and a restart, by an administrator: OOBGrace anew and a CMID of its own, for one rearm (Operations
 * Guide, page 15). Where none is left nothing happens, and an event says so.
 */
export class Rearming {
  private readonly estate: RearmingEstate;

  constructor(estate: RearmingEstate) {
    this.estate = estate;
  }

  /** Has a machine rearmed in this minute, or in the first of its next presence. */
  rearmNow(machine: MachineId): void {
    this.scheduleAt(machine, this.estate.calendar.now);
  }

  /** A rearm is due. The machine restarts with it, so it tries at once to be activated. */
  rearm(machine: MachineId): void {
    const { machines, presence, history, rearms, validation, methods, calendar, observer } = this.estate;
    if (!machines.inService(machine)) return;
    const present = presence.nextPresent(machine, calendar.now);
    if (present !== calendar.now) {
      this.scheduleAt(machine, present);
      return;
    }
    if (!rearms.consume(machine)) {
      const condition = history.conditionOf(machine);
      observer.machineChanged('rearm-refused', machine, condition, NONE, NONE, Code.RearmsUsedUp, '');
      return;
    }
    validation.rearmed(machine);
    methods.startNow(machine);
  }

  private scheduleAt(machine: MachineId, minute: number): void {
    this.estate.calendar.schedule(minute, Phase.Machines, EventKind.MachineRearm, machine);
  }
}
