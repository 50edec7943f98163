import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';
import type { Machines } from '../estate/machines.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly rearms: Rearms;
  }
}

/** How often each machine was rearmed since its installation (Planning Guide, Test/Development Labs). */
export class Rearms {
  private readonly machines: Machines;
  private readonly used: Uint8Array;

  constructor({ machines }: Pick<Estate, 'machines'>) {
    this.machines = machines;
    const any = machines.groups.some((group) => group.parameters.rearm !== 'never');
    this.used = new Uint8Array(any ? machines.count : 0);
  }

  /**
   * Uses one rearm of a machine, if its group is rearmed at expiry.
   *
   * @returns false when it is not, or none is left
   */
  consume(machine: MachineId): boolean {
    const { parameters, rearms } = this.machines.groupOf(machine);
    if (parameters.rearm === 'never' || this.used[machine] >= rearms) return false;
    this.used[machine] += 1;
    return true;
  }

  /** Gives a machine that is installed anew all its rearms. */
  restore(machine: MachineId): void {
    this.used[machine] = 0;
  }
}
