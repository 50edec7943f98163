import type { EstateParameters, GroupParameters } from '../../model/definitions/parameters.ts';
import { suggestion } from '../../text/nearest.ts';

/** What is to be explained: some machines, a host or a key. */
export type Subject =
  | {
      readonly kind: 'machine' | 'group' | 'network';
      readonly name: string;
      /** The groups that its machines are in. */
      readonly groups: readonly string[];
      /** The place of a single machine in its group, from 0; else `null`. */
      readonly index: number | null;
    }
  | { readonly kind: 'host'; readonly name: string }
  | { readonly kind: 'key'; readonly name: string };

/** Says that nothing to explain has a name. */
export class UnknownSubject extends Error {}

/**
 * What a name stands for: names are unique in a scenario.
 *
 * @throws UnknownSubject with the nearest name
 */
export function subjectNamed(estate: EstateParameters, name: string): Subject {
  if (estate.hosts.has(name)) return { kind: 'host', name };
  if (estate.keys.has(name)) return { kind: 'key', name };
  if (estate.groups.has(name)) return { kind: 'group', name, groups: [name], index: null };
  if (estate.networks.has(name)) {
    const groups = [...estate.groups].filter(([, group]) => group.network === name).map(([group]) => group);
    if (groups.length === 0) throw new UnknownSubject(`network ${name} has no machines to explain`);
    return { kind: 'network', name, groups, index: null };
  }
  for (const [group, parameters] of estate.groups) {
    const index = indexOf(group, parameters, name);
    if (index !== -1) return { kind: 'machine', name, groups: [group], index };
  }
  const known = subjectNames(estate);
  throw new UnknownSubject(
    `no machine, group, host, network or key is named ${name}${suggestion(name, known)}`,
  );
}

/** The names of everything that can be explained but the single machines. */
export function subjectNames({ groups, hosts, networks, keys }: EstateParameters): string[] {
  return [...groups.keys(), ...hosts.keys(), ...networks.keys(), ...keys.keys()];
}

/** Where a machine is in a group, or -1. */
function indexOf(group: string, { names, count }: GroupParameters, name: string): number {
  if (names !== null) return names.indexOf(name);
  const digits = name.startsWith(`${group}-`) ? name.slice(group.length + 1) : '';
  if (!/^\d{4,}$/.test(digits)) return -1;
  const index = Number(digits) - 1;
  return index < count && digits === String(index + 1).padStart(4, '0') ? index : -1;
}
