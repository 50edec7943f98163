import type { Edition } from '../definitions/editions.ts';
import type { MachineId } from '../definitions/ids.ts';
import type { Rules } from '../definitions/rules.ts';
import type { Machines } from '../estate/machines.ts';

/** How often each machine was rearmed since its installation (Planning Guide, Test/Development Labs). */
export class Rearms {
  private readonly machines: Machines;
  private readonly rules: Rules;
  private readonly used: Uint8Array;

  constructor(machines: Machines, rules: Rules) {
    this.machines = machines;
    this.rules = rules;
    const any = machines.groups.some((group) => group.parameters.rearm !== 'never');
    this.used = new Uint8Array(any ? machines.count : 0);
  }

  /**
   * Uses one rearm of a machine, if its group is rearmed at expiry.
   *
   * @returns false when it is not, or none is left
   */
  take(machine: MachineId): boolean {
    const { parameters, edition } = this.machines.groupOf(machine);
    if (parameters.rearm === 'never' || this.used[machine] >= rearmsOf(edition, this.rules)) return false;
    this.used[machine] += 1;
    return true;
  }

  /** Gives a machine that is installed anew all its rearms. */
  restore(machine: MachineId): void {
    this.used[machine] = 0;
  }
}

/** How often a system may be rearmed. */
export function rearmsOf(edition: Edition, rules: Rules): number {
  if (edition.enterpriseRearms) return rules.vistaEnterpriseRearms;
  return edition.family === 'vista' ? rules.vistaRearms : rules.serverRearms;
}
