import type { MachineId } from '../../model/definitions/ids.ts';
import type { Machines } from '../../model/estate/machines.ts';

/** Some machines by name, so that they are found in every variation of an estate. */
export interface MachineSet {
  readonly groups: readonly string[];
  /** The place of a single one in its group, from 0; else `null`. */
  readonly index: number | null;
}

/** The rows of a set's machines; those of a group that a variation does not have are missing. */
export function rowsOf({ groups }: Machines, set: MachineSet): MachineId[] {
  return groups
    .filter(({ name }) => set.groups.includes(name))
    .flatMap(({ first, count }) => {
      const indexes = set.index === null ? Array.from({ length: count }, (_, index) => index) : [set.index];
      return indexes.filter((index) => index < count).map((index) => (first + index) as MachineId);
    });
}
