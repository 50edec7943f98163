import { type Minute, NEVER } from '../../engine/time.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { type HostId, type KeyId, type NetworkId, NONE } from '../definitions/ids.ts';
import type { HostParameters } from '../definitions/parameters.ts';
import type { System } from '../definitions/system.ts';
import { countsVirtualMachines, keyGroupsServed, systemOf } from '../definitions/system-lookups.ts';
import type { UpdateName } from '../definitions/updates.ts';
import type { Group } from '../estate/groups.ts';
import { ClientRecords } from './client-records.ts';
import { CountThresholds } from './count-thresholds.ts';

/** The parts of the estate that a KMS host is made from. */
export type HostEstate = Pick<Estate, 'parameters' | 'networks' | 'keys' | 'calendar' | 'observer' | 'rules'>;

/** A KMS host. Hosts are few, so each is an object. */
export interface Host {
  readonly id: HostId;
  readonly name: string;
  readonly parameters: HostParameters;
  readonly system: System;
  network: NetworkId;
  key: KeyId;
  readonly records: ClientRecords;
  readonly thresholds: CountThresholds;
  /** Its updates, of which those for its system matter. */
  updates: readonly UpdateName[];
  /** Client key groups that its key and system can serve, in the order of their table. */
  serves: readonly boolean[];
  /** Whether requests of virtual machines add to its count. */
  countsVirtual: boolean;
  online: boolean;
  outages: number;
  condition: Condition;
  /** When its grace ends; `NEVER` when nothing ends. */
  deadline: Minute;
  /** Whether it may answer with a count: activated, and not in an end state since. */
  serving: boolean;
  /** The largest threshold that a client has asked with; it decides how many records are kept. */
  largestThreshold: number;
  requests: number;
  activations: number;
  renewals: number;
  refusals: number;
  /** The largest count that it answered with, `NONE` before the first. */
  maxCount: number;
}

/** A KMS host that is not online yet. */
export function makeHost(id: HostId, name: string, parameters: HostParameters, estate: HostEstate): Host {
  const { networks, keys, rules } = estate;
  const records = new ClientRecords(rules.recordLife);
  const key = keys.table.idOf(parameters.key);
  return {
    id,
    name,
    parameters,
    system: systemOf(parameters.os),
    network: networks.table.idOf(parameters.network),
    key,
    records,
    thresholds: new CountThresholds({ id, records }, estate),
    updates: parameters.updates,
    serves: keyGroupsServed(keys.groupOf(key), parameters),
    countsVirtual: countsVirtualMachines(parameters, rules),
    online: false,
    outages: 0,
    condition: Condition.OOBGrace,
    deadline: NEVER,
    serving: false,
    largestThreshold: 0,
    requests: 0,
    activations: 0,
    renewals: 0,
    refusals: 0,
    maxCount: NONE,
  };
}

/** Whether requests of a group's machines add to the host's count. */
export function isCounted(host: Host, group: Group): boolean {
  return !group.virtual || host.countsVirtual;
}
