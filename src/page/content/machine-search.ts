import type { EstateView, GroupView } from './estate-view.ts';

/** Names that a search offers. */
export const MAX_FOUND = 12;

const NAME_DIGITS = 4;

/** The names of machines, groups and hosts that hold a text, at most {@link MAX_FOUND}; those that begin with it first. */
export function findNames({ networks }: EstateView, text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const beginning: string[] = [];
  const holding: string[] = [];
  const offer = (name: string) => {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) beginning.push(name);
    else if (lower.includes(wanted) && holding.length < MAX_FOUND) holding.push(name);
    return beginning.length >= MAX_FOUND;
  };
  for (const { groups, hosts } of networks) {
    for (const { name } of [...groups, ...hosts]) if (offer(name)) return beginning;
    for (const group of groups) {
      for (const name of machineNames(group)) if (offer(name)) return beginning;
    }
  }
  return [...beginning, ...holding].slice(0, MAX_FOUND);
}

/** Whether a name is that of a machine, group or host. */
export function isNamed(estate: EstateView, text: string): boolean {
  return findNames(estate, text).includes(text.trim());
}

/** The machines of a group: its own names, or GROUP-0001 and so on. */
function* machineNames({ name, count, names }: GroupView): Generator<string> {
  if (names !== null) yield* names;
  else
    for (let number = 1; number <= count; number += 1)
      yield `${name}-${String(number).padStart(NAME_DIGITS, '0')}`;
}
