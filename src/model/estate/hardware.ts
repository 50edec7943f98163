import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly hardware: Hardware;
  }
}

/** By machine: how often its hardware changed so that an installation ID of before is good no longer. */
export class Hardware {
  private readonly version: Uint16Array;

  constructor({ machines }: Pick<Estate, 'machines'>) {
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
