import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';
import type { OfficeVersion } from '../definitions/office.ts';
import type { Group } from '../estate/groups.ts';
import type { Machines } from '../estate/machines.ts';

/** The machines that have Office, and where each is in the columns of Office: those of others have no row. */
export class OfficeMachines {
  /** How many there are. */
  readonly count: number;
  private readonly machines: Machines;
  /** By group: the row of its first machine, or -1 where the group has no Office. */
  private readonly firstRow: readonly number[];

  constructor({ machines }: Pick<Estate, 'machines'>) {
    this.machines = machines;
    let count = 0;
    this.firstRow = machines.groups.map(({ parameters }) => {
      if (parameters.office === null) return -1;
      count += parameters.count;
      return count - parameters.count;
    });
    this.count = count;
  }

  /** Whether a machine has Office. */
  has(machine: MachineId): boolean {
    return this.firstRow[this.machines.groupOf(machine).id] !== -1;
  }

  /** The row of a machine that has Office. */
  rowOf(machine: MachineId): number {
    const group = this.machines.groupOf(machine);
    return this.firstRow[group.id] + machine - group.first;
  }

  /** The machines that have Office, in the order of their rows. */
  all(): MachineId[] {
    return this.machines.groups
      .filter(({ parameters }) => parameters.office !== null)
      .flatMap((group) => this.machines.membersOf(group));
  }
}

/**
 * The version of a group that has Office.
 *
 * @throws Error when it has none
 */
export function officeOf(group: Group): OfficeVersion {
  const { office } = group.parameters;
  if (office === null) throw new Error(`${group.name} has no Office`);
  return office;
}
