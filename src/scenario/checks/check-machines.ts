import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import { groupThousands } from '../../text/numbers.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import {
  type Entry,
  keyRangeIn,
  type ParsedScenario,
  rangeIn,
  type SectionValue,
} from '../parsing/parsed-scenario.ts';
import { MAX_MACHINES, machinesIn, NOT_VALIDATED } from '../schema/machines.ts';
import { checkMethod } from '../schema/methods.ts';
import { checkMachineNames } from './check-machine-names.ts';
import { knownEntries, reportAbout } from './known-entries.ts';

type Group = Entry<SectionValue<'machines'>>;

/** Reports machine groups that could never be, and more machines than a computer can hold. */
export function checkMachines(parsed: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  checkMachineNames(parsed, diagnostics);
  const known = knownEntries(parsed);
  let total = 0;
  for (const group of parsed.sections.machines.values()) {
    checkMethod(group.value, group.value, known, reportAbout(group, diagnostics));
    if (group.value.on === group.name) {
      diagnostics.error('invalid-value', rangeIn(group, 'on'), 'a group cannot be its own Hyper-V hosts');
    }
    checkHostByHand(group, diagnostics);
    checkTimes(group, diagnostics);
    if (group.value.genuine !== undefined && !clientSideOf(group.value.os).validatedOnline) {
      diagnostics.error('no-validation', keyRangeIn(group, 'genuine'), NOT_VALIDATED);
    }
    const before = total;
    total += machinesIn(group.value);
    if (total > MAX_MACHINES && before <= MAX_MACHINES) {
      diagnostics.error(
        'too-large',
        rangeIn(group, 'count'),
        `all groups together have more than ${groupThousands(MAX_MACHINES)} machines`,
      );
    }
  }
}

function checkHostByHand(group: Group, diagnostics: ScenarioDiagnostics): void {
  const { method, host } = group.value;
  if (host !== undefined && method !== 'kms') {
    diagnostics.error(
      'unused-key',
      keyRangeIn(group, 'host'),
      `\`host\` can only be used with \`method: kms\``,
    );
  }
}

function checkTimes(group: Group, diagnostics: ScenarioDiagnostics): void {
  const { connects, uptime } = group.value;
  if (connects !== undefined) {
    if (connects.for > connects.every) {
      diagnostics.error(
        'inconsistent-times',
        rangeIn(group, 'connects', 'for'),
        '`for` cannot be longer than `every`',
      );
    }
    const { first } = connects;
    if (first !== 'random' && first > connects.every) {
      diagnostics.error(
        'inconsistent-times',
        rangeIn(group, 'connects', 'first'),
        '`first` cannot be longer than `every`',
      );
    }
  }
  if (typeof uptime === 'object' && uptime.on === uptime.off) {
    diagnostics.error(
      'inconsistent-times',
      rangeIn(group, 'uptime', 'off'),
      '`on` and `off` are the same time',
      'write `uptime: always` for computers that are always on',
    );
  }
}
