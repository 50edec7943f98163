import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import { quoted } from '../../text/plain-text.ts';
import { plural } from '../../text/plural.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import {
  type Entry,
  keyRangeIn,
  type ParsedScenario,
  rangeIn,
  type TimelineValue,
} from '../parsing/parsed-scenario.ts';
import { machinesIn } from './check-machine-names.ts';
import { NOT_VALIDATED } from './check-machines.ts';
import { checkMethod, type MethodChoice } from './check-method.ts';

/** Reports timeline entries that do not fit what they are about. */
export function checkTimeline(parsed: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  const { machines } = parsed.sections;
  for (const entry of parsed.timeline) {
    const { value } = entry;
    if (value.action === 'convert') {
      const os = machines.get(value.convert)?.value.os;
      checkMethod(entry as Entry<MethodChoice>, os, parsed, diagnostics);
    } else if (value.action === 'validate') {
      const group = machines.get(value.validate)?.value;
      if (group !== undefined && !clientSideOf(group.os).validatedOnline) {
        diagnostics.error('no-validation', rangeIn(entry, 'validate'), NOT_VALIDATED);
      }
    } else if (value.action === 'retire') {
      const group = machines.get(value.retire)?.value;
      const most = group && machinesIn(group);
      if (most !== undefined && value.count !== undefined && value.count > most) {
        diagnostics.error(
          'wrong-count',
          rangeIn(entry, 'count'),
          `${quoted(value.retire)} has only ${plural(most, 'machine')}`,
        );
      }
    } else if (value.action === 'raise') checkRaise(entry, value, parsed, diagnostics);
  }
}

function checkRaise(
  entry: Entry<unknown>,
  { raise, activations, hosts }: Extract<TimelineValue, { action: 'raise' }>,
  { sections }: ParsedScenario,
  diagnostics: ScenarioDiagnostics,
): void {
  if (activations === undefined && hosts === undefined) {
    diagnostics.error('missing-key', rangeIn(entry, 'raise'), '`raise` needs `activations` or `hosts`');
  }
  if (hosts !== undefined && sections.keys.get(raise)?.value.type === 'mak') {
    diagnostics.error(
      'wrong-key-type',
      keyRangeIn(entry, 'hosts'),
      `${quoted(raise)} is a MAK, which has no hosts`,
      'write `activations`',
    );
  }
}
