import { clientSideOf, familiesValidatedOnline } from '../../model/definitions/system-lookups.ts';
import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import {
  type Entry,
  keyPlaceIn,
  type ParsedScenario,
  placeIn,
  type SectionValue,
} from '../parsing/parsed-scenario.ts';
import { MAX_MACHINES } from '../schema/machines.ts';
import { checkMachineNames, machinesIn } from './check-machine-names.ts';
import { checkMethod } from './check-method.ts';

type Group = Entry<SectionValue<'machines'>>;

/** Reports machine groups that could never be, and more machines than a computer can hold. */
export function checkMachines(declared: ParsedScenario, problems: DiagnosticCollector): void {
  checkMachineNames(declared, problems);
  let total = 0;
  for (const group of declared.sections.machines.values()) {
    checkMethod(group, group.value.os, declared, problems);
    checkHostByHand(group, problems);
    checkTimes(group, problems);
    if (group.value.genuine !== undefined && !clientSideOf(group.value.os).validatedOnline) {
      problems.report(keyPlaceIn(group, 'genuine'), NOT_VALIDATED);
    }
    const before = total;
    total += machinesIn(group.value);
    if (total > MAX_MACHINES && before <= MAX_MACHINES) {
      problems.report(placeIn(group, 'count'), `all groups together have more than ${MAX_MACHINES} machines`);
    }
  }
}

/** The message about an online validation of anything else. */
export const NOT_VALIDATED = `only ${familiesValidatedOnline().join(' and ')} is validated online`;

function checkHostByHand(group: Group, problems: DiagnosticCollector): void {
  const { method, host } = group.value;
  if (host !== undefined && method !== 'kms') {
    problems.report(keyPlaceIn(group, 'host'), `\`host\` does not go with \`method: ${method}\``);
  }
}

function checkTimes(group: Group, problems: DiagnosticCollector): void {
  const { connects, uptime } = group.value;
  if (connects !== undefined) {
    if (connects.for > connects.every) {
      problems.report(placeIn(group, 'connects', 'for'), '`for` cannot be longer than `every`');
    }
    const { first } = connects;
    if (first !== 'random' && first > connects.every) {
      problems.report(placeIn(group, 'connects', 'first'), '`first` cannot be longer than `every`');
    }
  }
  if (typeof uptime === 'object' && uptime.on === uptime.off) {
    problems.report(
      placeIn(group, 'uptime', 'off'),
      '`on` and `off` are the same time; `always` is always on',
    );
  }
}
