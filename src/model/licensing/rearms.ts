import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';
import type { Machines } from '../estate/machines.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly rearms: Rearms;
  }
}

/** Rearms that each machine has spent, those of its image included (Planning Guide, Test/Development Labs). */
export class Rearms {
  private readonly machines: Machines;
  private readonly used: Uint8Array | Uint16Array;

  constructor({ machines, parameters }: Pick<Estate, 'machines' | 'parameters'>) {
    this.machines = machines;
    const any =
      machines.groups.some((group) => group.parameters.rearm !== 'never') ||
      parameters.timeline.some((entry) => entry.type === 'rearm');
    const most = Math.max(
      0,
      ...machines.groups.map((group) => Math.max(group.rearms, group.image.rearmsUsed)),
    );
    const Column = most < 0x100 ? Uint8Array : Uint16Array;
    this.used = new Column(any ? machines.count : 0);
  }

  /**
   * Spends one rearm of a machine whose grace has ended, if its group is rearmed at expiry.
   *
   * @returns false when it is not, or none is left
   */
  consumeAtExpiry(machine: MachineId): boolean {
    return this.machines.groupOf(machine).parameters.rearm === 'at-expiry' && this.consume(machine);
  }

  /**
   * Spends one rearm of a machine.
   *
   * @returns false when none is left
   */
  consume(machine: MachineId): boolean {
    if (this.used[machine] >= this.machines.groupOf(machine).rearms) return false;
    this.used[machine] += 1;
    return true;
  }

  /** Gives a machine that is installed the rearms that its image leaves it. */
  restore(machine: MachineId): void {
    this.used[machine] = this.machines.groupOf(machine).image.rearmsUsed;
  }
}
