import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import {
  type Entry,
  keyPlaceIn,
  type ParsedScenario,
  placeIn,
  type TimelineValue,
} from '../parsing/parsed-scenario.ts';
import { machinesIn } from './check-machine-names.ts';
import { NOT_VALIDATED } from './check-machines.ts';
import { checkMethod, type MethodChoice } from './check-method.ts';

/** Reports timeline entries that do not fit what they are about. */
export function checkTimeline(declared: ParsedScenario, problems: DiagnosticCollector): void {
  const { machines } = declared.sections;
  for (const entry of declared.timeline) {
    const { value } = entry;
    if (value.action === 'convert') {
      const os = machines.get(value.convert)?.value.os;
      checkMethod(entry as Entry<MethodChoice>, os, declared, problems);
    } else if (value.action === 'validate') {
      const group = machines.get(value.validate)?.value;
      if (group !== undefined && !clientSideOf(group.os).validatedOnline) {
        problems.report(placeIn(entry, 'validate'), NOT_VALIDATED);
      }
    } else if (value.action === 'retire') {
      const group = machines.get(value.retire)?.value;
      const most = group && machinesIn(group);
      if (most !== undefined && value.count !== undefined && value.count > most) {
        problems.report(placeIn(entry, 'count'), `\`${value.retire}\` has only ${most} machines`);
      }
    } else if (value.action === 'raise') checkRaise(entry, value, declared, problems);
  }
}

function checkRaise(
  entry: Entry<unknown>,
  { raise, activations, hosts }: Extract<TimelineValue, { action: 'raise' }>,
  { sections }: ParsedScenario,
  problems: DiagnosticCollector,
): void {
  if (activations === undefined && hosts === undefined) {
    problems.report(placeIn(entry, 'raise'), '`raise` needs `activations` or `hosts`');
  }
  if (hosts !== undefined && sections.keys.get(raise)?.value.type === 'mak') {
    problems.report(
      keyPlaceIn(entry, 'hosts'),
      `\`${raise}\` is a MAK, which has no hosts: raise \`activations\``,
    );
  }
}
