import { Code } from '../definitions/codes.ts';
import type { Estate } from '../definitions/estate.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { MethodParameters } from '../definitions/parameters.ts';
import type { Group } from '../estate/groups.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly conversion: Conversion;
  }
}

type ConversionEstate = Pick<Estate, 'machines' | 'history' | 'licenses' | 'methods' | 'observer'>;

/**
 * The conversion of groups from one activation method to another by installing another key. A machine keeps
 * the license that it has until its deadline and tries the new way at once. Only a MAK's license, which has no
 * deadline, goes with its key: without it the machine is back in OOBGrace. What a KMS host recorded of it ages out.
 */
export class Conversion {
  private readonly estate: ConversionEstate;

  constructor(estate: ConversionEstate) {
    this.estate = estate;
  }

  /** Converts a group: its machines now, and those that are installed later. */
  convert(group: Group, method: MethodParameters): void {
    const { machines, methods } = this.estate;
    const losesMak = makOf(group.method) !== null && makOf(group.method) !== makOf(method);
    for (let index = 0; index < group.count; index += 1) methods.stop((group.first + index) as MachineId);
    group.method = method;
    for (let index = 0; index < group.count; index += 1) {
      const machine = (group.first + index) as MachineId;
      if (machines.inService(machine)) this.convertMachine(machine, losesMak);
    }
  }

  private convertMachine(machine: MachineId, losesLicense: boolean): void {
    const { machines, history, licenses, methods, observer } = this.estate;
    const previous = history.conditionOf(machine);
    if (losesLicense && licenses.isUnlimited(machine)) licenses.restart(machine);
    const { type } = machines.groupOf(machine).method;
    observer.machineChanged('converted', machine, previous, NONE, NONE, Code.Success, type);
    methods.scheduleNow(machine);
  }
}

/** The MAK of a method, or `null` when it has none. */
function makOf(method: MethodParameters): string | null {
  return method.type === 'mak' || method.type === 'mak-proxy' ? method.key : null;
}
