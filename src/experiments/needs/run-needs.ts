import { MINUTES_PER_DAY } from '../../engine/time.ts';
import { CONDITION_COUNT } from '../../model/definitions/conditions.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { groupThousands } from '../../text/numbers.ts';

/** What a run takes of a computer, estimated before it begins; rather too much than too little. */
export interface RunNeeds {
  /** Bytes of memory, by what takes them, the most first. */
  readonly memory: readonly Need[];
  /** Bytes of all together. */
  readonly bytes: number;
  /** Milliseconds of a core; of another one they may be half or twice as many. */
  readonly milliseconds: number;
  /** Contacts of KMS clients with hosts, which take most of the time. */
  readonly contacts: number;
  /** Bytes on the disk of what is written for each contact; 0 where only changes are. */
  readonly written: number;
}

export interface Need {
  /** What takes it, in words that say what to reduce, such as `20,000,000 machines`. */
  readonly what: string;
  readonly bytes: number;
}

/** Columns of a machine and its pending events: 148 bytes of a million, 81 of ten (RSS of whole runs). */
const MACHINE_BYTES = 150;
/** Of a CMID record with its index. */
const RECORD_BYTES = 40;
/** Objects of a group, host, network, key and the like, as parameters and as parts. */
const ENTRY_BYTES = 3_000;
const INTEGER_BYTES = 4;

/** Of a million clients that renew; installations, presence and records are in it. */
const CONTACT_MILLISECONDS = 0.0003;
const MACHINE_MILLISECONDS = 0.002;
/** A row of a table. */
const ROW_MILLISECONDS = 0.001;

/** How often a run's columns by day are held: while it is recorded, and in the page. */
const DAY_COPIES = 2;

/**
 * Estimates what a run takes.
 *
 * @param hasDays whether columns by day are kept of groups and hosts, as charts and pages need them
 */
export function runNeeds(parameters: EstateParameters, hasDays: boolean): RunNeeds {
  const { groups, hosts, networks, links, keys, duration } = parameters;
  const machines = machinesOf(parameters);
  const days = Math.ceil(duration / MINUTES_PER_DAY);
  const columns = groups.size * CONDITION_COUNT + hosts.size * 2 + keys.size * 2;
  const entries = groups.size + hosts.size + networks.size + links.size + keys.size;
  const needs: Need[] = [
    { what: words(machines, 'machine'), bytes: machines * MACHINE_BYTES },
    { what: `records of ${words(hosts.size, 'KMS host')}`, bytes: recordsOf(parameters) * RECORD_BYTES },
    {
      what: words(entries, 'group, host, network and key', 'groups, hosts, networks and keys'),
      bytes: entries * ENTRY_BYTES,
    },
    {
      what: `${words(days, 'day')} of ${words(groups.size + hosts.size, 'group and host', 'groups and hosts')}`,
      bytes: hasDays ? columns * days * INTEGER_BYTES * DAY_COPIES : 0,
    },
  ];
  const contacts = contactsOf(parameters);
  const rows = days * (groups.size + hosts.size + keys.size) + machines;
  return {
    memory: needs.toSorted((left, right) => right.bytes - left.bytes),
    bytes: needs.reduce((sum, { bytes }) => sum + bytes, 0),
    milliseconds: contacts * CONTACT_MILLISECONDS + machines * MACHINE_MILLISECONDS + rows * ROW_MILLISECONDS,
    contacts,
    written: 0,
  };
}

/** Machines of all groups. */
export function machinesOf({ groups }: Pick<EstateParameters, 'groups'>): number {
  return [...groups.values()].reduce((sum, { count }) => sum + count, 0);
}

/** A host keeps a multiple of the largest threshold, and no more records than there are machines. */
function recordsOf(parameters: EstateParameters): number {
  const { hosts, rules } = parameters;
  const capacity = rules.recordsPerThreshold * Math.max(rules.vistaThreshold, rules.serverThreshold);
  return hosts.size * Math.min(capacity, machinesOf(parameters));
}

/** As if every machine were licensed and always present, by the shortest interval that a host may give it. */
function contactsOf({ groups, hosts, duration }: EstateParameters): number {
  const given = [...hosts.values()].map(({ renewalInterval }) => renewalInterval);
  const shortest = given.reduce((least, interval) => Math.min(least, interval), Number.POSITIVE_INFINITY);
  let contacts = 0;
  for (const { method, count, install, activationInterval } of groups.values()) {
    const interval = hosts.size === 0 ? activationInterval : shortest;
    if (method.type === 'kms') contacts += count * (Math.max(0, duration - install.at) / interval);
  }
  return contacts;
}

function words(count: number, one: string, many = `${one}s`): string {
  return `${groupThousands(count)} ${count === 1 ? one : many}`;
}
