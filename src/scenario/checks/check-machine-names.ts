import { quoted } from '../../text/plain-text.ts';
import { plural } from '../../text/plural.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { type Entry, type ParsedScenario, rangeIn, type SectionValue } from '../parsing/parsed-scenario.ts';
import { machinesIn } from '../schema/machines.ts';
import { isMachineName, MACHINE_NAME_RULE } from '../schema/values.ts';

type Group = SectionValue<'machines'>;
type Groups = ParsedScenario['sections']['machines'];

/** Reports groups of unknown size, and machines whose names are ill-formed or not theirs alone. */
export function checkMachineNames({ sections }: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  const taken = new Set<string>();
  for (const group of sections.machines.values()) {
    checkCount(group, diagnostics);
    group.value.names?.forEach((name, index) => {
      const range = () => rangeIn(group, 'names', index);
      if (!isMachineName(name)) diagnostics.error('invalid-name', range(), MACHINE_NAME_RULE);
      if (taken.has(name) || isGivenByNumber(name, sections.machines)) {
        diagnostics.error('duplicate-name', range(), `another machine is named ${quoted(name)}`);
      }
      taken.add(name);
    });
  }
}

function checkCount(group: Entry<Group>, diagnostics: ScenarioDiagnostics): void {
  const { count, names } = group.value;
  if (count === undefined && names === undefined) {
    diagnostics.error('missing-key', group.key, 'a machine group needs `count` or `names`');
  } else if (count !== undefined && names !== undefined && count !== names.length) {
    diagnostics.error(
      'wrong-count',
      rangeIn(group, 'count'),
      `\`names\` has ${plural(names.length, 'name')}, not ${count}`,
    );
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
