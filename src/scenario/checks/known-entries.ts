import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { type Entry, keyRangeIn, type ParsedScenario, rangeIn } from '../parsing/parsed-scenario.ts';
import type { EntryReport, KnownEntries } from '../schema/known.ts';
import { machinesIn } from '../schema/machines.ts';

/** What the checks of single entries may ask about a scenario. */
export function knownEntries({ sections }: ParsedScenario): KnownEntries {
  return {
    group: (name) => {
      const group = sections.machines.get(name)?.value;
      return group && { os: group.os, machines: machinesIn(group), virtual: group.virtual };
    },
    key: (name) => sections.keys.get(name)?.value,
  };
}

/** Reports about one entry, at its keys and values. */
export function reportAbout(entry: Entry<unknown>, diagnostics: ScenarioDiagnostics): EntryReport {
  return {
    atValue: (key, name, message, help) => diagnostics.error(name, rangeIn(entry, key), message, help),
    atKey: (key, name, message, help) => diagnostics.error(name, keyRangeIn(entry, key), message, help),
  };
}
