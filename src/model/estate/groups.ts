import type { Minutes } from '../../engine/time.ts';
import {
  type DomainId,
  type HostId,
  type MachineId,
  type NameTable,
  type NetworkId,
  NONE,
} from '../definitions/ids.ts';
import type { GroupParameters, ImageParameters, MethodParameters } from '../definitions/parameters.ts';
import type { Rules } from '../definitions/rules.ts';
import type { System } from '../definitions/system.ts';
import { clientSideOf, keyGroupIndex, systemOf } from '../definitions/system-lookups.ts';
import type { SystemName } from '../definitions/systems.ts';

/** A group of like computers: what all its machines have in common. What the timeline may change is not `readonly`. */
export interface Group {
  readonly id: number;
  readonly name: string;
  /** Of the names of its machines that have none of their own. */
  readonly namePrefix: string;
  readonly first: MachineId;
  readonly count: number;
  readonly parameters: GroupParameters;
  os: SystemName;
  system: System;
  network: NetworkId;
  /** The domain that its machines are members of, or `NONE`. */
  domain: DomainId | -1;
  /** Whether its machines are members of a domain from the start, or join one in the timeline. */
  readonly isEverMember: boolean;
  readonly virtual: boolean;
  threshold: number;
  /** The row of its key group in a host's columns. */
  keyGroup: number;
  /** Whether its machines are ever absent. */
  readonly isIntermittent: boolean;
  /** OOBGrace; 0 for a system that starts in its end state. */
  initialGrace: Minutes;
  /** OOTGrace. */
  graceAfterExpiry: Minutes;
  /** Whether its machines heed priority and weight of the SRV records of KMS hosts. */
  heedsPriority: boolean;
  /** How often one of its machines may be rearmed. */
  rearms: number;
  /** The KMS host set by hand, or `NONE`. */
  host: HostId | -1;
  /** What its machines are installed from now. */
  image: ImageParameters;
  /** How its machines are activated now. */
  method: MethodParameters;
}

/** Names that the parameters of a group refer to. */
export interface GroupTables {
  readonly networks: NameTable<NetworkId>;
  readonly hosts: NameTable<HostId>;
  readonly domains: NameTable<DomainId>;
}

/** Makes a group as its parameters have it at first. */
export function makeGroup(
  { id, name, first, isEverMember }: Pick<Group, 'id' | 'name' | 'first' | 'isEverMember'>,
  parameters: GroupParameters,
  { networks, hosts, domains }: GroupTables,
  rules: Rules,
): Group {
  return {
    id,
    name,
    namePrefix: `${name}-`,
    first,
    count: parameters.count,
    parameters,
    ...traitsOf(parameters.os, rules),
    network: networks.idOf(parameters.network),
    domain: parameters.domain === null ? NONE : domains.idOf(parameters.domain),
    isEverMember: isEverMember || parameters.domain !== null,
    virtual: parameters.virtual,
    isIntermittent: parameters.uptime !== null || parameters.connects !== null,
    host: parameters.host === null ? NONE : hosts.idOf(parameters.host),
    image: parameters.image,
    method: parameters.method,
  };
}

/** What a group has from its system. */
export function traitsOf(os: SystemName, rules: Rules) {
  const system = systemOf(os);
  const client = clientSideOf(os);
  return {
    os,
    system,
    threshold: rules[client.threshold],
    keyGroup: keyGroupIndex(client.keyGroup),
    initialGrace: rules[system.initialGrace],
    graceAfterExpiry: rules[system.graceAfterExpiry],
    rearms: rules[client.rearms],
    heedsPriority: client.heedsPriority === true,
  };
}
