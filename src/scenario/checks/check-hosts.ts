import { officeOfKey } from '../../model/definitions/office-lookups.ts';
import { quoted } from '../../text/plain-text.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import {
  type Entry,
  keyRangeIn,
  type ParsedScenario,
  rangeIn,
  type SectionValue,
} from '../parsing/parsed-scenario.ts';

/** Reports hosts that could never be: with a key that is no KMS key, or publishing twice to a zone. */
export function checkHosts(parsed: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  for (const host of parsed.sections.hosts.values()) {
    const { key: keyName, publishTo } = host.value;
    if (new Set(publishTo).size < publishTo.length) {
      diagnostics.error('duplicate-value', rangeIn(host, 'publishTo'), 'zone listed twice');
    }
    const key = parsed.sections.keys.get(keyName);
    if (key !== undefined && key.value.type !== 'kms') {
      diagnostics.error(
        'wrong-key-type',
        rangeIn(host, 'key'),
        `a KMS host needs a KMS key, and ${quoted(keyName)} is a MAK`,
      );
    }
    checkOfficeKeys(host, parsed, diagnostics);
  }
}

/** Reports keys that are given to a host for Office and are not for it, or twice for a version. */
function checkOfficeKeys(
  host: Entry<SectionValue<'hosts'>>,
  { sections }: ParsedScenario,
  diagnostics: ScenarioDiagnostics,
): void {
  const { officeKeys = [] } = host.value;
  const keys = officeKeys.flatMap((name) => {
    const key = sections.keys.get(name)?.value;
    return key === undefined ? [] : [{ name, ...key }];
  });
  const wrong = keys.find(({ type, group }) => type !== 'kms' || officeOfKey(group) === null);
  if (wrong !== undefined) {
    const message = `${quoted(wrong.name)} is not a KMS key of Office`;
    const help = 'name keys of `type: kms` with a group such as `office-2016`';
    diagnostics.error('wrong-key-type', rangeIn(host, 'officeKeys'), message, help);
  }
  if (new Set(keys.map(({ group }) => group)).size < keys.length)
    diagnostics.error('duplicate-value', rangeIn(host, 'officeKeys'), 'two keys of one version of Office');
}

/** Reports what can only be used with removable media. */
export function checkVamts({ sections }: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  for (const vamt of sections.vamt.values()) {
    if (vamt.value.roundTrip !== undefined && vamt.value.via !== 'removable-media') {
      diagnostics.error(
        'unused-key',
        keyRangeIn(vamt, 'roundTrip'),
        '`roundTrip` can only be used with `via: removable-media`',
      );
    }
  }
}
