import type { Estate } from '../definitions/estate.ts';
import { type ClientMachineId, type MachineId, NONE } from '../definitions/ids.ts';
import { CLIENT_ID, rowOf } from '../estate/machine-rows.ts';
import type { Group, Machines } from '../estate/machines.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly clientIds: ClientIds;
  }
}

/**
 * The CMIDs of the machines. One is made at installation, by `sysprep /generalize` and by a rearm; clones of an
 * image that was not generalized share that of the image (KB 929829) until they are rearmed.
 */
export class ClientIds {
  private readonly machines: Machines;
  private readonly ofImage: Int32Array;
  private made = 0;

  constructor({ machines }: Pick<Estate, 'machines'>) {
    this.machines = machines;
    this.ofImage = new Int32Array(machines.groups.length).fill(NONE);
  }

  of(machine: MachineId): ClientMachineId {
    return this.machines.rows[rowOf(machine) + CLIENT_ID] as ClientMachineId;
  }

  /** Gives a machine that is installed the CMID of its image, or one of its own. */
  install(machine: MachineId): void {
    const group = this.machines.groupOf(machine);
    this.set(machine, group.image.cmid === 'shared' ? this.imageId(group) : this.make());
  }

  /** Forgets the CMID of a group's image: machines are installed from another one. */
  changeImage(group: Group): void {
    this.ofImage[group.id] = NONE;
  }

  /** Gives a machine that is rearmed a CMID of its own. */
  renew(machine: MachineId): void {
    this.set(machine, this.make());
  }

  private set(machine: MachineId, id: number): void {
    this.machines.rows[rowOf(machine) + CLIENT_ID] = id;
  }

  private imageId(group: Group): number {
    if (this.ofImage[group.id] === NONE) this.ofImage[group.id] = this.make();
    return this.ofImage[group.id];
  }

  private make(): number {
    this.made += 1;
    return this.made - 1;
  }
}
