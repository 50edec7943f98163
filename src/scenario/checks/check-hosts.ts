import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import { keyPlaceIn, type ParsedScenario, placeIn } from '../parsing/parsed-scenario.ts';

/** Reports hosts that could never be: with a wrong key, too many on a key, or publishing twice to a zone. */
export function checkHosts(declared: ParsedScenario, problems: DiagnosticCollector): void {
  const hostsOnKey = new Map<string, number>();
  for (const host of declared.sections.hosts.values()) {
    const { key: keyName, publishTo } = host.value;
    if (new Set(publishTo).size < publishTo.length) {
      problems.report(placeIn(host, 'publishTo'), 'a zone stands here twice');
    }
    const key = declared.sections.keys.get(keyName);
    if (key === undefined) continue;
    if (key.value.type !== 'kms') {
      problems.report(placeIn(host, 'key'), `a KMS host needs a KMS key; \`${keyName}\` is a MAK`);
      continue;
    }
    const hosts = (hostsOnKey.get(keyName) ?? 0) + 1;
    hostsOnKey.set(keyName, hosts);
    const most = key.value.hosts + hostsRaised(declared, keyName);
    if (hosts > most) {
      problems.report(
        placeIn(host, 'key'),
        `\`${keyName}\` activates at most ${most} hosts, and this is number ${hosts}; see \`keys.${keyName}.hosts\``,
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

/** Reports what only goes with removable media. */
export function checkVamts({ sections }: ParsedScenario, problems: DiagnosticCollector): void {
  for (const vamt of sections.vamt.values()) {
    if (vamt.value.roundTrip !== undefined && vamt.value.via !== 'removable-media') {
      problems.report(keyPlaceIn(vamt, 'roundTrip'), '`roundTrip` goes with `via: removable-media` only');
    }
  }
}
