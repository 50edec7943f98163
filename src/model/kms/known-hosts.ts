import type { Estate } from '../definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../definitions/ids.ts';
import { CACHED, FOLLOWED, HOST_MASK, MEMORY, RENEWALS_SHIFT, rowOf } from '../estate/machine-rows.ts';
import { RareNumbers } from '../estate/rare-numbers.ts';

/**
 * What each KMS client remembers of hosts: the one in its cache, and the one whose intervals it follows. They are the
 * same but in the time between finding another host and its answer, so a machine's row has room for one.
 */
export class KnownHosts {
  private readonly rows: Int32Array;
  /** By machine: the host that it follows and 1, where that is another than the one in its cache; else 0. */
  private readonly otherFollowed: RareNumbers;

  constructor({ machines }: Pick<Estate, 'machines'>) {
    this.rows = machines.rows;
    this.otherFollowed = new RareNumbers(machines.count);
  }

  /** The host in a machine's cache, or `NONE`. */
  cached(machine: MachineId): HostId | -1 {
    const memory = this.rows[rowOf(machine) + MEMORY];
    return (memory & CACHED) === 0 ? NONE : ((memory & HOST_MASK) as HostId);
  }

  /** The host whose intervals a machine follows, or `NONE` when it follows its own. */
  followed(machine: MachineId): HostId | -1 {
    const memory = this.rows[rowOf(machine) + MEMORY];
    if ((memory & FOLLOWED) !== 0) return (memory & HOST_MASK) as HostId;
    return (this.otherFollowed.get(machine) - 1) as HostId | -1;
  }

  /** Puts a host, or `NONE`, into a machine's cache. */
  cache(machine: MachineId, host: HostId | -1): void {
    this.remember(machine, host, this.followed(machine));
  }

  /** Has a machine follow the intervals of a host. */
  follow(machine: MachineId, host: HostId): void {
    this.remember(machine, this.cached(machine), host);
  }

  /** Empties a machine's cache and has it follow its own intervals. */
  forget(machine: MachineId): void {
    this.remember(machine, NONE, NONE);
  }

  private remember(machine: MachineId, cached: HostId | -1, followed: HostId | -1): void {
    const at = rowOf(machine) + MEMORY;
    const isOther = cached !== NONE && followed !== NONE && followed !== cached;
    let memory = 0;
    if (cached !== NONE) memory |= CACHED | cached;
    if (followed !== NONE && !isOther) memory |= FOLLOWED | followed;
    this.rows[at] = (this.rows[at] & (-1 << RENEWALS_SHIFT)) | memory;
    this.otherFollowed.set(machine, isOther ? followed + 1 : 0);
  }
}
