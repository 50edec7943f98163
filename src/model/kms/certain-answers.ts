import type { Estate } from '../definitions/estate.ts';
import type { HostId } from '../definitions/ids.ts';
import type { Group } from '../estate/machines.ts';

/**
 * Which hosts are certain to answer the machines of a group with a count: those that have done so, until something
 * changes that decides who reaches a host and what it answers, beyond its records.
 */
export class CertainAnswers {
  /** By host and group: 1 where it is certain. */
  private readonly certain: Uint8Array;
  private readonly groupCount: number;
  /** Where it is certain. */
  private readonly noted: number[] = [];

  constructor({ parameters }: Pick<Estate, 'parameters'>) {
    this.groupCount = parameters.groups.size;
    this.certain = new Uint8Array(parameters.hosts.size * this.groupCount);
  }

  /** Notes that a host has answered a machine of the group with a count. */
  add(host: HostId, group: Group): void {
    const pair = host * this.groupCount + group.id;
    if (this.certain[pair] === 1) return;
    this.certain[pair] = 1;
    this.noted.push(pair);
  }

  /** Whether a machine of the group is certain to reach the host and to be answered with a count. */
  has(host: HostId, group: Group): boolean {
    return this.certain[host * this.groupCount + group.id] === 1;
  }

  /** Something may have changed. Of many hosts and groups few pairs are in use: those are looked through, not all. */
  forget(): void {
    for (const pair of this.noted) this.certain[pair] = 0;
    this.noted.length = 0;
  }
}
