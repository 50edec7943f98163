import type { Estate } from '../definitions/estate.ts';
import { type ClientMachineId, type MachineId, NONE } from '../definitions/ids.ts';
import type { Group } from '../estate/groups.ts';
import { OTHER_CLIENT_ID, rowOf, STATE } from '../estate/machine-rows.ts';
import type { Machines } from '../estate/machines.ts';
import { RareNumbers } from '../estate/rare-numbers.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly clientIds: ClientIds;
  }
}

/**
 * The CMIDs of the machines. One is made at installation, by `sysprep /generalize` and by a rearm; clones of an
 * image that was not generalized share that of the image (KB 929829) until they are rearmed.
 *
 * A machine's first CMID is its own number, and later ones are above all of those: most machines have no other.
 */
export class ClientIds {
  private readonly machines: Machines;
  private readonly ofImage: Int32Array;
  /** By machine: its CMID, where that is not its number. */
  private readonly others: RareNumbers;
  private made: number;

  constructor({ machines }: Pick<Estate, 'machines'>) {
    this.machines = machines;
    this.ofImage = new Int32Array(machines.groups.length).fill(NONE);
    this.others = new RareNumbers(machines.count);
    this.made = machines.count;
  }

  of(machine: MachineId): ClientMachineId {
    const isOther = (this.machines.rows[rowOf(machine) + STATE] & OTHER_CLIENT_ID) !== 0;
    return (isOther ? this.others.get(machine) : machine) as number as ClientMachineId;
  }

  /** Gives a machine that is installed for the first time the CMID of its image, or one of its own. */
  install(machine: MachineId): void {
    const group = this.machines.groupOf(machine);
    if (group.image.cmid === 'shared') this.set(machine, this.imageId(group));
  }

  /** Gives a machine that is installed again the CMID of its image, or a new one of its own. */
  reinstall(machine: MachineId): void {
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
    this.machines.rows[rowOf(machine) + STATE] |= OTHER_CLIENT_ID;
    this.others.set(machine, id);
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
