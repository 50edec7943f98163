import { MAX_LIGHT_SUBJECT } from '../../engine/light-events.ts';
import { type SubjectKey, subjectKey } from '../../engine/subject-key.ts';
import { type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import type { Estate } from '../definitions/estate.ts';
import { type DomainId, type HostId, type MachineId, NameTable } from '../definitions/ids.ts';
import type { Rules } from '../definitions/rules.ts';
import type { SystemName } from '../definitions/systems.ts';
import { type Group, makeGroup, traitsOf } from './groups.ts';
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
