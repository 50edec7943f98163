import type { Minutes } from '../../engine/time.ts';
import type { Estate } from '../definitions/estate.ts';
import { NONE } from '../definitions/ids.ts';
import type { Group } from '../estate/groups.ts';
import { CACHED, FOLLOWED, HOST_MASK } from '../estate/machine-rows.ts';
import { type Host, isCounted } from './host.ts';

/** A host and a group whose machines it is certain to answer with a count, and what stays the same of it meanwhile. */
export interface CertainAnswer {
  readonly host: Host;
  readonly group: Group;
  readonly groupId: number;
  readonly threshold: number;
  /** Whether the group's machines are ever absent. */
  readonly isIntermittent: boolean;
  /** Whether requests of the group's machines add to the host's count. */
  readonly isCounted: boolean;
  readonly activationInterval: Minutes;
  readonly renewalInterval: Minutes;
  /** Which bits of the memory in a machine's row say that it asks this host and follows its intervals, and their value. */
  readonly memoryMask: number;
  readonly memory: number;
}

/**
 * Which hosts are certain to answer the machines of a group with a count: those that have done so, until something
 * changes that decides who reaches a host and what it answers, beyond its records.
 */
export class CertainAnswers {
  /** By host and group. */
  private readonly answers: (CertainAnswer | undefined)[];
  private readonly groupCount: number;
  /** Where there is one. */
  private readonly noted: number[] = [];

  constructor({ parameters }: Pick<Estate, 'parameters'>) {
    this.groupCount = parameters.groups.size;
    this.answers = Array.from({ length: parameters.hosts.size * this.groupCount }, () => undefined);
  }

  /** Notes that a host has answered a machine of the group with a count. */
  add(host: Host, group: Group): void {
    const pair = host.id * this.groupCount + group.id;
    if (this.answers[pair] !== undefined) return;
    const isAskedFromCache = group.host === NONE;
    this.answers[pair] = {
      host,
      group,
      groupId: group.id,
      threshold: group.threshold,
      isIntermittent: group.isIntermittent,
      isCounted: isCounted(host, group),
      activationInterval: host.parameters.activationInterval,
      renewalInterval: host.parameters.renewalInterval,
      memoryMask: HOST_MASK | FOLLOWED | (isAskedFromCache ? CACHED : 0),
      memory: host.id | FOLLOWED | (isAskedFromCache ? CACHED : 0),
    };
    this.noted.push(pair);
  }

  /** The answer of a host, by its number, to a group, by its number, if it is certain. */
  of(host: number, group: number): CertainAnswer | undefined {
    return this.answers[host * this.groupCount + group];
  }

  /** Something may have changed. Of many hosts and groups few pairs are in use: those are looked through, not all. */
  forget(): void {
    for (const pair of this.noted) this.answers[pair] = undefined;
    this.noted.length = 0;
  }
}
