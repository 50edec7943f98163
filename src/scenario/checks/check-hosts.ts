import { quoted } from '../../text/plain-text.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { keyRangeIn, type ParsedScenario, rangeIn } from '../parsing/parsed-scenario.ts';

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
  }
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
