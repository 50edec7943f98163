import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import { type Entry, type ParsedScenario, placeIn, type SectionValue } from '../parsing/parsed-scenario.ts';
import { MACHINE_NAME_PATTERN, MACHINE_NAME_RULE } from '../schema/values.ts';

type Group = SectionValue<'machines'>;
type Groups = ParsedScenario['sections']['machines'];

const MACHINE_NAME = new RegExp(MACHINE_NAME_PATTERN);

/** How many machines a group has; without `count` as many as `names`. */
export function machinesIn({ count, names }: Group): number {
  return count ?? names?.length ?? 0;
}

/** Reports groups of unknown size, and machines whose names are ill-formed or not theirs alone. */
export function checkMachineNames({ sections }: ParsedScenario, problems: DiagnosticCollector): void {
  const taken = new Set<string>();
  for (const group of sections.machines.values()) {
    checkCount(group, problems);
    group.value.names?.forEach((name, index) => {
      const place = () => placeIn(group, 'names', index);
      if (!MACHINE_NAME.test(name)) problems.report(place(), MACHINE_NAME_RULE);
      if (taken.has(name) || isGivenByNumber(name, sections.machines)) {
        problems.report(place(), `another machine is named \`${name}\``);
      }
      taken.add(name);
    });
  }
}

function checkCount(group: Entry<Group>, problems: DiagnosticCollector): void {
  const { count, names } = group.value;
  if (count === undefined && names === undefined) {
    problems.report(group.key, 'a machine group needs `count` or `names`');
  } else if (count !== undefined && names !== undefined && count !== names.length) {
    problems.report(placeIn(group, 'count'), `\`names\` has ${names.length}, not ${count}`);
  }
}

/** Digits of the numbers in machine names, where the group does not need more. */
const NAME_DIGITS = 4;

/** Whether a group without `names` calls one of its machines so: GROUP-0001 to its count. */
function isGivenByNumber(name: string, groups: Groups): boolean {
  const [, groupName, digits] = /^(.+)-(\d+)$/.exec(name) ?? [];
  const group = groups.get(groupName)?.value;
  if (group === undefined || group.names !== undefined) return false;
  const count = machinesIn(group);
  const isPadded = digits === String(Number(digits)).padStart(NAME_DIGITS, '0');
  return isPadded && Number(digits) >= 1 && Number(digits) <= count;
}
