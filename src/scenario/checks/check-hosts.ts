import { quoted } from '../../text/plain-text.ts';
import { plural } from '../../text/plural.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { keyRangeIn, type ParsedScenario, rangeIn } from '../parsing/parsed-scenario.ts';

/** Reports hosts that could never be: with a wrong key, too many on a key, or publishing twice to a zone. */
export function checkHosts(parsed: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  const hostsOnKey = new Map<string, number>();
  for (const host of parsed.sections.hosts.values()) {
    const { key: keyName, publishTo } = host.value;
    if (new Set(publishTo).size < publishTo.length) {
      diagnostics.error('duplicate-value', rangeIn(host, 'publishTo'), 'zone listed twice');
    }
    const key = parsed.sections.keys.get(keyName);
    if (key === undefined) continue;
    if (key.value.type !== 'kms') {
      diagnostics.error(
        'wrong-key-type',
        rangeIn(host, 'key'),
        `a KMS host needs a KMS key, and ${quoted(keyName)} is a MAK`,
      );
      continue;
    }
    const hosts = (hostsOnKey.get(keyName) ?? 0) + 1;
    hostsOnKey.set(keyName, hosts);
    const most = key.value.hosts + hostsRaised(parsed, keyName);
    if (hosts > most) {
      diagnostics.error(
        'too-many-hosts',
        rangeIn(host, 'key'),
        `${quoted(keyName)} activates at most ${plural(most, 'host')}, and this is number ${hosts}`,
        `raise \`keys.${keyName}.hosts\``,
      );
    }
  }
}

/** Hosts that the timeline adds to what a key may activate. */
function hostsRaised({ timeline }: ParsedScenario, keyName: string): number {
  return timeline.reduce((sum, { value }) => {
    return value.action === 'raise' && value.raise === keyName ? sum + (value.hosts ?? 0) : sum;
  }, 0);
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
