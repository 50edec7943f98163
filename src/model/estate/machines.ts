import { MAX_LIGHT_SUBJECT } from '../../engine/light-events.ts';
import { type SubjectKey, subjectKey } from '../../engine/subject-key.ts';
import { type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import type { Estate } from '../definitions/estate.ts';
import {
  type DomainId,
  type HostId,
  type MachineId,
  NameTable,
  type NetworkId,
  NONE,
} from '../definitions/ids.ts';
import type { GroupParameters, ImageParameters, MethodParameters } from '../definitions/parameters.ts';
import type { Rules } from '../definitions/rules.ts';
import type { System } from '../definitions/system.ts';
import { clientSideOf, keyGroupIndex, systemOf } from '../definitions/system-lookups.ts';
import type { SystemName } from '../definitions/systems.ts';
import { INSTALLED, LIFE_BITS, lifeOf, RETIRED } from './life-rows.ts';
import {
  DEADLINE,
  GROUP_MASK,
  HOST_MASK,
  latenessIn,
  ROW_BITS,
  rowOf,
  STATE,
  withLateness,
} from './machine-rows.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly machines: Machines;
  }
}

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

/** Digits of the number in a machine's name, at least. */
export const NAME_DIGITS = 4;

/** All computers but the KMS hosts: numbered through the groups in order, with what never depends on licenses. */
export class Machines {
  readonly count: number;
  readonly groups: readonly Group[];
  /** What a contact touches of each machine: `machine-rows.ts` names the numbers and whose they are. */
  readonly rows: Int32Array;
  /** What is touched of each machine where its life takes a turn: `life-rows.ts` names the numbers and whose they are. */
  readonly lives: Int32Array;
  private readonly rules: Rules;
  /** The high and low word of each machine's key, side by side; 0 and 0 until it is made. */
  private drawKeys: Int32Array | undefined;

  /** @throws RangeError when there are more machines, groups or hosts than events and rows have room for */
  constructor({ parameters, networks, rules }: Pick<Estate, 'parameters' | 'networks' | 'rules'>) {
    const { groups, hosts } = parameters;
    refuseMoreThan(GROUP_MASK, 'groups', groups.size);
    refuseMoreThan(HOST_MASK, 'hosts', hosts.size);
    this.rules = rules;
    const tables = {
      networks: networks.table,
      hosts: new NameTable<HostId>(parameters.hosts.keys()),
      domains: new NameTable<DomainId>(parameters.domains.keys()),
    };
    const joins = new Set(
      parameters.timeline.flatMap((entry) => (entry.type === 'join' ? [entry.group] : [])),
    );
    let count = 0;
    this.groups = Array.from(groups, ([name, parameters], id) => {
      const first = count as MachineId;
      count += parameters.count;
      return makeGroup({ id, name, first, isEverMember: joins.has(name) }, parameters, tables, rules);
    });
    refuseMoreThan(MAX_LIGHT_SUBJECT, 'machines', count);
    this.count = count;
    this.rows = new Int32Array(count << ROW_BITS);
    for (const group of this.groups) this.beginRows(group);
    this.lives = new Int32Array(count << LIFE_BITS);
  }

  private beginRows({ id, first, count }: Group): void {
    const { rows } = this;
    const end = rowOf((first + count) as MachineId);
    for (let row = rowOf(first); row < end; row += 1 << ROW_BITS) {
      rows[row + STATE] = id;
      rows[row + DEADLINE] = NEVER;
    }
  }

  groupOf(machine: MachineId): Group {
    return this.groups[this.rows[rowOf(machine) + STATE] & GROUP_MASK];
  }

  /** Minutes by which the machine keeps its group's hours later, at most a day. */
  lateness(machine: MachineId): Minutes {
    return latenessIn(this.rows[rowOf(machine) + STATE]);
  }

  /** Sets {@link lateness}. */
  noteLateness(machine: MachineId, minutes: Minutes): void {
    const at = rowOf(machine) + STATE;
    this.rows[at] = withLateness(this.rows[at], minutes);
  }

  /** The group of a name; parameters are checked before, so it exists. */
  groupNamed(name: string): Group {
    const group = this.groups.find((candidate) => candidate.name === name);
    if (group === undefined)
      throw new Error(`parameters name the group ${JSON.stringify(name)}, which they do not define`);
    return group;
  }

  /** Gives a group another system: what its machines have from it counts from now on. */
  upgrade(group: Group, os: SystemName): void {
    Object.assign(group, traitsOf(os, this.rules));
  }

  /** The machines of a group. */
  membersOf(group: Group): MachineId[] {
    return Array.from({ length: group.count }, (_, index) => (group.first + index) as MachineId);
  }

  /** The machine's name: GROUP-0001 and so on, or its own. */
  nameOf(machine: MachineId): string {
    const group = this.groupOf(machine);
    const index = machine - group.first;
    if (group.parameters.names !== null) return group.parameters.names[index];
    return `${group.namePrefix}${String(index + 1).padStart(NAME_DIGITS, '0')}`;
  }

  /** {@link drawKey} of a machine that draws but once: it is not kept, which takes eight bytes of each. */
  newDrawKey(machine: MachineId): SubjectKey {
    return subjectKey(this.nameOf(machine));
  }

  /** What names the machine in the keys of its draws; made from its name when it is first asked for. */
  drawKey(machine: MachineId): SubjectKey {
    this.drawKeys ??= new Int32Array(this.count * 2);
    const { drawKeys } = this;
    if (drawKeys[machine * 2] === 0 && drawKeys[machine * 2 + 1] === 0) {
      const { high, low } = this.newDrawKey(machine);
      drawKeys[machine * 2] = high;
      drawKeys[machine * 2 + 1] = low;
    }
    return { high: drawKeys[machine * 2], low: drawKeys[machine * 2 + 1] };
  }

  /** The minute of its first installation, or `NEVER`. */
  installedAt(machine: MachineId): Minute {
    return minuteOf(this.lives[lifeOf(machine) + INSTALLED]);
  }

  /** The minute at which it left the estate, or `NEVER`. */
  retiredAt(machine: MachineId): Minute {
    return minuteOf(this.lives[lifeOf(machine) + RETIRED]);
  }

  /** Whether it was ever installed. */
  wasInstalled(machine: MachineId): boolean {
    return this.lives[lifeOf(machine) + INSTALLED] !== 0;
  }

  /** Whether it is installed and not retired. */
  inService(machine: MachineId): boolean {
    const { lives } = this;
    const life = lifeOf(machine);
    return lives[life + INSTALLED] !== 0 && lives[life + RETIRED] === 0;
  }

  noteInstalled(machine: MachineId, now: Minute): void {
    this.lives[lifeOf(machine) + INSTALLED] = now + 1;
  }

  noteRetired(machine: MachineId, now: Minute): void {
    this.lives[lifeOf(machine) + RETIRED] = now + 1;
  }
}

function minuteOf(stored: number): Minute {
  return stored === 0 ? NEVER : stored - 1;
}

function refuseMoreThan(most: number, what: string, count: number): void {
  if (count > most) throw new RangeError(`an estate has at most ${most} ${what}, not ${count}`);
}

/** Names that the parameters of a group refer to. */
interface GroupTables {
  readonly networks: NameTable<NetworkId>;
  readonly hosts: NameTable<HostId>;
  readonly domains: NameTable<DomainId>;
}

function makeGroup(
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
function traitsOf(os: SystemName, rules: Rules) {
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
